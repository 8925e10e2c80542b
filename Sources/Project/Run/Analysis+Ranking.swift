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
}
