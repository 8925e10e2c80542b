import Coverage
import GeoFormats
import Project

extension ReportStatus {
  /// The files that a report writes, which no input may be.
  static let reservedNames = ["report.json", "report.md", fileName, ReportJob.historyName]
}

extension ReportJob {
  /// Writes the files of a report, which appear complete or not at all.
  ///
  /// - Returns: Their names in the folder.
  func writeFiles(
    _ analysis: Analysis, run: RunRecord, earlier: [RunFigures], comparison: ResultComparison?, inputs: [InputRecord]
  ) async throws -> [String] {
    let figures = run.figures
    var text =
      "# \(run.project)\n\n\(figures.time), \(figures.villages)\n\n| | served | unserved | unknown |\n|---|---|---|---|\n"
    for service in Service.allCases {
      guard let counts = figures.services[service] else { continue }
      text += "| \(service) | \(counts.served) | \(counts.unserved) | \(counts.unknown) |\n"
    }
    let files = [
      try AtomicFile(path: "\(folder)/report.md"), try AtomicFile(path: "\(folder)/report.json"),
    ]
    try files[0].write(Array(text.utf8))
    try files[1].write(SummaryJSON.text(analysis.report))
    try AtomicFile.commit(files)
    return ["report.md", "report.json"]
  }
}
