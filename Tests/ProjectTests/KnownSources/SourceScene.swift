import Coverage
import Foundation
import GeoFormats

@testable import Project

/// Files of known sources, written for a test and read as a project would.
enum SourceScene {
  /// The layer that `source` makes of a file with this text and ending, with the properties `wanted` made.
  static func layer(
    _ source: KnownSourceName, _ text: String, ending: String = "geojson", wanted: [String]
  ) async throws -> Layer {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).\(ending)").path
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try await layer(source, file: path, wanted: wanted)
  }

  /// The layer that `source` makes of a file, with the properties `wanted` made.
  static func layer(_ source: KnownSourceName, file: String, wanted: [String]) async throws -> Layer {
    let mapping = SourceMapping(source, wanted: wanted + source.source.defaultFilter.properties)
    var layer = try await LayerReader.read(
      LayerRequest(name: "test", paths: [file], csv: mapping.options(CSVOptions()), keys: mapping.inputs))
    try mapping.apply(to: &layer)
    return layer
  }

  /// The features that count by default, by their places.
  static func counted(_ source: KnownSourceName, in layer: Layer) -> [Int] {
    let mask = source.source.defaultFilter.mask(of: layer)
    return (0..<layer.count).filter { mask?[$0] ?? true }
  }

  /// A GeoJSON collection of points, one per set of properties.
  static func points(_ properties: [String]) -> String {
    let features = properties.enumerated().map { index, properties in
      "{\"type\":\"Feature\",\"properties\":\(properties),"
        + "\"geometry\":{\"type\":\"Point\",\"coordinates\":[\(105 + Double(index) / 100),21]}}"
    }
    return "{\"type\":\"FeatureCollection\",\"features\":[\(features.joined(separator: ","))]}"
  }

  /// The inputs of a project of several files, read as `phusong analyze` reads them.
  static func analysis(_ files: [String: String]) async throws -> Analysis {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files { try Data(text.utf8).write(to: folder.appendingPathComponent(name)) }
    let project = try ProjectFile.read(contentsOf: folder.appendingPathComponent("phusong.yml").path)
    return try await Analysis.run(project, threads: 1)
  }
}

extension Layer {
  /// The values of a property as text, one per feature; nil where a feature has none.
  func texts(_ key: String) -> [String?] {
    guard let key = attributes.index(ofKey: key) else { return [String?](repeating: nil, count: count) }
    return (0..<count).map { attributes.value(ofFeature: $0, key: key)?.spelling }
  }
}

/// Real inputs in the folder `shared` beside the package, or where `PHUSONG_SHARED` says.
enum SharedFiles {
  private static let folder =
    ProcessInfo.processInfo.environment["PHUSONG_SHARED"]
    ?? URL(fileURLWithPath: #filePath).appendingPathComponent("../../../../../shared").standardizedFileURL.path

  static func path(_ name: String) -> String { "\(folder)/data/\(name)" }
  static func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }
}
