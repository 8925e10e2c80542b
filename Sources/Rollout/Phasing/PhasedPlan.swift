/// Which item is built in which year, what that brings, and how much any plan could bring at most.
public struct PhasedPlan: Sendable, Equatable {
  /// The year in which each item is built, from 1, in the order of the items; nil for those left out.
  public let years: [Int?]
  /// The year from which each demand is served, from 1, in the order of the demands; nil for never.
  public let servedYears: [Int?]
  /// What the plan brings, in **years of benefit** worth those of year 1.
  public let benefit: Double
  /// No plan within the limits brings more.
  public let upperBound: Double
  /// What is used of each limit in each year, one list per limit.
  public let used: [[Int]]
  /// Whether the search was cancelled before its end; the plan is the best until then, and the bound holds.
  public let wasCancelled: Bool

  /// By what part of the bound the plan may fall short of the best: 0 for an optimum.
  public var gap: Double { upperBound == 0 ? 0 : (upperBound - benefit) / upperBound }

  /// Whether no plan brings more.
  public var isOptimal: Bool { upperBound <= benefit }
}
