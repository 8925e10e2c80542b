import Geospatial
import Testing

@testable import GeoFormats

@Suite struct TableCoordinateTests {
  private static let hanoi = Coordinate(longitude: 105.834, latitude: 21.0345)

  @Test(arguments: [
    "n;lon;lat\n1;105,834;21,0345\n", "n;lon;lat\n1;105.834;21.0345\n", "n\tlon\tlat\n1\t105,834\t21,0345\n",
    "n,lon,lat\n1,\"105,834\",\"21,0345\"\n", "n;Kinh độ;Vĩ độ\n1;105°50'02.4\"E;21°02'04.2\"N\n",
    "n;KINH_DO;VI_DO\n1;105 50 02,4 Đông;21 02 04,2 Bắc\n", "n,long,lat\n1,105d50m02.4s,21d02m04.2s\n",
    "n;lon;lat\n1;105:50:02.4;21,0345\n", "n,x,y\n1,105.834,21.0345\n",
    "n,geom\n1,POINT (105.834 21.0345)\n", "n,the_geom,lon,lat\n1,SRID=4326;POINT(105.834 21.0345),0,0\n",
    "n|WKT\n1|point z (105.834 21.0345 7)\n",
  ])
  func `a position is read however it is written`(text: String) async throws {
    let positions = try await TableFile(text).layer().positions
    #expect(positions.count == 1)
    #expect(abs(positions[0].longitude - Self.hanoi.longitude) < 1e-9)
    #expect(abs(positions[0].latitude - Self.hanoi.latitude) < 1e-9)
  }

  /// Easting 587,000 and northing 2,325,000 of EPSG:3405; by PROJ's cs2cs longitude 105.8391041, latitude 21.0227265.
  @Test(arguments: [
    "n,easting,northing\n1,587000,2325000\n", "n,Northing,Easting\n1,2325000,587000\n", "n,x,y\n1,587000,2325000\n",
    "n,x,y\n1,2325000,587000\n", "n;Tọa độ X (m);Tọa độ Y (m)\n1;2.325.000,0;587.000,0\n",
    "n;toa_do_x;toa_do_y\n1;2325000;587000\n", "n;X_VN2000;Y_VN2000\n1;587 000;2 325 000\n",
    "n;x;y\n1;587.000;2.325.000\n", "n,x,y\n1,\"587,000\",\"2,325,000\"\n",
    "n,longitude,latitude,x,y\n1,0,0,587000,2325000\n".replacing("longitude,latitude", with: "a,b"),
    "longitude,latitude,easting,northing\n105.8,21,587000,2325000\n", "n,wkt\n1,POINT (587000 2325000)\n",
  ])
  func `metres are read whichever axis x is`(text: String) async throws {
    let positions = try await TableFile(text).layer(crs: "EPSG:3405").positions
    #expect(positions.count == 1)
    #expect(abs(positions[0].longitude - 105.8391041) < 1e-7)
    #expect(abs(positions[0].latitude - 21.0227265) < 1e-7)
  }

