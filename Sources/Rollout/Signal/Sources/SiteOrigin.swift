/// The place of a site, by its number in the list it comes from.
public enum SiteOrigin: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// A new site in a village.
  case village(Int)
  /// A new site at a point given.
  case point(Int)
  /// A tower that stands.
  case tower(Int)

  /// As in `village 12`.
  public var description: String {
    switch self {
    case .village(let index): "village \(index)"
    case .point(let index): "point \(index)"
    case .tower(let index): "tower \(index)"
    }
  }
}

/// What is fixed about a site beforehand.
public enum SiteCondition: String, Hashable, Sendable {
  /// Must be built; its cost counts.
  case required
  /// Must not be built.
  case forbidden
}
