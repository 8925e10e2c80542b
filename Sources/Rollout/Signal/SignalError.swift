/// Why mobile sites cannot be planned.
public enum SignalError: Error, Equatable, CustomStringConvertible {
  /// A setting has a value it cannot have.
  case unusableSetting(name: String, value: Double, expected: String)
  /// Not exactly one entry per village.
  case unequalCounts(list: String, count: Int, villages: Int)
  /// A number below zero for a village.
  case negative(list: String, village: Int, value: Int)
  /// A condition on a site that is not there.
  case unknownSite(SiteOrigin)
  /// A site is required and cannot be built.
  case impossibleSite(SiteOrigin, reason: String)
  /// There are villages without signal and no place to build a site.
  case noCandidates
  /// A price is missing.
  case cost(CostError)
  /// A price is below zero or no number.
  case unusablePrice(CostItem, value: Double)
  /// A budget or the price of a benefit is below zero.
  case negativeMoney(name: String, value: Int)
  /// Sums are too large to be exact.
  case tooLarge
  /// The sites themselves.
  case siting(SitingError)

  /// What is wrong, and what was expected.
  public var description: String {
    switch self {
    case .unusableSetting(let name, let value, let expected): "\(name) is \(value); expected \(expected)"
    case .unequalCounts(let list, let count, let villages):
      "\(list) has \(count) entries for \(villages) villages; expected one per village"
    case .negative(let list, let village, let value): "\(list) of village \(village) is \(value); expected at least 0"
    case .unknownSite(let origin): "a condition names \(origin), which is not there"
    case .impossibleSite(let origin, let reason): "the required site at \(origin) cannot be built: \(reason)"
    case .noCandidates:
      "there is no place to build a site; expected villages, points or towers that are not all forbidden"
    case .cost(let error): error.description
    case .unusablePrice(let item, let value): "the price of \(item) is \(value); expected at least 0"
    case .negativeMoney(let name, let value): "the \(name) is \(value); expected at least 0"
    case .tooLarge: "costs and benefits sum to more than can be added exactly; expected less than 4,500 million million"
    case .siting(let error): error.description
    }
  }
}
