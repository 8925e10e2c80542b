/// What can be had for an amount of money: one choice of each service, and what no choice for that money exceeds.
public struct FrontierPoint: Hashable, Sendable {
  /// What it costs to build, in whole units of the **currency**.
  public let cost: Int
  /// The benefit of all services together.
  public let benefit: Int
  /// No choice within the money, `cost` on a curve and the budget where one was asked for, brings more.
  public let bound: Int
  /// The choice of each service, by its place in the list given; nil where nothing is built.
  public let choices: [Int?]

  /// By what part of the bound the benefit falls short of it: 0 for an optimum.
  public var gap: Double { bound == 0 ? 0 : Double(bound - benefit) / Double(bound) }
}
