import Foundation
import Geospatial

@testable import GeoFormats

/// A folder that goes away with its owner.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("phusong-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ bytes: some Sequence<UInt8>, as name: String) throws -> String {
    let file = path + "/" + name
    try Data(bytes).write(to: URL(fileURLWithPath: file))
    return file
  }

  var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted() }
}

/// Reads texts as the files of one layer, named `0.geojson`, `1.geojson` and so on.
func layer(
  _ texts: String..., ending: String = "geojson", keys: [String] = [], crs: String? = nil,
  csv: CSVOptions = CSVOptions(),
  threads: Int = 1
) async throws -> Layer {
  try await layer(bytes: texts.map { Array($0.utf8) }, ending: ending, keys: keys, crs: crs, csv: csv, threads: threads)
}

func layer(
  bytes: [[UInt8]], ending: String = "geojson", keys: [String] = [], crs: String? = nil, csv: CSVOptions = CSVOptions(),
  threads: Int = 1
) async throws -> Layer {
  let folder = try TemporaryFolder()
  let paths = try bytes.enumerated().map { try folder.write($0.element, as: "\($0.offset).\(ending)") }
  defer { withExtendedLifetime(folder) {} }
  do {
    return try await LayerReader.read(
      LayerRequest(name: "test", paths: paths, crs: crs, csv: csv, keys: keys), threads: threads)
  } catch let error as FormatError {
    var error = error
    error.file = error.file.replacingOccurrences(of: folder.path + "/", with: "")
    throw error
  }
}

/// The error of reading a text, as the user sees it; nil when it can be read.
func failure(_ text: String, ending: String = "geojson", crs: String? = nil) async throws -> String? {
  do {
    _ = try await layer(text, ending: ending, crs: crs)
    return nil
  } catch let error as FormatError {
    return error.description
  }
}

extension Layer {
  /// The properties of a feature, keys and values as they stand in the file.
  func properties(_ feature: Int) -> [String] {
    var found: [String] = []
    attributes.forEachProperty(ofFeature: feature) { key, value in
      found.append(String(decoding: key, as: UTF8.self) + "=" + String(decoding: value, as: UTF8.self))
    }
    return found
  }

  var identifiers: [AttributeValue?] { (0..<count).map { attributes.identifier(ofFeature: $0) } }
}
