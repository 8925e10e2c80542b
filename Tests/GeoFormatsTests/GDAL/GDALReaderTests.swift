import Foundation
import Geospatial
import Testing

@testable import GeoFormats

@Suite(.enabled(if: Surroundings.hasGDAL, "GDAL is not installed"))
struct GDALReaderTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  /// Two villages of Hà Nội in VN-2000 / TM-3 105-45.
  private static let table = "code,name,x,y\n00127,Bản Nà Lốc,500000.125,2300000.5\n00128,Thôn Đông,560000,2400000\n"

  /// The villages in the file `name`, written by GDAL.
  private func make(_ name: String, _ options: [String] = []) throws -> String {
    try folder.write(GDALReaderTests.table, as: "villages.csv")
    try Surroundings.run(
      "ogr2ogr",
      [
        "./" + name, "villages.csv", "-oo", "X_POSSIBLE_NAMES=x", "-oo", "Y_POSSIBLE_NAMES=y", "-a_srs", "EPSG:9210",
        "-nln", "villages",
      ] + options, in: folder.path)
    return folder[name]
  }

  private func read(_ path: String, crs: String? = nil) async throws -> Layer {
    try await LayerReader.read(LayerRequest(name: "v", paths: [path], crs: crs, keys: ["code"]))
  }

  private func problem(_ path: String) async -> String {
    do {
      _ = try await read(path)
      return "no error"
    } catch {
      return "\(error)".replacing(folder.path + "/", with: "")
    }
  }

  private func codes(_ layer: Layer) -> [String?] {
    (0..<layer.count).map { layer.attributes.value(ofFeature: $0, key: 0)?.spelling }
  }

  /// Where PhuSong itself puts the two villages.
  private func expectedCoordinates() throws -> [Coordinate] {
    var coordinates = [
      Coordinate(longitude: 500_000.125, latitude: 2_300_000.5), Coordinate(longitude: 560_000, latitude: 2_400_000),
    ]
    try Transformation(from: CoordinateReferenceSystem("EPSG:9210")).transform(&coordinates)
    return coordinates
  }

  @Test(
    arguments: [
      ("villages.shp", ["-lco", "ENCODING=UTF-8"]), ("villages.fgb", ["-lco", "SPATIAL_INDEX=NO"]),
      ("villages.gml", []), ("villages.gpkg", []), ("làng 'x' \"y\" $HOME.fgb", ["-lco", "SPATIAL_INDEX=NO"]),
      ("-f.fgb", ["-lco", "SPATIAL_INDEX=NO"]), ("villages.shp.zip", ["-lco", "ENCODING=UTF-8"]),
      ("villages.sqlite", []), ("villages.gdb", ["-f", "OpenFileGDB"]),
    ] as [(String, [String])])
  func `every format gives the positions that PhuSong's own transformation gives`(
    name: String, options: [String]
  ) async throws {
    let path = try make(name, options)
    try #require(FileManager.default.fileExists(atPath: path))
    let layer = try await read(path)
    #expect(layer.geometries.coordinates == (try expectedCoordinates()))
    #expect(codes(layer) == ["00127", "00128"])
    #expect(layer.propertyNames(limit: 9).contains("name"))
    #expect(GeoPackageSample.properties(layer, 0).contains("name=\"Bản Nà Lốc\""))
    #expect(layer.files.first?.declaredCRS == "EPSG:9210")
  }

  @Test(arguments: ["villages.tab", "villages.mif"])
  func `MapInfo files, which know no VN-2000, take the system that is declared`(name: String) async throws {
    let layer = try await read(try make(name, ["-f", "MapInfo File"]), crs: "EPSG:9210")
    let expected = try expectedCoordinates()
    for (found, wanted) in zip(layer.geometries.coordinates, expected) {
      // MapInfo keeps whole numbers of its own fine grid.
      #expect(abs(found.longitude - wanted.longitude) < 1e-7 && abs(found.latitude - wanted.latitude) < 1e-7)
    }
    #expect(layer.count == 2)
  }

  @Test(arguments: ["villages.xlsx", "villages.ods"])
  func `the rows of a spreadsheet become points by two of its columns`(name: String) async throws {
    let layer = try await read(try make(name), crs: "EPSG:9210")
    #expect(layer.geometries.coordinates == (try expectedCoordinates()))
    #expect(codes(layer) == ["00127", "00128"])
    #expect(layer.place(ofFeature: 1).place == "line 3")
  }

  @Test func `a sheet of text alone has its header all the same`() async throws {
    try folder.write("code,name\na,b\n", as: "t.csv")
    try Surroundings.run("ogr2ogr", ["t.xlsx", "t.csv"], in: folder.path)
    let problem = await problem(folder["t.xlsx"])
    #expect(problem.contains("no column looks like a longitude"))
    #expect(problem.hasSuffix("The columns are code, name"))
  }

  @Test func `one of several layers is chosen by name`() async throws {
    let path = try make("v.sqlite")
    let columns = ["-oo", "X_POSSIBLE_NAMES=x", "-oo", "Y_POSSIBLE_NAMES=y", "-a_srs", "EPSG:9210"]
    try Surroundings.run(
      "ogr2ogr", ["-update", "v.sqlite", "villages.csv", "-nln", "-hamlets"] + columns, in: folder.path)
    let names = try await LayerReader.layerNames(ofFile: path)
    try #require(names.count == 2)
    #expect(try await read(path + ":" + names[0]).count == 2)
    #expect(try await read(path + ":" + names[1]).count == 2)
    #expect(await problem(path).hasPrefix("v.sqlite: there are 2 layers; name one, as in v.sqlite:\(names[0])"))
    #expect(await problem(path + ":roads").hasPrefix("v.sqlite:roads: there is no layer \"roads\"; its layers are"))
  }

  @Test(.enabled(if: Surroundings.program("python3") != nil, "python3, which makes the archive, is not installed"))
  func `a file of an archive is found in its folders, one of several by its name`() async throws {
    _ = try make("villages.shp")
    try FileManager.default.createDirectory(atPath: folder["dữ liệu 1"], withIntermediateDirectories: true)
    for ending in ["shp", "shx", "dbf", "prj"] {
      try FileManager.default.moveItem(atPath: folder["villages.\(ending)"], toPath: folder["dữ liệu 1/làng.\(ending)"])
    }
    let files = ["shp", "shx", "dbf", "prj"].map { "dữ liệu 1/làng.\($0)" }
    try Zip.make(folder["một.zip"], of: files, in: folder)
    #expect(try await read(folder["một.zip"]).count == 2)
    #expect(try await read(folder["một.zip:làng"]).geometries.coordinates == (try expectedCoordinates()))
    try folder.write("code,lon,lat\na,105,21\n", as: "towers.csv")
    try Zip.make(folder["two.zip"], of: files + ["towers.csv"], in: folder)
    #expect(
      await problem(folder["two.zip"])
        == "two.zip: there are 2 layers; name one, as in two.zip:làng; its layers are làng, towers")
    #expect(try await read(folder["two.zip:towers"]).count == 1)
    #expect(try await read(folder["two.zip:towers.csv"]).count == 1)
  }

  @Test func `a file that GDAL cannot read is an error in its words`() async throws {
    try folder.write("not a shapefile", as: "v.shp")
    #expect(await problem(folder["v.shp"]).hasPrefix("v.shp: GDAL: Unable to open"))
    #expect(await problem(folder["none.shp"]) == "none.shp: no such file")
    try folder.write("not an archive, but long enough to be one", as: "v.zip")
    #expect(
      await problem(folder["v.zip"]) == "v.zip: is not a ZIP archive, or is cut short: it has no central directory")
  }

  @Test func `a Shapefile that is cut short gives no part of its layer`() async throws {
    let path = try make("villages.shp")
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    try bytes.prefix(110).write(to: URL(fileURLWithPath: path))
    #expect(await problem(path).hasPrefix("villages.shp: GDAL: Error in fread()"))
  }

  @Test func `a layer without features is read as such`() async throws {
    let layer = try await read(try make("villages.shp", ["-where", "code = 'none'"]))
    #expect(layer.count == 0)
  }

  @Test func `a place in a layer is the number of the feature alone`() async throws {
    #expect(try await read(try make("villages.fgb")).place(ofFeature: 1).place == "feature 1")
  }

  @Test(.enabled(if: Surroundings.hasShared("power/nepal"), "the shared data is not there"))
  func `GDAL and the own reader agree on a real GeoPackage`() async throws {
    let path = Surroundings.shared("power/nepal/osm_brut_power_line.gpkg")
    let own = try await LayerReader.read(LayerRequest(name: "l", paths: [path]))
    let other = try await LayerReader.read(LayerRequest(name: "l", paths: [path], format: .gdal))
    #expect(own.geometries.coordinates == other.geometries.coordinates)
    #expect(own.geometries.partKinds == other.geometries.partKinds)
    #expect(own.propertyNames(limit: 99) == other.propertyNames(limit: 99))
  }
}

/// A writer of ZIP archives without compression, for tests alone.
enum Zip {
  static func make(_ path: String, of names: [String], in folder: ScratchFolder) throws {
    try? FileManager.default.removeItem(atPath: path)
    let script =
      "import sys, zipfile\nz = zipfile.ZipFile(sys.argv[1], 'w')\nfor n in sys.argv[2:]: z.write(n)\nz.close()"
    try Surroundings.run("python3", ["-c", script, path] + names, in: folder.path)
  }
}
