/// What a plan in years counts and what it may take, for a search that tries everything.
public struct JointRules: Sendable {
  /// How many years the plan has.
  public let yearCount: Int
  /// What a unit of benefit is worth from each year on, counted from 0, in parts of a year; 0 for never, at `yearCount`.
  let worth: [Int]
  /// For each limit how much there is by the end of each year.
  let available: [[Int]]
  private let limits: [YearlyLimit]
  private let priced: @Sendable (PlanItem) throws -> PhasingItem
  private let benefit: @Sendable (PlannedService, Int) -> Int
  private let required: [PlannedService: Set<Int>]

  /// Rules by years, limits and discount; `priced` gives the cost and length of an item, `benefit` what serving a village counts
  /// in a year, `required` who must be served. Nil where a limit is lost when it is not used, for then building early may pay.
  public init?(
    yearCount: Int, limits: [YearlyLimit], discountPercent: Double, required: [PlannedService: Set<Int>],
    priced: @escaping @Sendable (PlanItem) throws -> PhasingItem,
    benefit: @escaping @Sendable (PlannedService, Int) -> Int
  ) {
    guard yearCount > 0, yearCount == 1 || limits.allSatisfy(\.carriesOver) else { return nil }
    self.yearCount = yearCount
    worth = PhasingCore.worth(years: yearCount, discountPercent: discountPercent).worth
    self.limits = limits
    available = limits.map { limit in
      var sum = 0
      return limit.perYear.map { amount in
        sum += amount
        return sum
      }
    }
    self.required = required
    self.priced = priced
    self.benefit = benefit
  }

  /// What an item takes of each limit.
  func amounts(_ item: PlanItem) throws -> [Int] {
    let item = try priced(item)
    return limits.map { $0.amount(of: item) }
  }

  /// What serving a village from a year on, counted from 0, is worth, in parts of a year.
  func value(_ service: PlannedService, _ village: Int, from year: Int) -> Int {
    benefit(service, village) * worth[year]
  }

  /// Whether a village must be served.
  func isRequired(_ service: PlannedService, _ village: Int) -> Bool { required[service]?.contains(village) ?? false }

  /// Nothing taken.
  var nothing: [Int] { [Int](repeating: 0, count: available.count * yearCount) }

  /// Takes amounts from a year on; `usage` is by limit, then year. False if there is not as much.
  func take(_ amounts: [Int], from year: Int, _ usage: inout [Int]) -> Bool {
    var fits = true
    for row in amounts.indices where amounts[row] > 0 {
      for place in year..<yearCount {
        usage[row * yearCount + place] += amounts[row]
        if usage[row * yearCount + place] > available[row][place] { fits = false }
      }
    }
    return fits
  }

  /// What two take together; nil if there is not as much.
  func sum(_ first: [Int], _ second: [Int]) -> [Int]? {
    var sum = first
    for place in sum.indices {
      sum[place] += second[place]
      if sum[place] > available[place / yearCount][place % yearCount] { return nil }
    }
    return sum
  }
}
