/// A property of villages that only the ranking reads.
public enum RankingField: String, CaseIterable, Sendable, CustomStringConvertible {
  /// The part of poor households in **percent**.
  case povertyRate = "poverty_rate"
  /// Whether the village has a school.
  case school
  /// Whether the village has a health post.
  case healthPost = "health_post"
  /// Whether the village's commune lies on the national border.
  case borderCommune = "border_commune"

  /// The word used in project files, which is also the property's name where a project gives none.
  public var description: String { rawValue }
}

/// The properties of the villages' file that hold what the ranking reads.
public struct RankingFields: Hashable, Sendable {
  private var properties: [RankingField: String] = [:]

  /// Every field in the property of its own name.
  public init() {}

  /// The property that holds a field, as the file spells it.
  public subscript(field: RankingField) -> String {
    get { properties[field] ?? field.rawValue }
    set { properties[field] = newValue == field.rawValue ? nil : newValue }
  }
}
