import Foundation
import Geospatial
import Testing

@testable import GeoFormats

@Suite struct GeoPackageReaderTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  private func sample(_ name: String = "v.gpkg", layers: [String] = ["villages"]) async throws -> String {
    let layer = try await GeoPackageSample.layer(GeoPackageSample.villages)
    try GeoPackageWriter.write(layers: layers.map { .init(layer, name: $0) }, to: folder[name])
    try folder.dropTriggers(on: name)
    return folder[name]
  }

  private func read(_ path: String, box: BoundingBox? = nil, crs: String? = nil) async throws -> Layer {
    try await LayerReader.read(LayerRequest(name: "v", paths: [path], crs: crs, keys: ["code"], boundingBox: box))
  }

  private func problem(_ path: String) async -> String {
    do {
      _ = try await read(path)
      return "no error"
    } catch {
      return "\(error)".replacing(folder.path + "/", with: "")
    }
  }

  @Test func `one of several layers is chosen by name, in any case of letters`() async throws {
    let path = try await sample(layers: ["hamlets", "a:b"])
    #expect(try await read(path + ":hamlets").count == 3)
    #expect(try await read(path + ":HAMLETS").count == 3)
    #expect(try await read(path + ":a:b").count == 3)
    #expect(
      await problem(path)
        == "v.gpkg: there are 2 layers; name one, as in v.gpkg:hamlets; its layers are hamlets, a:b")
    #expect(
      await problem(path + ":roads") == "v.gpkg: there is no layer \"roads\"; its layers are hamlets, a:b")
    #expect(try await LayerReader.layerNames(ofFile: path) == ["hamlets", "a:b"])
  }

  @Test(arguments: ["làng bản.gpkg", "a b?c#d%41.gpkg", "-v.gpkg", "a:b.gpkg", "'x' \"y\".gpkg"])
  func `a file may have any name`(name: String) async throws {
    let path = try await sample(name)
    #expect(try await read(path).count == 3)
    #expect(try await read(path + ":villages").count == 3)
    #expect(folder.names == [name])
  }

  @Test func `what is no GeoPackage is refused with the reason`() async throws {
    try folder.write("", as: "empty.gpkg")
    try folder.write("{\"type\":\"FeatureCollection\"}", as: "json.gpkg")
    try folder.execute("CREATE TABLE t (x)", on: "plain.gpkg")
    try folder.write("SQLite format 3\0" + String(repeating: "x", count: 5000), as: "broken.gpkg")
    #expect(await problem(folder["none.gpkg"]) == "none.gpkg: no such file")
    #expect(await problem(folder["none.gpkg:x"]) == "none.gpkg: no such file")
    #expect(await problem(folder["empty.gpkg"]) == "empty.gpkg: the file is empty; expected a GeoPackage")
    #expect(await problem(folder["json.gpkg"]).hasPrefix("json.gpkg: does not start like an SQLite database"))
    #expect(await problem(folder["plain.gpkg"]).hasPrefix("plain.gpkg: an SQLite database without gpkg_contents"))
    #expect(await problem(folder["broken.gpkg"]).hasPrefix("broken.gpkg: SQLite: "))
  }

  @Test func `changes that stand in a write-ahead log count`() async throws {
    let path = try await sample()
    let queue = try folder.executeAndStay(
      """
      PRAGMA journal_mode = WAL; INSERT INTO villages (code) VALUES ('new')
      """, on: "v.gpkg")
    #expect(folder.names.contains("v.gpkg-wal"))
    #expect(try await read(path).count == 4)
    try queue.close()
  }

  @Test func `a file that nobody may write to, in a folder that nobody may write to, is read`() async throws {
    let path = try await sample()
    try folder.execute("PRAGMA journal_mode = WAL", on: "v.gpkg")
    try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: path)
    try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder.path)
    defer { try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path) }
    #expect(try await read(path).count == 3)
  }

  @Test(arguments: [
    (BoundingBox(west: 103, south: 21, east: 103.5, north: 22), ["00127"]),
    (BoundingBox(west: 104.5, south: 22.25, east: 105, north: 23), ["00128"]),
    (BoundingBox(west: 100, south: 20, east: 110, north: 23), ["00127", "00128"]),
    (BoundingBox(west: 460, south: 20, east: 463.5, north: 23), ["00127"]),
    (BoundingBox(west: 0, south: 0, east: 1, north: 1), []),
  ])
  func `a bounding box selects the same features with and without an R-tree`(
    box: BoundingBox, codes: [String]
  ) async throws {
    let path = try await sample()
    for isIndexed in [true, false] {
      if !isIndexed { try folder.execute("DROP TABLE rtree_villages_geom", on: "v.gpkg") }
      let layer = try await read(path, box: box)
      let found = (0..<layer.count).compactMap { layer.attributes.value(ofFeature: $0, key: 0)?.spelling }
      #expect(found == codes)
    }
  }

  @Test func `the R-tree alone decides which rows are looked at`() async throws {
    let path = try await sample()
    // A row that the tree does not know is not read, so its damage goes unnoticed.
    try folder.execute(
      "UPDATE villages SET geom = x'00' WHERE fid = 2", on: "v.gpkg")
    #expect(try await read(path, box: BoundingBox(west: 103, south: 21, east: 103.5, north: 22)).count == 1)
    #expect(
      await problem(path)
        == "v.gpkg, layer villages, row 2: the geometry has 1 bytes; expected a header of at least 8")
  }

  @Test(.enabled(if: Surroundings.hasGDAL, "GDAL is not installed"))
  func `a layer in VN-2000 comes out in WGS 84 and is searched by its own R-tree`() async throws {
    try folder.write("code,x,y\na,500000,2300000\nb,560000,2400000\n", as: "p.csv")
    try Surroundings.run(
      "ogr2ogr",
      ["p.gpkg", "p.csv", "-oo", "X_POSSIBLE_NAMES=x", "-oo", "Y_POSSIBLE_NAMES=y", "-a_srs", "EPSG:9210"],
      in: folder.path)
    let layer = try await read(folder["p.gpkg"])
    var expected = [
      Coordinate(longitude: 500_000, latitude: 2_300_000), Coordinate(longitude: 560_000, latitude: 2_400_000),
    ]
    try Transformation(from: CoordinateReferenceSystem("EPSG:9210")).transform(&expected)
    #expect(layer.geometries.coordinates == expected)
    #expect(layer.files.first?.declaredCRS == "EPSG:9210")
    #expect(layer.notices.isEmpty)
    let box = BoundingBox(west: 105.7, south: 20.7, east: 105.8, north: 20.8)
    #expect(try await read(folder["p.gpkg"], box: box).count == 1)
    let other = try await read(folder["p.gpkg"], crs: "EPSG:9211")
    #expect(other.geometries.coordinates != expected)
  }

  @Test func `a geometry blob cut short or changed anywhere is an error or a geometry, never a crash`() async throws {
    let column = try await GeoPackageSample.layer(GeoPackageSample.shapes).geometries
    var blob: [UInt8] = [0x47, 0x50, 0, 3, 0xE6, 0x10, 0, 0] + [UInt8](repeating: 0, count: 32)
    WellKnownBinaryWriter.append(feature: 1, of: column, as: .multiPolygon, to: &blob)
    func parse(_ bytes: [UInt8]) throws {
      try bytes.withUnsafeBytes { buffer in
        let header = try GeoPackageBinaryHeader(buffer)
        var reader = WellKnownBinaryReader(buffer, from: header.length)
        var column = GeometryColumn()
        _ = try reader.read(into: &column)
      }
    }
    try parse(blob)
    for length in 0..<blob.count {
      #expect(throws: (any Error).self) { try parse(Array(blob[..<length])) }
    }
    for index in blob.indices {
      for bit in 0..<8 {
        var changed = blob
        changed[index] ^= 1 << UInt8(bit)
        try? parse(changed)
      }
    }
  }

  @Test(arguments: [
    ("4750000100000000", "it ends 0 bytes from here; expected at least 1"),
    ("58500001", "the geometry has 4 bytes; expected a header of at least 8"),
    ("5850000100000000", "the geometry does not start with \"GP\""),
    ("4750010100000000", "the geometry is of version 1; expected 0"),
    ("4750002100000000", "the geometry is of an extended type"),
    ("4750000B00000000", "the geometry's envelope is of kind 5; expected 0 to 4"),
    ("4750000300000000", "the geometry has 8 bytes; expected a header of 40"),
  ])
  func `a damaged geometry is reported with its layer and row`(hexadecimal: String, message: String) async throws {
    let path = try await sample()
    try folder.execute(
      "UPDATE villages SET geom = x'\(hexadecimal)' WHERE fid = 1",
      on: "v.gpkg")
    let problem = await problem(path)
    #expect(problem.hasPrefix("v.gpkg, layer villages, row 1: "))
    #expect(problem.contains(message))
  }

  @Test func `an empty geometry is none, and a binary value is null with a notice`() async throws {
    let path = try await sample()
    try folder.execute(
      """
      ALTER TABLE villages ADD COLUMN photo BLOB;
      UPDATE villages SET geom = x'4750001100000000', photo = x'00FF' WHERE fid = 1
      """, on: "v.gpkg")
    let layer = try await read(path)
    #expect(layer.geometries.parts(ofFeature: 0).isEmpty)
    #expect(GeoPackageSample.properties(layer, 0).last == "photo=null")
    #expect(layer.notices.count == 1)
    #expect(
      layer.notices.first?.text == "\(path): the column \"photo\" holds binary values (1); taken as null")
  }

  @Test func `an error of the reader names the row by its key`() async throws {
    let path = try await sample()
    try folder.execute("UPDATE villages SET fid = 77 WHERE fid = 3", on: "v.gpkg")
    #expect(try await read(path).place(ofFeature: 2).place == "row 77")
  }

  @Test(
    .enabled(if: Surroundings.hasShared("power/nepal"), "the shared data is not there"),
    arguments: [
      ("power/nepal/osm_brut_power_line.gpkg", 471, GeometryColumn.PartKind.line),
      ("power/nepal/osm_brut_power_substation.gpkg", 171, .point),
      ("itu-balearic/mobile-coverage.gpkg", 770, .shell), ("itu-balearic/area.gpkg", 1, .shell),
    ])
  func `real files are read in full`(name: String, count: Int, kind: GeometryColumn.PartKind) async throws {
    let layer = try await read(Surroundings.shared(name))
    #expect(layer.count == count)
    #expect((0..<count).allSatisfy { !layer.geometries.parts(ofFeature: $0).isEmpty })
    #expect(layer.geometries.partKinds.contains(kind))
  }
}
