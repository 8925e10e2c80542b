import Foundation
import Testing

@testable import GeoFormats

@Suite(.enabled(if: Surroundings.hasGDAL, "GDAL is not installed"))
struct GDALWriterTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  private static let text = """
    {"type":"FeatureCollection","features":[
    {"type":"Feature","properties":{"code":"00127","name":"Bản Nà Lốc","people":1200,"day":"2025-07-01"},\
    "geometry":{"type":"Point","coordinates":[103.1234567,21.4]}},
    {"type":"Feature","properties":{"code":"00128","name":"Thôn Đông","people":40,"day":"2025-07-02"},\
    "geometry":{"type":"Point","coordinates":[104.5,22.25]}}]}
    """

  @Test(arguments: [
    ("v.fgb", ["v.fgb"]), ("v.shp.zip", ["v.shp.zip"]), ("v.kml", ["v.kml"]), ("v.xlsx", ["v.xlsx"]),
    ("v.ods", ["v.ods"]), ("v.gml", ["v.gml", "v.xsd"]), ("v.tab", ["v.dat", "v.id", "v.map", "v.tab"]),
    ("v.shp", ["v.cpg", "v.dbf", "v.prj", "v.shp", "v.shx"]), ("-làng 'x' \"y\".fgb", ["-làng 'x' \"y\".fgb"]),
  ])
  func `what is written is read back`(name: String, files: [String]) async throws {
    let layer = try await GeoPackageSample.layer(GDALWriterTests.text)
    try await GDALWriter.write(layer, to: folder[name], name: "villages")
    #expect(folder.names == files)
    let again = try await LayerReader.read(LayerRequest(name: "v", paths: [folder[name]], format: .gdal))
    #expect(again.count == 2)
    // FlatGeobuf has an order of its own.
    let found = again.geometries.coordinates.sorted { $0.longitude < $1.longitude }
    for (found, wanted) in zip(found, layer.geometries.coordinates) {
      #expect(abs(found.longitude - wanted.longitude) < 2e-8 && abs(found.latitude - wanted.latitude) < 2e-8)
    }
    let properties = (0...1).flatMap { GeoPackageSample.properties(again, $0) }.joined(separator: "\n")
    #expect(properties.contains("Bản Nà Lốc"))
    #expect(properties.contains("00127"))
  }

  @Test func `a file in a folder that is not there, or of no known ending, is refused`() async throws {
    let layer = try await GeoPackageSample.layer(GDALWriterTests.text)
    await #expect(throws: AtomicFile.Failure.self) { try await GDALWriter.write(layer, to: folder["none/v.fgb"]) }
    await #expect(throws: FormatError.self) { try await GDALWriter.write(layer, to: folder["v.xyz"]) }
    #expect(folder.names.isEmpty)
  }

  @Test func `a failure of GDAL leaves nothing behind`() async throws {
    let layer = try await GeoPackageSample.layer(GeoPackageSample.shapes)
    await #expect(throws: FormatError.self) { try await GDALWriter.write(layer, to: folder["v.gpx"]) }
    #expect(folder.names.isEmpty)
  }
}
