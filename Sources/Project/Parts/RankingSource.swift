import Coverage

/// What makes a village urgent, as a project file says.
public struct RankingSource: Hashable, Sendable {
  /// The criteria, their weights and all else that the ranking goes by.
  public var settings: RankingSettings
  /// The line of the project file that names the property of a field, counted from 1; only fields that the file maps. A
  /// property that is mapped and missing is an error; one that is missing by default is not.
  public var fieldLines: [RankingField: Int]
  /// The line of the project file where the section starts, counted from 1; nil where the file has none.
  public var line: Int?

  /// A ranking by `settings`, with the lines of its fields and its own, counted from 1.
  public init(
    settings: RankingSettings = RankingSettings(), fieldLines: [RankingField: Int] = [:], line: Int? = nil
  ) {
    self.settings = settings
    self.fieldLines = fieldLines
    self.line = line
  }
}
