import Foundation
import Geospatial

@testable import GeoFormats

/// A table on disk for one test, gone with its owner.
final class TableFile {
  let path: String

  init(_ bytes: some Sequence<UInt8>, name: String = "t.csv") throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("phusong-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.appendingPathComponent(name).path
    try Data(bytes).write(to: URL(fileURLWithPath: path))
  }

  deinit { try? FileManager.default.removeItem(at: URL(fileURLWithPath: path).deletingLastPathComponent()) }

  convenience init(_ text: String, name: String = "t.csv") throws { try self.init(Array(text.utf8), name: name) }

  /// The table as a layer.
  func layer(
    crs: String? = nil, csv: CSVOptions = CSVOptions(), keys: [String] = [], to target: String? = nil
  ) async throws -> Layer {
    var request = LayerRequest(name: "t", paths: [path], crs: crs, csv: csv, keys: keys)
    if let target { request.target = try CoordinateReferenceSystem(target) }
    return try await LayerReader.read(request)
  }

  /// What reading the table says is wrong, with the file called by its name; nil when nothing is.
  func failure(crs: String? = nil, csv: CSVOptions = CSVOptions()) async throws -> String? {
    do {
      _ = try await layer(crs: crs, csv: csv)
      return nil
    } catch let error as FormatError {
      return error.description.replacingOccurrences(of: path, with: "t.csv")
    }
  }

  /// The remarks on a layer read from the table, with the file called by its name.
  func notices(_ layer: Layer) -> [String] {
    layer.notices.map { $0.text.replacingOccurrences(of: path, with: "t.csv") }
  }

  /// What `write` writes to a file beside the table.
  func output(_ write: (AtomicFile) throws -> Void) throws -> String {
    let file = try AtomicFile(path: path + ".out")
    try write(file)
    try AtomicFile.commit([file])
    // Foundation would take a byte-order mark off.
    return String(decoding: try Data(contentsOf: URL(fileURLWithPath: path + ".out")), as: UTF8.self)
  }
}

extension Layer {
  /// The positions of all features, one after the other.
  var positions: [Coordinate] { geometries.coordinates }

  /// The texts of the first key asked for.
  var texts: [String?] { (0..<count).map { attributes.value(ofFeature: $0, key: 0)?.spelling } }
}
