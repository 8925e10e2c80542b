import Coverage
import GeoFormats

/// Reads the result of an analysis back, to ask questions of it.
public enum ResultReader {
  /// Reads a `villages.geojson`, or another format that holds the same columns, with the further properties `keys`.
  ///
  /// GeoJSON is read in runs of about `bytesPerRun` **bytes**, the next while the one before is looked at; the villages
  /// are the same, however long the runs.
  ///
  /// - Throws: `FormatError` for a file that cannot be read or that no analysis wrote.
  public static func read(
    _ path: String, keys: [String] = [], threads: Int = 1, bytesPerRun: Int = 1 << 20
  ) async throws -> AssessedVillages {
    let request = LayerRequest(name: "villages", paths: [path], keys: wanted(keys))
    // Whatever is wrong with it is told by the reader of whole layers.
    if let blocks = GeoJSONBlocks(request, bytesPerBlock: bytesPerRun),
      let assessed = try await AssessedVillages.read(blocks, threads: threads)
    {
      return assessed
    }
    return try await assessed(try await LayerReader.read(request, threads: threads), threads: threads)
  }

  /// The villages of an analysis that was just made, as they would be read back from its `villages.geojson`.
  ///
  /// - Throws: `FormatError`, though not for what an analysis made.
  public static func read(
    _ analysis: Analysis, keys: [String] = [], threads: Int = 1
  ) async throws -> AssessedVillages {
    try await assessed(
      try await VillagesGeoJSON(analysis).layer(keys: wanted(keys), threads: threads), threads: threads)
  }

  private static func wanted(_ keys: [String]) -> [String] {
    var seen = Set<String>()
    return (AssessedVillages.properties + keys).filter { seen.insert($0).inserted }
  }

  private static func assessed(_ layer: Layer, threads: Int) async throws -> AssessedVillages {
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
    do {
      return try await AssessedVillages(layer, threads: threads)
    } catch let error as Villages.Failure {
      throw layer.error(feature: error.feature, error.problem)
    }
  }
}
