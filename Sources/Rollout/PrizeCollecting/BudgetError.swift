/// Why a budget allows no tree.
public enum BudgetError: Error, Equatable, CustomStringConvertible {
  /// A budget is less than nothing.
  case negative(budget: Int)
  /// What is required costs more; no tree to it was found below `cheapest`, and there is none below `lowerBound`.
  case tooSmall(budget: Int, cheapest: Int, lowerBound: Int)

  /// What is wrong, and what was expected.
  public var description: String {
    switch self {
    case .negative(let budget): "the budget is \(budget); expected at least 0"
    case .tooSmall(let budget, let cheapest, let lowerBound):
      "the budget is \(budget); what is required costs \(cheapest), and at least \(lowerBound)"
    }
  }
}