  @Test func `an axis decided by the values is told`() async throws {
    let file = try TableFile("n,x,y\n1,2325000,587000\n")
    let notices = try await file.notices(file.layer(crs: "EPSG:3405"))
    #expect(
      notices == [
        "t.csv: x is taken for the northing and y for the easting, as only so they lie in VN-2000 / UTM zone 48N "
          + "(EPSG:3405); columns: in the project file decides otherwise"
      ])
    let usual = try TableFile("n,x,y\n1,587000,2325000\n")
    #expect(try await usual.layer(crs: "EPSG:3405").notices.isEmpty)
  }

  @Test func `named columns win over any guess`() async throws {
    let named = CSVOptions(longitudeColumn: "x", latitudeColumn: "y")
    let message = try await TableFile("x,y\n2325000,587000\n").failure(crs: "EPSG:3405", csv: named)
    #expect(message?.contains("the two seem to be swapped") == true)
    let other = CSVOptions(longitudeColumn: "a", latitudeColumn: "b")
    let file = try TableFile("wkt,lon,lat,a,b\nPOINT (1 2),3,4,105,21\n")
    #expect(try await file.layer(csv: other).positions == [Coordinate(longitude: 105, latitude: 21)])
  }

  @Test func `numbers with a decimal comma become numbers once the coordinates have one`() async throws {
    let file = try TableFile("lon;lat;range_m;code;list;n\n105,5;21,5;2500,5;01,5;1,2;7\n105,5;21,25;;02;a;8\n")
    let layer = try await file.layer()
    #expect(
      layer.properties(0)
        == ["lon=105.5", "lat=21.5", "range_m=2500.5", #"code="01,5""#, #"list="1,2""#, "n=7"])
    #expect(file.notices(layer) == ["t.csv: decimal commas read as points in lon, lat, range_m"])
    let points = try await TableFile("lon;lat;range_m\n105.5;21.5;2500,5\n").layer()
    #expect(points.properties(0).last == #"range_m="2500,5""#)
  }

  @Test(arguments: [
    (
      "lon;lat\n105,5;21,5\n105.5;21,5\n", nil as String?,
      "t.csv, line 2: lon is \"105,5\"; expected a number such as 105.8342 with a point, or nothing, as line 3 has "
        + "\"105.5\""
    ),
    (
      "lon;lat\n105,5;21,5\nabc;21,5\n", nil,
      "t.csv, line 3: lon is \"abc\"; expected a number such as 105,8342 with a comma, or nothing"
    ),
    ("lon;lat\n105 60 00 E;21\n", nil, "t.csv, line 2: lon is \"105 60 00 E\"; minutes must be below 60"),
    ("lon;lat\n21 02 04 N;105\n", nil, "t.csv, line 2: lon is \"21 02 04 N\"; it is a latitude"),
    (
      "x;y\n105°50'E;21°02'N\n", "EPSG:3405",
      "t.csv, line 2: x is \"105°50'E\"; these are degrees; expected metres as in EPSG:3405"
    ),
    (
      "wkt\nPOINT (1 2)\nPOINT (1\n", nil,
      "t.csv, line 3: wkt is \"POINT (1\"; expected well-known text such as "
        + "POINT (105.85 21.03), or nothing (ParseException: "
    ),
    (
      "geom\nSRID=3405;POINT (1 2)\nPOINT (1 2)\n", nil,
      "t.csv, line 3: geom is in no reference system, while line 2 is in EPSG:3405; expected one for the file"
    ),
    ("a;b\n1;2\n", nil, "t.csv, line 1: no column looks like a longitude; name it under columns: in the project file."),
    ("geom\nxyz\n", nil, "t.csv, line 1: no column looks like a longitude"),
  ])
  func `what is wrong is told with line, value and what was expected`(
    text: String, crs: String?, message: String
  ) async throws {
    let failure = try await TableFile(text).failure(crs: crs)
    #expect(failure?.hasPrefix(message) == true, "\(failure ?? "none")")
  }

  @Test func `a column of well-known text holds any geometry`() async throws {
    let file = try TableFile(
      """
      code,geometry
      1,"LINESTRING (105 21, 106 21)"
      2,"POLYGON ((0 0, 4 0, 4 4, 0 0), (2 1, 3 1, 3 2, 2 1))"
      3,
      4,"MULTIPOINT ((1 2), (3 4))"
      5,0101000000000000000000F03F0000000000000040
      """)
    let layer = try await file.layer()
    #expect(layer.count == 5)
    #expect(layer.geometries.partKinds == [.line, .shell, .hole, .point, .point, .point])
    #expect(layer.geometries.parts(ofFeature: 2).isEmpty)
    #expect(layer.positions.last == Coordinate(longitude: 1, latitude: 2))
    #expect(layer.place(ofFeature: 3).place == "line 5")
  }

  @Test func `the reference system before well-known text is honoured`() async throws {
    let file = try TableFile("geom\nSRID=3405;POINT (587000 2325000)\n")
    let layer = try await file.layer()
    #expect(abs(layer.positions[0].longitude - 105.8391041) < 1e-7)
    #expect(file.notices(layer) == ["t.csv: the geometries are marked as EPSG:3405"])
  }

  @Test(arguments: [
    ("Tọa độ X (m)", "toa_do_x_m"), ("ĐÔNG", "dong"), (" Kinh  độ ", "kinh_do"), ("the_geom", "the_geom"), ("°", ""),
  ])
  func `column names are compared in plain letters`(name: String, plain: String) {
    #expect(CSVColumns.plain(name) == plain)
  }
}
