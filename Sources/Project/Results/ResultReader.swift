import Coverage
import GeoFormats

/// Reads the result of an analysis back, to ask questions of it.
public enum ResultReader {
  /// Reads a `villages.geojson`, or another format that holds the same columns, with the further properties `keys`.
  ///
  /// - Throws: `FormatError` for a file that cannot be read or that no analysis wrote.
  public static func read(
    _ path: String, keys: [String] = [], threads: Int = 1
  ) async throws -> AssessedVillages {
    let request = LayerRequest(name: "villages", paths: [path], keys: wanted(keys))
    return try assessed(try await LayerReader.read(request, threads: threads))
  }

  /// The villages of an analysis that was just made, as they would be read back from its `villages.geojson`.
  ///
  /// - Throws: `FormatError`, though not for what an analysis made.
  public static func read(
    _ analysis: Analysis, keys: [String] = [], threads: Int = 1
  ) async throws -> AssessedVillages {
    try assessed(try await VillagesGeoJSON(analysis).layer(keys: wanted(keys), threads: threads))
  }

  private static func wanted(_ keys: [String]) -> [String] {
    var seen = Set<String>()
    return (AssessedVillages.properties + keys).filter { seen.insert($0).inserted }
  }

  private static func assessed(_ layer: Layer) throws(FormatError) -> AssessedVillages {
    let file = layer.files.first?.path ?? layer.name
    guard layer.count > 0 else { throw FormatError(file: file, problem: "there are no villages in it") }
    guard AssessedVillages.isResult(layer) else {
      let names = layer.propertyNames(limit: 12).joined(separator: ", ")
      throw FormatError(
        file: file,
        problem:
          "is no result of an analysis: expected the properties \(Service.allCases.map(\.rawValue).joined(separator: ", ")), "
          + "as phusong analyze writes them; found \(names.isEmpty ? "none" : names)")
    }
    do throws(Villages.Failure) {
      return try AssessedVillages(layer)
    } catch {
      throw layer.error(feature: error.feature, error.problem)
    }
  }
}
