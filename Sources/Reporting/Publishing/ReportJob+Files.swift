import Coverage
import GeoFormats
import Logging
import Project

extension ReportStatus {
  /// The files that a report writes, which no input may be.
  static let reservedNames = ReportFiles.names + [ReportPDF.name, fileName, ReportJob.historyName]
}

extension ReportJob {
  /// Writes the files of a report under the names of unfinished ones.
  func prepareFiles(
    _ analysis: Analysis, run: RunRecord, earlier: [RunFigures], comparison: ResultComparison?, zones: ZonesRun,
    progress: [PlanProgress]
  ) async throws -> [AtomicFile] {
    let project = analysis.inputs.project
    let contents = try await ReportContents(
      analysis, time: run.figures.time, programVersion: version, earlier: earlier, comparison: comparison,
      targets: project.targets.map { Target($0) }, targetTime: "\(time)", zones: zones,
      plan: try await planFiles.overview(threads: threads), progress: progress, inputs: run.inputs, threads: threads)
    return try ReportFiles.prepare(contents, inFolder: folder, language: language, tileURL: tileURL)
  }

  /// Brings out the files of a report, prints the page where that is wanted, and takes away what is left of the report before.
  ///
  /// - Returns: Their names in the folder.
  func publish(_ files: [AtomicFile], after before: ReportStatus?, _ archive: ReportArchive) async throws -> [String] {
    try AtomicFile.commit(files)
    var names = ReportFiles.names
    if makesPDF {
      do {
        try await ReportPDF.write(html: "\(folder)/\(ReportFiles.pageName)", to: "\(folder)/\(ReportPDF.name)")
        names.append(ReportPDF.name)
      } catch {
        // The page is there; whoever wants it on paper can print it.
        log.warning("the page was not printed: \(error)")
      }
    }
    if let before { archive.removeLeftovers(of: before, besides: names) }
    return names
  }

  /// Whether the PDF was asked for and is not there.
  func lacksPDF(_ status: ReportStatus) -> Bool { makesPDF && !status.files.contains(ReportPDF.name) }

  /// The files of the plan.
  var planFiles: PlanFiles { PlanFiles(path: plan) }
}
