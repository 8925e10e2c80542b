/// Why technologies cannot be chosen.
public enum AccessError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A setting has a value it cannot have.
  case unusableSetting(name: String, value: Double, expected: String)
  /// Not one place for each village of the network.
  case wrongCount(places: Int, villages: Int)
  /// People, users or revenue of a place are no number of at least 0, or too large to be reckoned with.
  case unusablePlace(place: Int, what: String, value: Double)
  /// A budget below 0.
  case negativeBudget(Int)
  /// Connecting all costs more than the budget: this much in the cheapest way found, and at least the lower bound.
  case budgetTooSmall(budget: Int, cheapest: Int, lowerBound: Int)
  /// All costs and worths together are more than can be reckoned with.
  case tooLarge

  /// What is wrong, and what was expected.
  public var description: String {
    switch self {
    case .unusableSetting(let name, let value, let expected): "\(name) is \(value); expected \(expected)"
    case .wrongCount(let places, let villages):
      "\(places) places for a network of \(villages) villages; expected one for each"
    case .unusablePlace(let place, let what, let value):
      "place \(place): the \(what) are \(value); expected at least 0 and less than \(AccessPlace.greatestNumber)"
    case .negativeBudget(let budget): "the budget is \(budget); expected at least 0"
    case .budgetTooSmall(let budget, let cheapest, let lowerBound):
      "the budget is \(budget); connecting all costs \(cheapest), and at least \(lowerBound)"
    case .tooLarge: "all costs together are more than \(1 << 57), the most that can be reckoned with"
    }
  }
}

extension AccessPlace {
  /// People, users and yearly revenue are below this.
  static let greatestNumber = 1e12
}
