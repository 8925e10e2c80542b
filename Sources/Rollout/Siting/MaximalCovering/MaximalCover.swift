/// Sites that cover as much as there is money for, with a proof of how good the choice is.
public struct MaximalCover: Sendable, Equatable {
  /// The sites to build, the required ones among them, in ascending order; existing sites are not listed.
  public let sites: [Int]
  /// What the sites cost together: their number where that is limited, else in the currency of the instance.
  public let cost: Double
  /// The weight of all points that the sites and the existing ones cover.
  public let benefit: Double
  /// No choice within the limit has a greater benefit.
  public let upperBound: Double
  /// Whether the search was cancelled before its end.
  public let wasCancelled: Bool

  /// By what part of the bound the choice may be short of the best: 0 for an optimum, 0.01 for at most 1 %.
  public var gap: Double { upperBound > benefit && upperBound > 0 ? (upperBound - benefit) / upperBound : 0 }

  /// Whether no choice is better.
  public var isOptimal: Bool { benefit >= upperBound }
}
