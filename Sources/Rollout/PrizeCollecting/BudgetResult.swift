/// A tree within a budget, with a proof of how much it brings at most.
public struct BudgetResult: Sendable {
  /// The tree that brings the most of those found within the budget.
  public let tree: PrizeTree
  /// No tree within the budget brings more.
  public let upperBound: Int

  /// What the tree brings.
  public var prize: Int { tree.prize }

  /// Whether no tree within the budget brings more.
  public var isOptimal: Bool { upperBound == prize }

  /// By what part of the bound the tree may fall short of the best: 0 for an optimum.
  public var gap: Double { upperBound == 0 ? 0 : Double(upperBound - prize) / Double(upperBound) }
}
