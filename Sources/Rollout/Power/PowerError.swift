/// Why power cannot be planned.
public enum PowerError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A setting has a value it cannot have.
  case unusableSetting(name: String, value: Double, expected: String)
  /// A village's number of households or people is no number of at least 0, or not below a million.
  case unusableCount(village: Int, count: Double)
  /// No village tells how many households or people it has.
  case noHouseholds
  /// Not one number of households or of benefits for each village.
  case wrongCount(of: String, count: Int, villages: Int)
  /// A benefit below 0, or a price of a unit of benefit below 0.
  case negative(what: String, value: Int)
  /// Price times benefits is more than can be reckoned with.
  case worthTooLarge(price: Int)

  /// What is wrong, and what was expected.
  public var description: String {
    switch self {
    case .unusableSetting(let name, let value, let expected): "\(name) is \(value); expected \(expected)"
    case .unusableCount(let village, let count):
      "village \(village) has \(count) households or people; expected at least 0 and less than 1,000,000"
    case .noHouseholds: "no village tells its households or people; expected them for at least one"
    case .wrongCount(let what, let count, let villages):
      "\(count) \(what) for \(villages) villages; expected one for each"
    case .negative(let what, let value): "\(what) is \(value); expected at least 0"
    case .worthTooLarge(let price):
      "at \(price) a unit the benefits are worth more than \(1 << 60), the most that can be reckoned with"
    }
  }
}
