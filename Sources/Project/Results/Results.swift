import GeoFormats
import Glibc

/// Writes the results of an analysis to a folder.
public enum Results {
  /// The map of the villages.
  public static let villagesName = "villages.geojson"
  /// The counts.
  public static let summaryName = "summary.json"

  /// Writes `villages.geojson` and `summary.json` into `folder`, which is made if it is not there. Both appear complete or
  /// not at all.
  ///
  /// - Throws: `AtomicFile.Failure` when the folder or a file cannot be written; a folder that was made is removed again.
  public static func write(_ analysis: Analysis, toFolder folder: String, threads: Int) async throws {
    let made = try AtomicFile.makeFolder(folder)
    do {
      try await writeFiles(analysis, folder, threads)
    } catch {
      AtomicFile.removeFolders(made)
      throw error
    }
  }

  private static func writeFiles(_ analysis: Analysis, _ folder: String, _ threads: Int) async throws {
    let base = folder.hasSuffix("/") ? folder : folder + "/"
    let villages = try AtomicFile(path: base + villagesName)
    let summary = try AtomicFile(path: base + summaryName)
    try await VillagesGeoJSON(analysis).write(to: villages, threads: threads)
    try summary.write(SummaryJSON.text(analysis))
    try AtomicFile.commit([villages, summary])
  }

  /// Refuses a folder in which one of `results` would take the place of an input of the project.
  ///
  /// - Throws: `AtomicFile.Failure` naming the result.
  public static func checkFolder(
    _ folder: String, of project: ProjectFile, results: [String] = [villagesName, summaryName]
  ) throws(AtomicFile.Failure) {
    let base = folder.hasSuffix("/") ? folder : folder + "/"
    let extents = project.layers.compactMap { layer in
      if case .file(let source) = layer.extent?.area { source } else { nil }
    }
    let sources = [project.villages.source] + project.layers.map(\.source) + extents
    for path in results.map({ base + $0 }) {
      guard let result = FileIdentity(path) else { continue }
      for source in sources {
        // A pattern that no file fits is told when the layer is read, if it is.
        let inputs = (try? PathExpansion.files(source.files, in: project)) ?? []
        for input in inputs where FileIdentity(input) == result {
          throw AtomicFile.Failure(
            path: path, reason: "it is an input of \(project.file); choose another folder with --output")
        }
      }
    }
  }

  /// What makes two paths the same file.
  private struct FileIdentity: Equatable {
    var device: dev_t
    var number: ino_t

    init?(_ path: String) {
      var status = Glibc.stat()
      guard stat(path, &status) == 0 else { return nil }
      (device, number) = (status.st_dev, status.st_ino)
    }
  }
}
