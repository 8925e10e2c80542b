/// Why a plan in years cannot be made. Items, demands and limits are named by their places in their lists, years from 1.
public enum PhasingError: Error, Equatable, CustomStringConvertible {
  /// The plan has no year.
  case noYears
  /// More years than `PhasingInstance.greatestYearCount`.
  case tooManyYears(Int)
  /// The discount rate is no number from 0 to 100.
  case unusableDiscount(percent: Double)
  /// A limit does not have exactly one amount per year.
  case unequalYears(limit: Int, amounts: Int, years: Int)
  /// A limit is below zero in a year.
  case negativeLimit(limit: Int, year: Int, amount: Int)
  /// The budgets are zero in every year.
  case noMoney
  /// An item costs less than nothing.
  case negativeCost(item: Int, cost: Int)
  /// An item is shorter than nothing.
  case negativeLength(item: Int, metres: Int)
  /// The costs, the lengths or the limits sum to more than `PhasingInstance.largestTotal`.
  case tooLarge(what: String)
  /// An item needs something that is not in the list of items.
  case noSuchNeed(item: Int, need: Int, itemCount: Int)
  /// Items that need each other in a circle: each needs the next, the last needs the first.
  case cycle(items: [Int])
  /// The earliest or the fixed year of an item is no year of the plan.
  case noSuchYear(item: Int, year: Int, years: Int)
  /// A demand counts less than nothing.
  case negativeBenefit(demand: Int, benefit: Int)
  /// An option of a demand is not in the list of items.
  case noSuchOption(demand: Int, option: Int, itemCount: Int)
  /// An item of a plan serves a village that there is no benefit of.
  case noSuchVillage(item: Int, village: Int, villageCount: Int)
  /// An item must stand by a year, because of itself or of what needs it, but cannot before a later one.
  case cannotStandInTime(item: Int, earliest: Int, latest: Int)
  /// What must stand by a year takes more of a limit than there is by then.
  case requiredExceedsLimit(limit: Int, year: Int, amount: Int, available: Int)
  /// No order was found in which what is required fits the limits; these items are required.
  case requiredDoesNotFit(items: [Int])
  /// Years for an item list of another length.
  case unequalCounts(items: Int, years: Int)
  /// An item of a plan is built before something it needs, which stands from `needYear` on or never.
  case builtBeforeNeed(item: Int, year: Int, need: Int, needYear: Int?)
  /// A plan takes more of a limit than there is.
  case limitExceeded(limit: Int, year: Int, amount: Int, available: Int)
  /// A plan leaves out an item that is required.
  case leftOut(item: Int)
  /// A ceiling on the benefit does not have exactly one number per year, or one of them is below zero.
  case unusableCeiling(reason: String)

  /// What is wrong, and what was expected.
  public var description: String {
    switch self {
    case .noYears: "a plan of no years; expected at least one"
    case .tooManyYears(let years): "a plan of \(years) years; expected at most \(PhasingInstance.greatestYearCount)"
    case .unusableDiscount(let percent): "the discount rate is \(percent) %; expected a number from 0 to 100"
    case .unequalYears(let limit, let amounts, let years):
      "limit \(limit): \(amounts) amounts for \(years) years; expected one per year"
    case .negativeLimit(let limit, let year, let amount):
      "limit \(limit): \(amount) in year \(year); expected at least 0"
    case .noMoney: "the budget is 0 in every year; expected more than 0 in one of them"
    case .negativeCost(let item, let cost): "item \(item): costs \(cost); expected at least 0"
    case .negativeLength(let item, let metres): "item \(item): is \(metres) m long; expected at least 0"
    case .tooLarge(let what): "\(what) sum to more than \(PhasingInstance.largestTotal)"
    case .noSuchNeed(let item, let need, let count):
      "item \(item): needs item \(need); expected 0 to \(count - 1)"
    case .cycle(let items):
      "items that wait for each other: \(Self.circle(items)); expected no item to need itself in the end"
    case .noSuchYear(let item, let year, let years):
      "item \(item): year \(year); expected a year from 1 to \(years)"
    case .negativeBenefit(let demand, let benefit):
      "demand \(demand): counts \(benefit); expected at least 0"
    case .noSuchOption(let demand, let option, let count):
      "demand \(demand): served by item \(option); expected 0 to \(count - 1)"
    case .noSuchVillage(let item, let village, let count):
      "item \(item): serves village \(village); expected 0 to \(count - 1)"
    case .cannotStandInTime(let item, let earliest, let latest):
      "item \(item): must stand in year \(latest), but cannot before year \(earliest)"
    case .requiredExceedsLimit(let limit, let year, let amount, let available):
      "what must stand by year \(year) takes \(amount) of limit \(limit), of which there is \(available) by then"
    case .requiredDoesNotFit(let items):
      "no order found in which the \(items.count) required items fit the yearly limits, among them item \(items.first ?? 0)"
    case .unequalCounts(let items, let years): "\(items) items but \(years) years; expected one per item"
    case .builtBeforeNeed(let item, let year, let need, let needYear):
      "item \(item): built in year \(year), but item \(need), which it needs, "
        + (needYear.map { "in year \($0)" } ?? "never")
    case .limitExceeded(let limit, let year, let amount, let available):
      "\(amount) of limit \(limit) used by year \(year); expected at most \(available)"
    case .leftOut(let item): "item \(item): is required, but not built"
    case .unusableCeiling(let reason): "benefit ceiling: \(reason)"
    }
  }

  /// As in `3 → 5 → 3`, shortened in the middle.
  private static func circle(_ items: [Int]) -> String {
    let names = (items + items.prefix(1)).map { "\($0)" }
    return (names.count > 12 ? names.prefix(6) + ["…"] + names.suffix(5) : names[...]).joined(separator: " → ")
  }
}
