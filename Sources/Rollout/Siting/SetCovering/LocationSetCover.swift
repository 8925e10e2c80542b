/// Sites that cover every point that can be covered, with a proof of how good the choice is.
public struct LocationSetCover: Sendable, Equatable {
  /// The sites to build, the required ones among them, in ascending order; existing sites are not listed.
  public let sites: [Int]
  /// The points that no site that stands or may be built covers, in ascending order.
  public let uncoverablePoints: [Int]
  /// What is minimised: the number of sites, or their cost in the currency of the instance.
  public let cost: Double
  /// No choice costs less.
  public let lowerBound: Double
  /// Whether the search was cancelled before its end.
  public let wasCancelled: Bool

  /// By what part of its cost the choice may be dearer than the cheapest: 0 for an optimum, 0.01 for at most 1 %.
  public var gap: Double { cost > lowerBound && cost > 0 ? (cost - lowerBound) / cost : 0 }

  /// Whether no choice is cheaper.
  public var isOptimal: Bool { cost <= lowerBound }
}
