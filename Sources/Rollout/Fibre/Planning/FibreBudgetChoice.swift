/// What fibre to build within a budget, and how far from the best that is.
public struct FibreBudgetChoice: Sendable {
  /// What is built; its price is the one that gave the bound, 0 where none was needed.
  public let choice: PricedChoice
  /// The budget, in whole units of the **currency**.
  public let budget: Int
  /// No choice within the budget brings more benefit.
  public let upperBound: Int

  /// The benefit of the villages connected.
  public var benefit: Int { choice.benefit }

  /// By what part of the bound the choice may fall short of the best: 0 for an optimum.
  public var gap: Double { upperBound == 0 ? 0 : Double(upperBound - benefit) / Double(upperBound) }
}
