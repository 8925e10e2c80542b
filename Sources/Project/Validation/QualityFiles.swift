import GeoFormats

/// Writes a report to a folder.
public enum QualityFiles {
  /// The report.
  public static let reportName = "quality.json"
  /// The points to look at.
  public static let mapName = "quality.geojson"

  /// Writes `quality.json` and `quality.geojson` into `folder`, which is made if it is not there. Both appear complete or
  /// not at all.
  ///
  /// - Throws: `AtomicFile.Failure` when the folder or a file cannot be written; a folder that was made is removed again.
  public static func write(_ report: QualityReport, toFolder folder: String) throws {
    let made = try AtomicFile.makeFolder(folder)
    do {
      let base = folder.hasSuffix("/") ? folder : folder + "/"
      let text = try AtomicFile(path: base + reportName)
      let map = try AtomicFile(path: base + mapName)
      try text.write(QualityJSON.text(report))
      try map.write(QualityJSON.map(report))
      try AtomicFile.commit([text, map])
    } catch {
      AtomicFile.removeFolders(made)
      throw error
    }
  }
}
