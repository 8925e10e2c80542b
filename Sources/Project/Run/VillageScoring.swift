import Coverage

/// Scores and ranks the villages of an analysis by the project's `ranking`.
enum VillageScoring {
  /// The scores; nil with a remark where the villages cannot be ranked, for their map is worth having all the same.
  static func scores(
    _ inputs: LoadedProject, _ assessment: Assessment, threads: Int
  ) async throws -> (VillageScores?, LoadedProject.Notice?) {
    do {
      let scores = try await VillageScores(
        inputs.villages, assessment, settings: inputs.project.ranking.settings, threads: threads)
      return (scores, nil)
    } catch let failure as Villages.Failure {
      let error = inputs.villages.layer.error(feature: failure.feature, failure.problem)
      return (nil, remark("\(error); score and rank stay empty"))
    } catch let error as RankingError {
      guard case .nothingToRank = error else { throw error }
      return (nil, remark("\(error); score and rank stay empty", isInformation: true))
    }
  }

  static func remark(_ text: String, isInformation: Bool = false) -> LoadedProject.Notice {
    LoadedProject.Notice(layer: "villages", text: text, isLoss: false, isInformation: isInformation)
  }
}
