/// An instance in columns, with years counted from 0 and what follows from the needs worked out.
struct PhasingCore: Sendable {
  /// A limit as columns.
  struct Row: Sendable {
    /// What each item takes.
    var amounts: [Int]
    /// How much there is: by the end of each year where it carries over, in each year where it does not.
    var available: [Int]
    /// How much there is by the end of each year, if nothing is lost.
    var sums: [Int]
    var carriesOver: Bool
  }

  let itemCount: Int
  let demandCount: Int
  let yearCount: Int
  let needs: SparseLists
  /// For each item those that need it.
  let dependents: SparseLists
  /// All items, each after what it needs.
  let order: [Int32]
  /// The place of each item in `order`.
  let rank: [Int32]
  /// The first year in which each item can stand with all it needs.
  let earliest: [Int]
  /// The year in which each item must stand for itself or for what needs it; `yearCount` for those that may be left out.
  let latest: [Int]
  let rows: [Row]
  /// What a unit of benefit in each year is worth, in parts of a year.
  let yearWeights: [Int]
  /// What a unit of benefit from each year on is worth, in parts of a year; 0 for never, at `yearCount`.
  let worth: [Int]
  let benefits: [Int]
  /// For each demand its options.
  let options: SparseLists
  /// For each item the demands it is an option of.
  let demandsOfItem: SparseLists

  /// Of items, demands and limits known to be sound one by one. Throws a circle of needs, and what is required and cannot be.
  init(
    items: [PhasingItem], demands: [PhasingDemand], yearCount: Int, limits: [YearlyLimit], discountPercent: Double
  ) throws(PhasingError) {
    itemCount = items.count
    demandCount = demands.count
    self.yearCount = yearCount
    needs = SparseLists(items.map(\.needs))
    dependents = needs.transposed(memberCount: items.count)
    order = try NeedOrder(needs: needs, dependents: dependents).order()
    var rank = [Int32](repeating: 0, count: items.count)
    for (place, item) in order.enumerated() { rank[Int(item)] = Int32(truncatingIfNeeded: place) }
    self.rank = rank
    var earliest = items.map { max($0.fixedYear ?? 1, $0.earliestYear) - 1 }
    var latest = items.map { $0.fixedYear.map { $0 - 1 } ?? ($0.isRequired ? yearCount - 1 : yearCount) }
    for item in order {
      earliest[Int(item)] = needs[Int(item)].reduce(earliest[Int(item)]) { max($0, earliest[Int($1)]) }
    }
    for item in order.reversed() {
      latest[Int(item)] = dependents[Int(item)].reduce(latest[Int(item)]) { min($0, latest[Int($1)]) }
    }
    for item in order where earliest[Int(item)] > latest[Int(item)] {
      throw .cannotStandInTime(item: Int(item), earliest: earliest[Int(item)] + 1, latest: latest[Int(item)] + 1)
    }
    self.earliest = earliest
    self.latest = latest
    rows = limits.map { limit in
      var sum = 0
      let sums = limit.perYear.map { amount in
        sum += amount
        return sum
      }
      return Row(
        amounts: items.map(limit.amount), available: limit.carriesOver ? sums : limit.perYear, sums: sums,
        carriesOver: limit.carriesOver)
    }
    (yearWeights, worth) = Self.worth(years: yearCount, discountPercent: discountPercent)
    benefits = demands.map(\.benefit)
    options = SparseLists(demands.map(\.options))
    demandsOfItem = options.transposed(memberCount: items.count)
    try checkRequired()
  }

  /// What a unit of benefit is worth in each year and from each year on.
  static func worth(years: Int, discountPercent: Double) -> (weights: [Int], worth: [Int]) {
    var factor = 1.0
    let weights = (0..<years).map { _ in
      defer { factor /= 1 + discountPercent / 100 }
      return Int((Double(PhasingInstance.partsPerYear) * factor).rounded())
    }
    var worth = [Int](repeating: 0, count: years + 1)
    for year in (0..<years).reversed() { worth[year] = worth[year + 1] + weights[year] }
    return (weights, worth)
  }

  /// Throws when what must stand by a year takes more than there is by then.
  private func checkRequired() throws(PhasingError) {
    for (index, row) in rows.enumerated() {
      var amount = 0
      for year in 0..<yearCount {
        for item in 0..<itemCount where latest[item] == year { amount += row.amounts[item] }
        if amount > row.sums[year] {
          throw .requiredExceedsLimit(limit: index, year: year + 1, amount: amount, available: row.sums[year])
        }
      }
    }
  }

  /// More than any plan brings: every demand from the first year in which one of its options could stand.
  var plainBound: Int {
    (0..<demandCount).reduce(0) { sum, demand in
      let first = options[demand].reduce(yearCount) { min($0, earliest[Int($1)]) }
      return sum + benefits[demand] * worth[first]
    }
  }
}
