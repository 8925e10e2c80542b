import Coverage
import GeoFormats
import Glibc

/// Writes the results of an analysis to a folder.
public enum Results {
  /// The map of the villages in its usual format.
  public static let villagesName = ResultFormat.geojson.fileName
  /// The counts.
  public static let summaryName = "summary.json"

  /// Writes the map of the villages in each of `formats`, and `summary.json`, into `folder`, which is made if it is not
  /// there. All appear complete or not at all.
  ///
  /// - Throws: `AtomicFile.Failure` when the folder or a file cannot be written; a folder that was made is removed again.
  public static func write(
    _ analysis: Analysis, toFolder folder: String, threads: Int, formats: Set<ResultFormat> = [.geojson]
  ) async throws {
    try await inFolder(folder) { try await writeFiles(analysis, $0, threads, formats) }
  }

  /// Runs a project and writes its results as ``write(_:toFolder:threads:formats:)`` does.
  ///
  /// Villages in one GeoJSON file of at least `leastBytes` **bytes** are taken in blocks of about `bytesPerBlock`, in memory
  /// that hardly grows with them, where the project allows it and nothing is wrong with its inputs; the results are the same.
  ///
  /// - Throws: what ``Analysis/run(_:threads:isStrict:groupedBy:progress:)`` and the writing throw.
  public static func analyze(
    _ project: ProjectFile, toFolder folder: String, threads: Int, formats: Set<ResultFormat> = [.geojson],
    isStrict: Bool = false, groupedBy level: GroupLevel? = nil, leastBytes: Int = 64 << 20,
    bytesPerBlock: Int = 24 << 20, progress: @Sendable (Analysis.Stage) -> Void = { _ in }
  ) async throws -> AnalysisReport {
    if formats == [.geojson] {
      // Whatever is wrong is told by the analysis of all villages at once, in its own words.
      let analysis = try? await BlockAnalysis.run(
        project, threads: threads, isStrict: isStrict, groupedBy: level, leastBytes: leastBytes,
        bytesPerBlock: bytesPerBlock, progress: progress)
      if let analysis {
        progress(.writing)
        try await inFolder(folder) { base in
          let (villages, summary) = (
            try AtomicFile(path: base + villagesName), try AtomicFile(path: base + summaryName)
          )
          try await BlockMap(analysis).write(to: villages, threads: threads)
          try summary.write(SummaryJSON.text(analysis.report))
          try AtomicFile.commit([villages, summary])
        }
        return analysis.report
      }
    }
    let analysis = try await Analysis.run(
      project, threads: threads, isStrict: isStrict, groupedBy: level, progress: progress)
    progress(.writing)
    try await write(analysis, toFolder: folder, threads: threads, formats: formats)
    return analysis.report
  }

  /// Makes a folder, if it is not there, for `body` to write to; when it throws, what was made is removed.
  private static func inFolder(_ folder: String, _ body: (String) async throws -> Void) async throws {
    let made = try AtomicFile.makeFolder(folder)
    do {
      try await body(folder.hasSuffix("/") ? folder : folder + "/")
    } catch {
      AtomicFile.removeFolders(made)
      throw error
    }
  }

  private static func writeFiles(
    _ analysis: Analysis, _ base: String, _ threads: Int, _ formats: Set<ResultFormat>
  ) async throws {
    let summary = try AtomicFile(path: base + summaryName)
    var files: [AtomicFile] = []
    let villages = VillagesGeoJSON(analysis)
    for format in ResultFormat.allCases where formats.contains(format) {
      let file = try AtomicFile(path: base + format.fileName)
      switch format {
      case .geojson: try await villages.write(to: file, threads: threads)
      case .gpkg:
        let layer = try await villages.layer(threads: threads)
        try GeoPackageWriter.write(
          layers: [.init(layer, style: VillageStyle.style, kinds: villages.columnKinds)], into: file)
      }
      files.append(file)
    }
    try summary.write(SummaryJSON.text(analysis.report))
    try AtomicFile.commit(files + [summary])
  }

  /// The names of the files that an analysis writes in these formats.
  public static func names(of formats: Set<ResultFormat>) -> [String] {
    ResultFormat.allCases.filter(formats.contains).map(\.fileName) + [summaryName]
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
        for input in inputs where FileIdentity(LayerPath(input).file) == result {
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
