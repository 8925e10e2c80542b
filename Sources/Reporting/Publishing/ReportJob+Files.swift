import Coverage
import GeoFormats
import Logging
import Project

extension ReportStatus {
  /// The files that a report writes, which no input may be.
  static let reservedNames = ReportFiles.names + [ReportPDF.name, fileName, ReportJob.historyName]
}

extension ReportJob {
  /// Writes the files of a report, which appear complete or not at all.
  ///
  /// - Returns: Their names in the folder.
  func writeFiles(
    _ analysis: Analysis, run: RunRecord, earlier: [RunFigures], comparison: ResultComparison?, zones: ZonesRun
  ) async throws -> [String] {
    let project = analysis.inputs.project
    let contents = try await ReportContents(
      analysis, time: run.figures.time, programVersion: version, earlier: earlier, comparison: comparison,
      targets: project.targets.map { Target($0) }, zones: zones, plan: try await planFiles.overview(threads: threads),
      inputs: run.inputs, threads: threads)
    try ReportFiles.write(contents, toFolder: folder, language: language, tileURL: tileURL)
    guard makesPDF else { return ReportFiles.names }
    do {
      try ReportPDF.write(html: "\(folder)/\(ReportFiles.pageName)", to: "\(folder)/\(ReportPDF.name)")
      return ReportFiles.names + [ReportPDF.name]
    } catch {
      // The page is there; whoever wants it on paper can print it.
      log.warning("the page was not printed: \(error)")
      return ReportFiles.names
    }
  }

  /// Whether the PDF was asked for and is not there.
  func lacksPDF(_ status: ReportStatus) -> Bool { makesPDF && !status.files.contains(ReportPDF.name) }

  /// The files of the plan.
  var planFiles: PlanFiles { PlanFiles(path: plan) }
}
