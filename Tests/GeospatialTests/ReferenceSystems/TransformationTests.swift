import Testing

@testable import Geospatial

@Suite struct TransformationTests {
  @Test(arguments: KnownPosition.vn2000 + KnownPosition.hanoi1972)
  func `Vietnamese coordinates land within a millimetre of what PROJ's command line says`(
    _ known: KnownPosition
  ) throws {
    let crs = try CoordinateReferenceSystem("EPSG:\(known.code)")
    var coordinates = [known.projected]
    try Transformation(from: crs).transform(&coordinates)
    #expect(Geodesic.distance(coordinates[0], known.geographic) < 0.001)
  }

  @Test(arguments: KnownPosition.vn2000 + KnownPosition.hanoi1972)
  func `there and back again is the same place`(_ known: KnownPosition) throws {
    let transformation = try Transformation(from: CoordinateReferenceSystem("EPSG:\(known.code)"))
    let back = try transformation.inverse()
    var coordinates = [known.projected]
    try transformation.transform(&coordinates)
    try back.transform(&coordinates)
    // The datum shift drops the height it makes, so the way back misses by up to two millimetres.
    let unit = known.code == 4756 ? 1.0 / 111_000 : 1
    #expect(abs(coordinates[0].longitude - known.projected.longitude) < 0.002 * unit)
    #expect(abs(coordinates[0].latitude - known.projected.latitude) < 0.002 * unit)
  }

  @Test(arguments: [4756, 3405, 3406, 5896, 5897, 5898, 5899] + Array(9205...9218))
  func `every zone of VN-2000 uses the national parameters and says so`(_ code: Int) throws {
    let transformation = try Transformation(from: CoordinateReferenceSystem("EPSG:\(code)"))
    #expect(transformation.operationName.hasSuffix("VN-2000 to WGS 84 (2)"))
    #expect(transformation.accuracyMetres == 1)
    #expect(!transformation.isBallpark)
  }

  @Test(arguments: [2044, 2045]) func `Hanoi 1972 away from Vung Tau has a shift of unknown accuracy`(
    _ code: Int
  ) throws {
    let transformation = try Transformation(from: CoordinateReferenceSystem("EPSG:\(code)"))
    #expect(transformation.operationName.hasSuffix("Hanoi 1972 to WGS 84 (1)"))
    #expect(transformation.accuracyMetres == nil)
    #expect(!transformation.isBallpark)
  }

  @Test func `Hanoi 1972 at Vung Tau has the accuracy of its register`() throws {
    #expect(try Transformation(from: CoordinateReferenceSystem("EPSG:2093")).accuracyMetres == 5)
    let area = BoundingBox(west: 107, south: 10.3, east: 107.2, north: 10.5)
    let transformation = try Transformation(from: CoordinateReferenceSystem("EPSG:2044"), area: area)
    #expect(transformation.accuracyMetres == 5)
  }

  @Test func `a datum without parameters is transformed without a shift and reported`() throws {
    let definition = "+proj=tmerc +lat_0=0 +lon_0=105.5 +k=0.9999 +x_0=500000 +ellps=bessel +units=m"
    let transformation = try Transformation(from: CoordinateReferenceSystem(definition))
    #expect(transformation.isBallpark)
    #expect(transformation.accuracyMetres == nil)
  }

  @Test func `the WKT of a prj file without codes gets the same parameters`() throws {
    let transformation = try Transformation(
      from: CoordinateReferenceSystem(CoordinateReferenceSystemTests.esriWKT))
    #expect(transformation.operationName.hasSuffix("VN-2000 to WGS 84 (2)"))
    let known = try #require(KnownPosition.vn2000.first { $0.code == 3405 })
    var coordinates = [known.projected]
    try transformation.transform(&coordinates)
    #expect(Geodesic.distance(coordinates[0], known.geographic) < 0.001)
  }

  @Test func `a PROJ string with its own shift gives the same place as the code`() throws {
    let definition = """
      +proj=utm +zone=48 +ellps=WGS84 +towgs84=-191.90441429,-39.30318279,-111.45032835,\
      0.00928836,-0.01975479,0.00427372,0.252906278 +units=m +no_defs
      """
    let known = try #require(KnownPosition.vn2000.first { $0.code == 3405 })
    var coordinates = [known.projected]
    try Transformation(from: CoordinateReferenceSystem(definition)).transform(&coordinates)
    #expect(Geodesic.distance(coordinates[0], known.geographic) < 0.001)
  }

  @Test func `geographic VN-2000 in WKT with its own shift is transformed by it`() throws {
    let wkt = """
      GEOGCS["VN-2000",DATUM["Vietnam_2000",SPHEROID["WGS 84",6378137,298.257223563],\
      TOWGS84[-191.90441429,-39.30318279,-111.45032835,0.00928836,-0.01975479,0.00427372,0.252906278]],\
      PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]]
      """
    let known = try #require(KnownPosition.vn2000.first { $0.code == 4756 })
    var coordinates = [known.projected]
    try Transformation(from: CoordinateReferenceSystem(wkt)).transform(&coordinates)
    #expect(Geodesic.distance(coordinates[0], known.geographic) < 0.001)
  }

