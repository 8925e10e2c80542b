import Testing

@testable import Geospatial

@Suite struct CoordinateReferenceSystemTests {
  @Test(arguments: [
    "EPSG:9209", "epsg:9209", " 9209\n", "urn:ogc:def:crs:EPSG::9209",
    "http://www.opengis.net/def/crs/EPSG/0/9209", "VN-2000 / TM-3 105-30",
  ])
  func `a code, a URN, a URL and a name mean the same system`(_ definition: String) throws {
    let crs = try CoordinateReferenceSystem(definition)
    #expect(crs.name == "VN-2000 / TM-3 105-30")
    #expect(crs.authorityCode == "EPSG:9209")
    #expect(crs.kind == .projected)
    #expect(!crs.isWGS84LongitudeLatitude)
    #expect(crs.description == "VN-2000 / TM-3 105-30 (EPSG:9209)")
  }

  @Test func `the area of use comes from the register`() throws {
    // projinfo EPSG:3405
    let area = try #require(CoordinateReferenceSystem("EPSG:3405").areaOfUse)
    #expect(area.name == "Vietnam - onshore west of 108°E.")
    #expect(area.box == BoundingBox(west: 102.14, south: 8.33, east: 108, north: 23.4))
  }

  @Test func `an area across the antimeridian keeps west below east`() throws {
    let area = try #require(CoordinateReferenceSystem("EPSG:3832").areaOfUse)
    #expect(area.box.west < area.box.east)
    #expect(area.box.east > 180)
  }

  /// projinfo EPSG:3405 -o WKT1_ESRI
  static let esriWKT = """
    PROJCS["VN_2000_UTM_Zone_48N",GEOGCS["GCS_VN_2000",DATUM["D_Vietnam_2000",\
    SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],\
    UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],\
    PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],\
    PARAMETER["Central_Meridian",105.0],PARAMETER["Scale_Factor",0.9996],\
    PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]
    """

  @Test func `the WKT of a prj file without codes is recognised`() throws {
    let crs = try CoordinateReferenceSystem(Self.esriWKT)
    #expect(crs.authorityCode == "EPSG:3405")
    #expect(crs.kind == .projected)
  }

  @Test func `WKT 2 and PROJJSON are read`() throws {
    let wkt = """
      GEOGCRS["VN-2000",DATUM["Vietnam 2000",ELLIPSOID["WGS 84",6378137,298.257223563]],\
      CS[ellipsoidal,2],AXIS["latitude",north],AXIS["longitude",east],\
      ANGLEUNIT["degree",0.0174532925199433],ID["EPSG",4756]]
      """
    #expect(try CoordinateReferenceSystem(wkt).authorityCode == "EPSG:4756")
    let json = """
      {"type":"GeographicCRS","name":"VN-2000","datum":{"type":"GeodeticReferenceFrame","name":"Vietnam 2000",\
      "ellipsoid":{"name":"WGS 84","semi_major_axis":6378137,"inverse_flattening":298.257223563}},\
      "coordinate_system":{"subtype":"ellipsoidal","axis":[\
      {"name":"Geodetic latitude","abbreviation":"Lat","direction":"north","unit":"degree"},\
      {"name":"Geodetic longitude","abbreviation":"Lon","direction":"east","unit":"degree"}]},\
      "id":{"authority":"EPSG","code":4756}}
      """
    let crs = try CoordinateReferenceSystem(json)
    #expect(crs.name == "VN-2000")
    #expect(crs.kind == .geographic)
  }

  @Test(arguments: [
    "+proj=tmerc +lat_0=0 +lon_0=105.5 +k=0.9999 +x_0=500000 +y_0=0 +ellps=WGS84 +units=m +no_defs",
    "+proj=tmerc +lat_0=0 +lon_0=105.5 +k=0.9999 +x_0=500000 +y_0=0 +ellps=WGS84 +units=m +no_defs +type=crs",
    """
    +proj=tmerc +lat_0=0 +lon_0=105.5 +k=0.9999 +x_0=500000 +y_0=0 +ellps=WGS84 \
    +towgs84=-191.90441429,-39.30318279,-111.45032835,0.00928836,-0.01975479,0.00427372,0.252906278 +units=m
    """,
    "+init=epsg:9209",
  ])
  func `a PROJ string is a system with or without its mark`(_ definition: String) throws {
    #expect(try CoordinateReferenceSystem(definition).kind == .projected)
  }

