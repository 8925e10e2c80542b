/// What could be built and whom it would serve, the years of the plan and what each of them allows.
///
/// A plan gives items a year or leaves them out. An item may be built when all it needs stands, in the same year at the
/// earliest. A demand is served from the first year in which one of its options stands.
///
/// **What a plan brings.** A demand served from year *t* to the last year *Y* counts its benefit once for each of these years,
/// and that of year *s* is worth 1 / (1 + *r*)^(*s* - 1) of one in year 1 at a discount rate of *r*. So the unit is that of a
/// year of benefit in year 1, earlier is always better, and without discounting a demand served from year 2 of 5 counts four
/// times. The worth of a year is rounded to millionths, and from there on sums are exact.
public struct PhasingInstance: Sendable {
  /// More years are refused.
  public static let greatestYearCount = 100
  /// Sums of costs, lengths, limits and benefits beyond this are refused.
  public static let largestTotal = 1 << 53
  /// In this many parts the worth of a year is measured.
  static let partsPerYear = 1_000_000

  /// What could be built.
  public let items: [PhasingItem]
  /// Whom it would serve.
  public let demands: [PhasingDemand]
  /// How many years the plan has.
  public let yearCount: Int
  /// What each year allows; none for a plan with money and crews without end.
  public let limits: [YearlyLimit]
  /// By how many **percent** a year benefits lose in worth.
  public let discountPercent: Double
  /// The same in columns, counted from 0.
  let core: PhasingCore

  /// An instance. Throws the first thing that is wrong: years, limits, items in order, needs in a circle, demands, then what
  /// is required. O(items + needs + options).
  public init(
    items: [PhasingItem], demands: [PhasingDemand], yearCount: Int, limits: [YearlyLimit], discountPercent: Double = 0
  ) throws(PhasingError) {
    try Self.checkYears(yearCount, limits: limits, discountPercent: discountPercent)
    try Self.check(items, years: yearCount)
    try Self.check(demands, itemCount: items.count, years: yearCount)
    self.items = items
    self.demands = demands
    self.yearCount = yearCount
    self.limits = limits
    self.discountPercent = discountPercent
    core = try PhasingCore(
      items: items, demands: demands, yearCount: yearCount, limits: limits, discountPercent: discountPercent)
  }

  /// What a plan brings, in **years of benefit** worth those of year 1; one year per item from 1, nil for those left out.
  /// Throws what the plan breaks.
  public func benefit(of years: [Int?]) throws(PhasingError) -> Double {
    try check(years)
    let core = core
    let internalYears = years.map { $0.map { $0 - 1 } ?? core.yearCount }
    return (0..<core.demandCount).reduce(0) { sum, demand in
      let year = core.options[demand].map { internalYears[Int($0)] }.min() ?? core.yearCount
      return sum + core.benefits[demand] * core.worth[year]
    }.inYears
  }

  /// The year from which each demand is served by a plan, nil for never.
  public func servedYears(of years: [Int?]) -> [Int?] {
    demands.map { demand in demand.options.compactMap { years[$0] }.min() }
  }

  /// What a plan takes of each limit in each year, one list per limit, one number per year.
  public func used(by years: [Int?]) -> [[Int]] {
    limits.map { limit in
      var used = [Int](repeating: 0, count: yearCount)
      for (item, year) in zip(items, years) {
        if let year { used[year - 1] += limit.amount(of: item) }
      }
      return used
    }
  }
}

extension Int {
  /// Parts of a year as years.
  var inYears: Double { Double(self) / Double(PhasingInstance.partsPerYear) }
}
