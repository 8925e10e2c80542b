import Foundation
import Geospatial
import Testing

@testable import GeoFormats

@Suite struct GeoPackageWriterTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  @Test func `attributes come back as they went in, widened to one type a column`() async throws {
    let path = folder["v.gpkg"]
    try GeoPackageWriter.write(layers: [.init(try await GeoPackageSample.layer(GeoPackageSample.villages))], to: path)
    let layer = try await LayerReader.read(LayerRequest(name: "v", paths: [path]))
    #expect(layer.count == 3)
    #expect(
      GeoPackageSample.properties(layer, 0) == [
        "code=\"00127\"", "Tên=\"Bản \\\"Nà\\\" Lốc\"", "people=1200", "rate=0.25", "border=true",
        "tags=\"{\\\"a\\\":[1,2]}\"", "empty=null", "big=9007199254740993", "mixed=\"1\"",
      ])
    #expect(
      GeoPackageSample.properties(layer, 1) == [
        "code=\"00128\"", "Tên=\"\"", "people=null", "rate=3", "border=false", "tags=null", "empty=null", "big=-5",
        "mixed=\"x\"",
      ])
    #expect(layer.geometries.coordinates.map(\.longitude) == [103.1, 104.5])
    #expect(layer.geometries.parts(ofFeature: 2).isEmpty)
  }

  @Test(arguments: [GeoPackageSample.shapes, GeoPackageSample.mixture, GeoPackageSample.villages])
  func `geometries come back as they went in`(text: String) async throws {
    let path = folder["g.gpkg"]
    let original = try await GeoPackageSample.layer(text)
    try GeoPackageWriter.write(layers: [.init(original)], to: path)
    let layer = try await LayerReader.read(LayerRequest(name: "g", paths: [path]))
    #expect(layer.geometries.coordinates == original.geometries.coordinates)
    #expect(layer.geometries.partKinds == original.geometries.partKinds)
    #expect(layer.geometries.featureEnds == original.geometries.featureEnds)
  }

  @Test func `the same layers give the same bytes`() async throws {
    let item = GeoPackageWriter.Item(try await GeoPackageSample.layer(GeoPackageSample.villages))
    for name in ["a.gpkg", "b.gpkg"] { try GeoPackageWriter.write(layers: [item], to: folder[name]) }
    #expect(FileManager.default.contentsEqual(atPath: folder["a.gpkg"], andPath: folder["b.gpkg"]))
    #expect(folder.names == ["a.gpkg", "b.gpkg"])
  }

  @Test func `a file in a folder that is not there is refused, and nothing is left behind`() async throws {
    let item = GeoPackageWriter.Item(try await GeoPackageSample.layer(GeoPackageSample.villages))
    let error = #expect(throws: AtomicFile.Failure.self) {
      try GeoPackageWriter.write(layers: [item], to: folder["none/v.gpkg"])
    }
    #expect(try #require(error).reason == "there is no such folder")
    #expect(folder.names.isEmpty)
  }

  @Test func `the file has what the standard asks for`() async throws {
    let style = LayerStyle(name: "s", description: "d", qml: "<qgis/>", sld: "<sld/>")
    let path = folder["v.gpkg"]
    let shapes = try await GeoPackageSample.layer(GeoPackageSample.shapes, name: "gpkg_shapes")
    let villages = try await GeoPackageSample.layer(GeoPackageSample.villages)
    try GeoPackageWriter.write(
      layers: [.init(villages, style: style), .init(villages, name: "Villages"), .init(shapes)], to: path)
    let expected: [(sql: String, values: [String])] = [
      ("PRAGMA application_id", ["1196444487"]), ("PRAGMA user_version", ["10300"]), ("PRAGMA integrity_check", ["ok"]),
      ("PRAGMA foreign_key_check", []),
      (
        "SELECT geometry_type_name FROM gpkg_geometry_columns ORDER BY rowid", ["POINT", "POINT", "MULTIPOLYGON"]
      ),
      (
        "SELECT table_name FROM gpkg_contents ORDER BY rowid",
        ["villages", "layer_styles", "Villages_2", "layer_gpkg_shapes"]
      ),
      ("SELECT max_y FROM gpkg_contents WHERE table_name = 'villages'", ["22.25"]),
      ("SELECT count(*) FROM rtree_villages_geom", ["2"]), ("SELECT rtreecheck('rtree_villages_geom')", ["ok"]),
      ("SELECT count(*) FROM sqlite_master WHERE type = 'trigger'", ["18"]),
      ("SELECT styleQML FROM layer_styles WHERE f_table_name = 'villages'", ["<qgis/>"]),
      ("SELECT last_change FROM gpkg_contents LIMIT 1", ["1970-01-01T00:00:00.000Z"]),
    ]
    for (sql, values) in expected { #expect(try folder.values(sql, of: "v.gpkg") == values, "\(sql)") }
  }

  @Test func `a property that is called like a column of the standard keeps its name`() async throws {
    let text = """
      {"type":"Feature","properties":{"fid":7,"geom":"x","Name":1,"name":2},"geometry":{"type":"Point","coordinates":[1,2]}}
      """
    let path = folder["v.gpkg"]
    try GeoPackageWriter.write(layers: [.init(try await GeoPackageSample.layer(text))], to: path)
    let layer = try await LayerReader.read(LayerRequest(name: "v", paths: [path]))
    #expect(GeoPackageSample.properties(layer, 0) == ["fid=7", "geom=\"x\"", "Name=1", "name_2=2"])
  }

  @Test(.enabled(if: Surroundings.hasGDAL, "GDAL is not installed"))
  func `GDAL reads what is written and keeps its R-tree`() async throws {
    let villages = try await GeoPackageSample.layer(GeoPackageSample.villages)
    try GeoPackageWriter.write(layers: [.init(villages, name: "làng 'x' \"y\"")], to: folder["v.gpkg"])
    let summary = try Surroundings.run("ogrinfo", ["-ro", "-al", "v.gpkg"], in: folder.path)
    for text in [
      "using driver `GPKG' successful", "Layer name: làng 'x' \"y\"", "Feature Count: 3", "Geometry: Point",
      "Extent: (103.100000, 21.400000) - (104.500000, 22.250000)", "ID[\"EPSG\",4326]", "border: Integer(Boolean)",
      "big (Integer64) = 9007199254740993", "code (String) = 00127", "POINT (103.1 21.4)",
    ] {
      #expect(summary.contains(text), "\(text)")
    }
    try GeoPackageWriter.write(layers: [.init(villages)], to: folder["w.gpkg"])
    try Surroundings.run(
      "ogrinfo", ["w.gpkg", "-sql", "UPDATE villages SET geom = NULL WHERE fid = 1"], in: folder.path)
    #expect(try folder.values("SELECT count(*) FROM rtree_villages_geom", of: "w.gpkg") == ["1"])
  }
}
