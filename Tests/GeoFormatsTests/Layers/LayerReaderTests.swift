import Geospatial
import Testing

@testable import GeoFormats

@Suite struct LayerReaderTests {
  static func point(_ x: Double, _ y: Double) -> String {
    #"{"type":"Feature","properties":{"n":\#(x)},"geometry":{"type":"Point","coordinates":[\#(x),\#(y)]}}"#
  }

  static func collection(_ features: [String], before: String = "", after: String = "") -> String {
    #"{\#(before)"type":"FeatureCollection","features":[\#(features.joined(separator: ",\n"))]\#(after)}"#
  }

  static func crs(_ name: String) -> String { #""crs":{"type":"name","properties":{"name":"\#(name)"}}"# }

  @Test(arguments: [true, false]) func `a projected crs member is honoured before and after the features`(
    isBefore: Bool
  ) async throws {
    // TransformationTests: EPSG:3405 (587000, 2325000) is near Hà Nội.
    let member = Self.crs("urn:ogc:def:crs:EPSG::3405")
    let layer = try await layer(
      Self.collection(
        [Self.point(587_000, 2_325_000)], before: isBefore ? member + "," : "", after: isBefore ? "" : "," + member))
    let found = try #require(layer.geometries.coordinates.first)
    let expected = try Transformation(from: CoordinateReferenceSystem("EPSG:3405"))
    var coordinates = [Coordinate(longitude: 587_000, latitude: 2_325_000)]
    try expected.transform(&coordinates)
    #expect(found == coordinates[0])
    #expect(abs(found.longitude - 105.84) < 0.02 && abs(found.latitude - 21.02) < 0.02)
    #expect(layer.notices.filter { !$0.isInformation }.count == 1)
    #expect(layer.notices.allSatisfy { !$0.isLoss })
    #expect(layer.notices.contains { $0.text.contains("urn:ogc:def:crs:EPSG::3405") })
    #expect(layer.files.first?.declaredCRS == "urn:ogc:def:crs:EPSG::3405")
  }

  @Test(arguments: ["urn:ogc:def:crs:OGC:1.3:CRS84", "EPSG:4326", "urn:ogc:def:crs:EPSG::4326"])
  func `WGS 84 as a crs member changes nothing and is told`(name: String) async throws {
    let layer = try await layer(Self.collection([Self.point(105.5, 21.25)], before: Self.crs(name) + ","))
    #expect(layer.geometries.coordinates == [Coordinate(longitude: 105.5, latitude: 21.25)])
    #expect(layer.notices.count == 1)
    let null = try await GeoFormatsTests.layer(Self.collection([Self.point(105.5, 21.25)], before: #""crs":null,"#))
    #expect(null.notices.isEmpty)
  }

  @Test func `a crs that is asked for goes before that of the file`() async throws {
    let text = Self.collection([Self.point(587_000, 2_325_000)], before: Self.crs("EPSG:4326") + ",")
    let layer = try await layer(text, crs: "EPSG:3405")
    #expect(layer.geometries.coordinates.allSatisfy { $0.isOnEarth })
    #expect(layer.notices.allSatisfy { $0.isInformation })
    #expect(try await failure(text, crs: "EPSG:999999")?.contains("crs \"EPSG:999999\"") == true)
  }

  @Test(
    arguments: [
      ([21.02, 105.84], "the two seem to be swapped"),
      ([587_000, 2_325_000], "these look like metres: declare their crs, for example EPSG:3405"),
      ([2_325_000, 587_000], "northing seems to stand before easting"),
      ([48_587_000, 2_325_000], "the easting carries a zone prefix, 48 or 49"),
      ([11_782_000, 2_391_000], "these look like metres: declare their crs"),
      ([1059.3, 21], "longitude 1059.3, latitude 21.0 is out of range; expected longitude -180 to 180"),
      ([180.001, 21], "is out of range"), ([105, -90.001], "is out of range"),
    ] as [([Double], String)])
  func `coordinates that are no degrees are refused with a guess`(position: [Double], message: String) async throws {
    let good = Self.point(105, 21)
    let error = try #require(
      try await failure(Self.collection([good, "\n" + Self.point(position[0], position[1]), good])))
    #expect(error.hasPrefix("0.geojson, feature 1, line 3: "), "\(error)")
    #expect(error.contains(message), "\(error)")
    let line = #"{"type":"LineString","coordinates":[[\#(position[0]),\#(position[1])],[1e9,1e9]]}"#
    #expect(try await failure(line)?.contains("feature 0, line 1") == true)
  }

  @Test func `infinite coordinates are refused`() async throws {
    #expect(try await failure(Self.collection([Self.point(105, 21).replacing("105.0,", with: "1e999,")])) != nil)
  }

  @Test func `a line or ring may run past the antimeridian and a point may not`() async throws {
    let line = try await layer(#"{"type":"LineString","coordinates":[[179,0],[181,0]]}"#)
    #expect(line.geometries.coordinates.last?.longitude == 181)
    #expect(try await failure(#"{"type":"LineString","coordinates":[[181,0],[182,0]]}"#) != nil)
    #expect(try await failure(#"{"type":"LineString","coordinates":[[179,0],[361,0]]}"#) != nil)
    let jump = try await layer(#"{"type":"Polygon","coordinates":[[[179,0],[-179,0],[-179,1],[179,0]]]}"#)
    #expect(jump.geometries.coordinates.map(\.longitude) == [179, 181, 181, 179])
  }

  @Test func `several files are one layer and every feature knows its place`() async throws {
    let layer = try await layer(
      Self.collection([Self.point(1, 1), Self.point(2, 2)]), "\n\n" + Self.point(3, 3) + "\n" + Self.point(4, 4),
      Self.collection([]),
      Self.collection(
        [#"{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1]]]}"#].map { geometry in
          #"{"type":"Feature","geometry":\#(geometry),"properties":{"n":5}}"#
        }), keys: ["n"])
    #expect(layer.count == 5)
    let places = (0..<5).map { layer.place(ofFeature: $0) }
    #expect(
      places.map(\.file)
        == ["0", "0", "1", "1", "3"].map { $0 + ".geojson" }.map { name in
          places.map(\.file).first { $0.hasSuffix("/" + name) } ?? name
        })
    #expect(
      places.map(\.place)
        == ["feature 0, line 1", "feature 1, line 2", "feature 0, line 3", "feature 1, line 4", "feature 0, line 1"])
    #expect((0..<5).map { layer.attributes.value(ofFeature: $0, key: 0) } == (1...5).map { .number(Double($0)) })
    #expect(layer.notices.map(\.feature) == [4])
    #expect(layer.error(feature: 2, "is wrong").description.hasSuffix("/1.geojson, feature 0, line 3: is wrong"))
  }

  @Test func `GeoJSON and CSV can be one layer`() async throws {
    let folder = try TemporaryFolder()
    let paths = [
      try folder.write(Self.point(1, 1).utf8, as: "a.geojson"),
      try folder.write("n,lon,lat\n\n2,105,21\n3,,\n".utf8, as: "b.CSV"),
    ]
    let layer = try await LayerReader.read(LayerRequest(name: "both", paths: paths, keys: ["n"]))
    #expect((0..<3).map { layer.attributes.value(ofFeature: $0, key: 0) } == [.number(1), .number(2), .number(3)])
    #expect((0..<3).map { layer.place(ofFeature: $0).place } == ["feature 0, line 1", "line 3", "line 4"])
    let kept = layer.filtered { $0 != 1 }
    #expect(kept.count == 2)
    #expect(kept.place(ofFeature: 1).place == "line 4")
    #expect(kept.attributes.value(ofFeature: 1, key: 0) == .number(3))
    #expect(kept.geometries.parts(ofFeature: 1).isEmpty)
  }

  @Test func `a file that is not there is told`() async throws {
    await #expect(throws: FormatError(file: "/no/such.geojson", problem: "no such file")) {
      _ = try await LayerReader.read(LayerRequest(name: "x", paths: ["/no/such.geojson"]))
    }
    let folder = try TemporaryFolder()
    await #expect(throws: FormatError(file: folder.path, problem: "is a folder; expected a file")) {
      _ = try await LayerReader.read(LayerRequest(name: "x", paths: [folder.path]))
    }
  }

  @Test(arguments: [
    ("a.csv", LayerFormat.csv), ("a.TSV", .csv), ("dir.csv/a", .geojson), ("a.txt", .csv), ("a.geojsonl", .geojson),
    ("", .geojson), ("csv", .geojson),
  ])
  func `the name of a file tells its format`(path: String, format: LayerFormat) {
    #expect(LayerFormat(path: path) == format)
  }
}
