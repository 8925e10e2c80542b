import GeoFormats

/// Writes the results of an analysis to a folder.
public enum Results {
  /// The map of the villages.
  public static let villagesName = "villages.geojson"
  /// The counts.
  public static let summaryName = "summary.json"

  /// Writes `villages.geojson` and `summary.json` into `folder`, which is made if it is not there. Both appear complete or
  /// not at all.
  ///
  /// - Throws: `AtomicFile.Failure` when the folder or a file cannot be written.
  public static func write(_ analysis: Analysis, toFolder folder: String, threads: Int) async throws {
    try AtomicFile.makeFolder(folder)
    let base = folder.hasSuffix("/") ? folder : folder + "/"
    let villages = try AtomicFile(path: base + villagesName)
    let summary = try AtomicFile(path: base + summaryName)
    try await VillagesGeoJSON(analysis).write(to: villages, threads: threads)
    try summary.write(SummaryJSON.text(analysis))
    try AtomicFile.commit([villages, summary])
  }
}
