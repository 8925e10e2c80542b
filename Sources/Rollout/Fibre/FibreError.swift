/// Why a fibre plan cannot be made.
public enum FibreError: Error, Equatable, Sendable, CustomStringConvertible {
  /// A setting has a value it cannot have.
  case unusableSetting(name: String, value: Double, expected: String)
  /// The catalogue has no price of something that the network needs.
  case unknownPrice(CostItem)
  /// A price is negative or no number.
  case unusablePrice(CostItem, capital: Double)
  /// A village of a list is not one of the network's.
  case noSuchVillage(village: Int, list: String, villageCount: Int)
  /// A village is required and excluded at once.
  case requiredAndExcluded(village: Int)
  /// Not one benefit per village.
  case benefitCount(benefits: Int, villages: Int)
  /// A village brings less than nothing.
  case negativeBenefit(village: Int, benefit: Int)
  /// The benefits sum to more than a plan can reckon with.
  case benefitsTooLarge(greatest: Int)
  /// A unit of benefit is worth less than nothing, or more than a plan can reckon with.
  case unusablePriceOfBenefit(price: Int, greatest: Int)
  /// A budget is less than nothing.
  case negativeBudget(budget: Int)
  /// What is required costs more than the budget: the cheapest way found, and what every way costs at least.
  case budgetTooSmall(budget: Int, cheapest: Int, lowerBound: Int)
  /// The prices make the whole network dearer than can be reckoned with.
  case unusableNetwork(reason: String)

  /// What is wrong, and what was expected.
  public var description: String {
    switch self {
    case .unusableSetting(let name, let value, let expected): "\(name) is \(value); expected \(expected)"
    case .unknownPrice(let item): CostError.unknownPrice(item).description
    case .unusablePrice(let item, let capital): "the price of \(item) is \(capital); expected a number of at least 0"
    case .noSuchVillage(let village, let list, let count):
      count == 0
        ? "\(list): village \(village) does not exist; there are no villages"
        : "\(list): village \(village) does not exist; expected 0 to \(count - 1)"
    case .requiredAndExcluded(let village): "village \(village) is both required and excluded"
    case .benefitCount(let benefits, let villages):
      "\(benefits) benefits for \(villages) villages; expected one for each"
    case .negativeBenefit(let village, let benefit): "village \(village) brings \(benefit); expected at least 0"
    case .benefitsTooLarge(let greatest): "the benefits sum to more than \(greatest)"
    case .unusablePriceOfBenefit(let price, let greatest):
      "the price of a unit of benefit is \(price); expected 0 to \(greatest)"
    case .negativeBudget(let budget): "the budget is \(budget); expected at least 0"
    case .budgetTooSmall(let budget, let cheapest, let lowerBound):
      "the budget is \(budget); what is required costs \(cheapest), and at least \(lowerBound)"
    case .unusableNetwork(let reason): reason
    }
  }
}
