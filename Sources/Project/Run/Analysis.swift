import Coverage
import GeoFormats

/// The main job: read a project, lay the services over the villages, count.
public struct Analysis: Sendable {
  /// The inputs as they were read.
  public let inputs: LoadedProject
  /// What the overlay says of every village.
  public let assessment: Assessment
  /// The score and rank of every village by the project's settings; nil where there is nothing to rank by, as a remark says.
  public let scores: VillageScores?
  /// The counts.
  public let summary: Summary
  /// Everything that was mended, left out or doubtful: the remarks on the inputs, then those on the ranking.
  public let notices: [LoadedProject.Notice]

  /// What is being done, for those who watch.
  public enum Stage: String, Sendable {
    case reading, indexing, overlaying, ranking, counting, writing
  }

  /// Runs a project on `threads` threads; the result does not depend on their number.
  ///
  /// - Throws: `FormatError` or ``ProjectFileError`` for the first input that cannot be used; with `isStrict` also for the
  ///   first that had to be left out.
  ///
  /// The summary also groups by `level` where one is given. With `isStrict` doubtful answers count as unknown.
  public static func run(
    _ project: ProjectFile, threads: Int, isStrict: Bool = false, groupedBy level: GroupLevel? = nil,
    progress: @Sendable (Stage) -> Void = { _ in }
  ) async throws -> Analysis {
    progress(.reading)
    let inputs = try await ProjectLoader.load(project, threads: threads, isStrict: isStrict)
    progress(.indexing)
    let overlay = try await Overlay(
      services: inputs.services, measures: inputs.measures, villages: inputs.villages.count, threads: threads)
    progress(.overlaying)
    var assessment = try await overlay.assess(
      inputs.villages.coordinates, accuraciesMetres: inputs.accuraciesMetres)
    if isStrict, assessment.hasConfidence { assessment = assessment.withDoubtsUnknown }
    progress(.ranking)
    let (scores, remark) = try await VillageScoring.scores(inputs, assessment, threads: threads)
    progress(.counting)
    return Analysis(
      inputs: inputs, assessment: assessment, scores: scores,
      summary: Summary(inputs.villages, assessment, groupedBy: level),
      notices: inputs.notices + (remark.map { [$0] } ?? []))
  }

  /// Whether something was left out of the result.
  public var hasLosses: Bool { notices.contains(where: \.isLoss) }
}