  @Test func `an area across the antimeridian chooses the operation there`() throws {
    // Fiji 1986 (EPSG:4720) has its only operation around 180 degrees.
    let area = BoundingBox(west: 178, south: -18, east: 181, north: -16)
    let transformation = try Transformation(from: CoordinateReferenceSystem("EPSG:4720"), area: area)
    #expect(transformation.operationName.contains("Fiji 1986 to WGS 84"))
    #expect(transformation.accuracyMetres != nil)
  }

  @Test func `between two projected systems the easting stays first`() throws {
    // The tables of known positions share this place, 105.07 east 16.92 north on WGS 84.
    let hanoi = try #require(KnownPosition.hanoi1972.first { $0.code == 2044 && $0.geographic.latitude < 17 })
    let utm = try #require(KnownPosition.vn2000.first { $0.code == 3405 && $0.geographic.latitude < 17 })
    var coordinates = [hanoi.projected]
    try Transformation(from: CoordinateReferenceSystem("EPSG:2044"), to: CoordinateReferenceSystem("EPSG:3405"))
      .transform(&coordinates)
    #expect(abs(coordinates[0].longitude - utm.projected.longitude) < 0.01)
    #expect(abs(coordinates[0].latitude - utm.projected.latitude) < 0.01)
  }

  @Test(arguments: ["EPSG:4326", "OGC:CRS84", "urn:ogc:def:crs:OGC:1.3:CRS84"])
  func `WGS 84 passes through untouched`(_ definition: String) throws {
    let transformation = try Transformation(from: CoordinateReferenceSystem(definition))
    let original = [Coordinate(longitude: 105.123456789, latitude: 21.987654321)]
    var coordinates = original
    try transformation.transform(&coordinates)
    #expect(coordinates == original)
    #expect(transformation.accuracyMetres == 0)
  }

  @Test func `a column is transformed as a whole`() throws {
    var column = GeometryColumn()
    let known = KnownPosition.vn2000.filter { $0.code == 9209 }
    known.forEach { column.append($0.projected) }
    column.closePart(.line)
    column.closeFeature()
    try Transformation.transform(&column, from: CoordinateReferenceSystem("EPSG:9209"))
    for (coordinate, known) in zip(column.coordinates, known) {
      #expect(Geodesic.distance(coordinate, known.geographic) < 0.001)
    }
  }

  @Test func `no coordinates are no error`() throws {
    var coordinates: [Coordinate] = []
    try Transformation(from: CoordinateReferenceSystem("EPSG:3405")).transform(&coordinates)
    #expect(coordinates.isEmpty)
  }

  @Test func `the first coordinate that fails is named with its values and the reason`() throws {
    // Past 4096 the coordinates go to PROJ in another call; the index counts from the first of all.
    let bad = Coordinate(longitude: 105, latitude: 91.5)
    let good = Coordinate(longitude: 105, latitude: 16)
    let original = Array(repeating: good, count: 5000) + [bad, good, bad]
    var coordinates = original
    let error = #expect(throws: ReferenceSystemError.self) {
      try Transformation(from: .wgs84, to: CoordinateReferenceSystem("EPSG:3405")).transform(&coordinates)
    }
    guard case .coordinateFailed(let index, let coordinate, let from, let to, let message) = error else {
      Issue.record("another error: \(String(describing: error))")
      return
    }
    #expect(index == 5000)
    #expect(coordinate == bad)
    #expect((from, to) == ("OGC:CRS84", "EPSG:3405"))
    #expect(message == "Invalid coordinate")
    #expect(coordinates == original)
  }

  @Test(arguments: ["EPSG:3405", "EPSG:4326"])
  func `what is not a number is refused, not passed on`(_ definition: String) throws {
    let transformation = try Transformation(from: CoordinateReferenceSystem(definition))
    for bad in [Double.nan, .infinity] {
      var coordinates = [Coordinate(longitude: bad, latitude: 0)]
      #expect(throws: ReferenceSystemError.self) { try transformation.transform(&coordinates) }
    }
  }

  @Test func `a height has no way to longitude and latitude`() throws {
    let height = try CoordinateReferenceSystem("EPSG:5773")
    #expect(height.kind == .other)
    #expect(throws: ReferenceSystemError.notHorizontal("EPSG:5773", name: "EGM96 height")) {
      try Transformation(from: height)
    }
  }

  @Test func `systems of different planets have no operation`() throws {
    let moon = try CoordinateReferenceSystem("+proj=longlat +R=1737400 +no_defs")
    let error = #expect(throws: ReferenceSystemError.self) { try Transformation(from: moon) }
    guard case .noOperation(let from, to: "OGC:CRS84", let message) = error else {
      Issue.record("another error: \(String(describing: error))")
      return
    }
    #expect(from.contains("1737400"))
    #expect(message.contains("celestial"))
  }

  @Test func `many tasks transform at once and agree`() async throws {
    let known = KnownPosition.vn2000.filter { $0.code == 9217 }
    let answers = try await Parallel.map(Array(0..<16), threads: 8) { _ in
      var coordinates = known.map(\.projected)
      try Transformation(from: CoordinateReferenceSystem("EPSG:9217")).transform(&coordinates)
      return coordinates
    }
    #expect(Set(answers).count == 1)
  }
}
