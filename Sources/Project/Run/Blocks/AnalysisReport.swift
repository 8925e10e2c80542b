import Coverage

/// What an analysis has to say beside its map: the counts and the remarks.
public struct AnalysisReport: Sendable, Hashable {
  /// The name of the project.
  public let project: String
  /// The counts.
  public let summary: Summary
  /// Everything that was mended, left out or doubtful: the remarks on the inputs, then those on the ranking.
  public let notices: [LoadedProject.Notice]

  /// Whether something was left out of the result.
  public var hasLosses: Bool { notices.contains(where: \.isLoss) }
}

extension Analysis {
  /// The counts and the remarks.
  public var report: AnalysisReport {
    AnalysisReport(project: inputs.project.name, summary: summary, notices: notices)
  }
}
