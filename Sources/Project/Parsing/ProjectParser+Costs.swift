import Rollout

extension ProjectParser {
  /// What things cost; the catalogue as it comes where the file says nothing.
  func costs(_ item: YAMLItem?) throws -> CostSource {
    guard let item else { return CostSource() }
    let section = try Section(
      item, name: "costs", keys: Keys.costs,
      expected: "a mapping with any of the keys \(Keys.costs.joined(separator: ", "))")
    var costs = CostSource()
    costs.catalogue = try section["catalogue"]?.text(expected: "the path of a catalogue of prices")
    costs.discountPercent = try section["discount_rate"].map(Self.discount)
    costs.horizonYears = try section["horizon_years"].map(Self.horizon)
    if let prices = section["prices"] { costs.prices = try Self.prices(prices, allowsPlainNumbers: true) }
    return costs
  }

  static func discount(_ item: YAMLItem) throws -> Double {
    let expected = "a number of percent a year from 0 to 100"
    let percent = try item.number(expected: expected)
    guard (0...100).contains(percent) else { throw item.wrong(expected) }
    return percent
  }

  static func horizon(_ item: YAMLItem) throws -> Int {
    try years(item, atMost: 100)
  }

  private static func years(_ item: YAMLItem, atMost greatest: Int) throws -> Int {
    let expected = "a whole number of years from 1 to \(greatest)"
    let number = try item.number(expected: expected)
    guard number == number.rounded(), (1...Double(greatest)).contains(number) else { throw item.wrong(expected) }
    return Int(number)
  }

  /// The prices of a mapping of items; a number stands for the capital where that is allowed.
  static func prices(_ item: YAMLItem, allowsPlainNumbers: Bool) throws -> [CostItem: CostSource.PriceChange] {
    let section = try Section(
      item, name: "prices", keys: CostItem.allCases.map(\.rawValue), expected: "a mapping of items to prices")
    var prices: [CostItem: CostSource.PriceChange] = [:]
    for entry in section.entries where !entry.item.isNull {
      guard let item = CostItem(rawValue: entry.key) else { continue }
      var change = CostSource.PriceChange(line: entry.line)
      if allowsPlainNumbers, entry.item.scalar != nil {
        change.capital = try amount(entry.item, of: "the price of one \(item.unit)")
      } else {
        let price = try Section(
          entry.item, name: "the price \(item)", keys: Keys.price, line: entry.line,
          expected: (allowsPlainNumbers ? "a number, or " : "") + "a mapping with capital and what else is known")
        change.capital = try price["capital"].map { try amount($0, of: "the price of one \(item.unit)") }
        change.running = try running(price)
        change.lifetimeYears = try price["lifetime_years"].map { try years($0, atMost: 200) }
        change.source = try price["source"]?.text()
      }
      prices[item] = change
    }
    return prices
  }

  private static func running(_ price: Section) throws -> CostSource.RunningCost? {
    if let percent = price["running_percent"] {
      try price.refuse("running", because: "running_percent says the same")
      return .percent(try amount(percent, of: "percent of the capital a year"))
    }
    return try price["running"].map { .amount(try amount($0, of: "a year")) }
  }

  private static func amount(_ item: YAMLItem, of what: String) throws -> Double {
    let expected = "a number of at least 0, \(what)"
    let number = try item.number(expected: expected)
    guard number >= 0 else { throw item.wrong(expected) }
    return number
  }
}
