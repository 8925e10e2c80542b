import Coverage
import GeoFormats

extension Analysis {
  /// What a ranking of the villages starts from, with the properties that the project's `ranking` names.
  ///
  /// - Throws: `FormatError` for the first village with a property that cannot be read.
  public func rankingInputs() throws(FormatError) -> RankingInputs {
    do throws(Villages.Failure) {
      return try RankingInputs(inputs.villages, assessment, fields: inputs.project.ranking.settings.fields)
    } catch {
      throw inputs.villages.layer.error(feature: error.feature, error.problem)
    }
  }

  /// The score of every village, from 0 to 100, by the project's settings; nil where there is nothing to rank by.
  ///
  /// - Throws: `FormatError` as ``rankingInputs()`` does, `RankingError` for settings out of range.
  public func scores() throws -> [Double]? {
    let inputs = try rankingInputs()
    do throws(RankingError) {
      let ranking = try Ranking(inputs, settings: self.inputs.project.ranking.settings)
      return (0..<ranking.count).map { ranking.score(ofVillage: $0).value }
    } catch {
      if case .nothingToRank = error { return nil }
      throw error
    }
  }
}
