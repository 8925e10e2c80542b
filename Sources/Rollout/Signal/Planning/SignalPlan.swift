/// Mobile sites that serve all villages that can be served, with a proof of how good the choice is.
public struct SignalPlan: Sendable {
  /// What is built; `needs` are places in this list, `villages` places in the list of villages given.
  public var items: [PlanItem]
  /// The sites built, by their places in the problem, ascending; towers that only pass on backhaul among them.
  public var sites: [Int]
  /// The villages that have signal then and had none before, ascending.
  public var villages: [Int]
  /// The villages that stay without, ascending.
  public var unreachable: [UnreachableVillage]
  /// What it costs to build, in whole units of the **currency**.
  public var cost: Int
  /// No choice of sites that serves as many costs less.
  public var lowerBound: Int
  /// Whether the search was cancelled before its end.
  public var wasCancelled: Bool

  /// By what part of its cost the choice may be dearer than the cheapest: 0 for an optimum, 0.01 for at most 1 %.
  public var gap: Double { cost > lowerBound && cost > 0 ? Double(cost - lowerBound) / Double(cost) : 0 }
}

/// Mobile sites for a budget, with a proof of how good the choice is.
public struct BudgetedSignalPlan: Sendable {
  /// What is built; `needs` are places in this list, `villages` places in the list of villages given.
  public var items: [PlanItem]
  /// The sites built, by their places in the problem, ascending; towers that only pass on backhaul among them.
  public var sites: [Int]
  /// The villages that have signal then and had none before, ascending.
  public var villages: [Int]
  /// What it costs to build, in whole units of the **currency**; at most the budget.
  public var cost: Int
  /// The benefit of the villages served.
  public var benefit: Int
  /// No choice within the budget has a greater benefit.
  public var upperBound: Int
  /// Whether the search was cancelled before its end.
  public var wasCancelled: Bool

  /// By what part of the bound the choice may be short of the best: 0 for an optimum, 0.01 for at most 1 %.
  public var gap: Double {
    upperBound > benefit && upperBound > 0 ? Double(upperBound - benefit) / Double(upperBound) : 0
  }
}