  @Test func `a compound system counts as its horizontal part`() throws {
    // EPSG:3855 is a height; the pair is written as PROJ and OGC do.
    let crs = try CoordinateReferenceSystem("EPSG:3405+3855")
    #expect(crs.authorityCode == "EPSG:3405")
    #expect(crs.kind == .projected)
  }

  @Test(arguments: [
    "EPSG:4326", "epsg:4326", "4326", "OGC:CRS84", "urn:ogc:def:crs:OGC:1.3:CRS84", "urn:ogc:def:crs:EPSG::4326",
    "http://www.opengis.net/def/crs/OGC/1.3/CRS84",
  ])
  func `WGS 84 is recognised under its usual names`(_ definition: String) throws {
    let crs = try CoordinateReferenceSystem(definition)
    #expect(crs.isWGS84LongitudeLatitude)
    #expect(crs.kind == .geographic)
  }

  @Test(arguments: [
    "+proj=longlat +datum=WGS84 +no_defs",
    """
    GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],\
    PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]
    """,
  ])
  func `WGS 84 without a code is recognised`(_ definition: String) throws {
    #expect(try CoordinateReferenceSystem(definition).isWGS84LongitudeLatitude)
  }

  /// VN-2000 shares the ellipsoid of WGS 84; taking it for WGS 84 would misplace everything by 190 m.
  @Test(arguments: [
    "EPSG:4756",
    "+proj=longlat +ellps=WGS84 +no_defs",
    "+proj=longlat +ellps=WGS84 +towgs84=-191.90441429,-39.30318279,-111.45032835,0,0,0,0 +no_defs",
    """
    GEOGCS["VN-2000",DATUM["Vietnam_2000",SPHEROID["WGS 84",6378137,298.257223563],\
    TOWGS84[-191.90441429,-39.30318279,-111.45032835,0.00928836,-0.01975479,0.00427372,0.252906278]],\
    PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]]
    """,
    """
    GEOGCS["GCS_VN_2000",DATUM["D_Vietnam_2000",SPHEROID["WGS_1984",6378137.0,298.257223563]],\
    PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]
    """,
  ])
  func `another datum on the same ellipsoid is not WGS 84`(_ definition: String) throws {
    let crs = try CoordinateReferenceSystem(definition)
    #expect(!crs.isWGS84LongitudeLatitude)
    #expect(crs.kind == .geographic)
  }

  @Test func `the constant is what PROJ says`() throws {
    // This URN is not among those known by heart, so PROJ answers.
    let asked = try CoordinateReferenceSystem("urn:ogc:def:crs:OGC:2:CRS84")
    #expect(asked.name == CoordinateReferenceSystem.wgs84.name)
    #expect(asked.authorityCode == CoordinateReferenceSystem.wgs84.authorityCode)
    #expect(asked.kind == CoordinateReferenceSystem.wgs84.kind)
    #expect(asked.areaOfUse?.box == CoordinateReferenceSystem.wgs84.areaOfUse?.box)
  }

  @Test func `an unknown code carries the message of PROJ`() {
    #expect {
      try CoordinateReferenceSystem("EPSG:999999")
    } throws: { error in
      guard case .unknownDefinition("EPSG:999999", let message) = error as? ReferenceSystemError else { return false }
      return message.contains("crs not found") && "\(error)".contains("EPSG:999999")
    }
  }

  @Test(arguments: ["", "nonsense", "PROJCS[\"cut", "+proj=nosuch"])
  func `what is no definition is refused`(_ definition: String) {
    #expect(throws: ReferenceSystemError.self) { try CoordinateReferenceSystem(definition) }
  }

  @Test func `an ellipsoid is no reference system`() {
    let error = #expect(throws: ReferenceSystemError.self) {
      try CoordinateReferenceSystem("urn:ogc:def:ellipsoid:EPSG::7030")
    }
    #expect(
      error
        == .notAReferenceSystem("urn:ogc:def:ellipsoid:EPSG::7030", found: "WGS 84"))
  }

  @Test func `the message of a long definition stays short`() {
    let error = ReferenceSystemError.unknownDefinition(String(repeating: "x", count: 5000), message: "why")
    #expect(error.description.count < 200)
    #expect(error.description.hasSuffix("why"))
  }

  @Test func `the version of PROJ is three numbers`() {
    #expect(PROJLibrary.version.split(separator: ".").compactMap { Int($0) }.count == 3)
  }
}
