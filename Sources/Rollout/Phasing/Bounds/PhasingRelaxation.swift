/// The plan in years without limits, at a price: an upper bound on what any plan within the limits brings.
///
/// With *x* = 1 for an item and each year in which it stands, a plan is a closure of the graph whose arcs lead from item and
/// year to its needs in that year and to the item in the next year; without limits the best closure is found by a maximum flow
/// (`ClosureFlow`; D. Bienstock and M. Zuckerberg, *Solving LP relaxations of large-scale precedence constrained problems*, 2010).
/// Two kinds of rows are given up for a price (Lagrangian relaxation, so every price of at least 0 gives a bound):
///
/// - What stands by the end of a year took no more of a limit than there was until then. For a limit that does not carry over this
///   says less than the limit does, so the bound holds for it too.
/// - Of the options of a demand one is enough. The benefit of a demand in a year is given to each of its options that stands, less a
///   share; that the options together must not give more than the whole is the row, and the share its price. The share is counted
///   whether the demand is served or not.
///
/// All prices together at their best give the bound of the linear relaxation. Profits are whole parts of a year, rounded up, so
/// rounding never lets the bound fall below the truth.
struct PhasingRelaxation: Sendable {
  let core: PhasingCore
  let windows: YearWindows
  /// The demands with more than one option that can stand.
  let choices: [Int]
  /// The first vertex of each item: one for each year of its window but the last.
  let firstVertex: [Int]
  /// The flow of the prices asked for last.
  private(set) var flow: ClosureFlow
  /// What is used of each limit by the end of each year in the closure found last, `yearCount` numbers per limit.
  private(set) var used: [Double]
  /// How many options of each demand with a choice the closure counts in each year.
  private(set) var counts: [Double]
  /// The closure found last, a vertex each.
  private(set) var closure: [Bool] = []

  /// The relaxation of an instance whose items stand in the years of `windows`.
  init(_ core: PhasingCore, windows: YearWindows) {
    self.core = core
    self.windows = windows
    var firstVertex: [Int] = []
    var vertexCount = 0
    for item in 0..<core.itemCount {
      firstVertex.append(vertexCount)
      vertexCount += windows.last[item] - windows.first[item]
    }
    var needs: [(Int32, Int32)] = []
    for item in 0..<core.itemCount {
      let (first, last) = (windows.first[item], windows.last[item])
      for year in first..<last {
        let vertex = Int32(truncatingIfNeeded: firstVertex[item] + year - first)
        if year + 1 < last { needs.append((vertex, vertex + 1)) }
        for need in core.needs[item] where year < windows.last[Int(need)] {
          let place = firstVertex[Int(need)] + year - windows.first[Int(need)]
          needs.append((vertex, Int32(truncatingIfNeeded: place)))
        }
      }
    }
    self.firstVertex = firstVertex
    flow = ClosureFlow(vertexCount: vertexCount, needs: needs)
    choices = (0..<core.demandCount).filter { demand in
      core.benefits[demand] > 0
        && core.options[demand].count { windows.first[Int($0)] < core.yearCount } > 1
    }
    used = [Double](repeating: 0, count: core.rows.count * core.yearCount)
    counts = [Double](repeating: 0, count: choices.count * core.yearCount)
  }

  /// The bound at prices of at least 0, in parts of a year. O(one maximum flow, from the flow of the last prices).
  mutating func bound(at prices: PhasingPrices, workLimit: Int = .max) -> Int {
    let years = core.yearCount
    var constant = 0
    for (index, row) in core.rows.enumerated() {
      for year in 0..<years {
        constant += Int((prices.limits[index * years + year] * Double(row.sums[year])).nextUp.rounded(.up))
      }
    }
    var shares = prices.choices.map { Int($0) }
    for place in shares.indices {
      let benefit = core.benefits[choices[place / years]] * core.yearWeights[place % years]
      shares[place] = min(shares[place], benefit)
      constant += shares[place]
    }
    let shareStart = Self.places(of: choices, count: core.demandCount, step: years)
    for item in 0..<core.itemCount {
      let first = windows.first[item]
      for year in first..<years {
        var profit = 0
        for demand in core.demandsOfItem[item] {
          let demand = Int(demand)
          let start = shareStart[demand]
          profit += core.benefits[demand] * core.yearWeights[year] - (start < 0 ? 0 : shares[start + year])
        }
        for (index, row) in core.rows.enumerated() where row.amounts[item] > 0 {
          profit -= Int((prices.limits[index * years + year] * Double(row.amounts[item])).nextDown.rounded(.down))
        }
        if year >= windows.last[item] {
          constant += profit
        } else {
          flow.setProfit(firstVertex[item] + year - first, to: profit)
        }
      }
    }
    flow.maximise(workLimit: workLimit)
    measure(shares)
    return constant + flow.bound
  }

  /// Whether an item stands in a year in the closure found last.
  func stands(_ item: Int, in year: Int) -> Bool {
    year >= windows.last[item]
      || (year >= windows.first[item] && closure[firstVertex[item] + year - windows.first[item]])
  }

  /// What is left to a vertex that is in no closure or lost by it: the bound falls at least by this when the item must not stand, or
  /// below 0 must stand, in the year.
  func excess(_ item: Int, in year: Int) -> Int { flow.excesses[firstVertex[item] + year - windows.first[item]] }

  /// Finds what the closure uses, and counts the options it takes.
  private mutating func measure(_ shares: [Int]) {
    closure = flow.closure()
    let years = core.yearCount
    for place in used.indices { used[place] = 0 }
    for item in 0..<core.itemCount {
      for year in windows.first[item]..<years where stands(item, in: year) {
        for row in core.rows.indices { used[row * years + year] += Double(core.rows[row].amounts[item]) }
      }
    }
    for (index, demand) in choices.enumerated() {
      for year in 0..<years {
        let place = index * years + year
        let isPaid = shares[place] < core.benefits[demand] * core.yearWeights[year]
        let count = core.options[demand].count { stands(Int($0), in: year) }
        counts[place] = Double(isPaid ? count : min(1, count))
      }
    }
  }

  /// Where the numbers of each of some members start, -1 for those not among them.
  private static func places(of members: [Int], count: Int, step: Int) -> [Int] {
    var places = [Int](repeating: -1, count: count)
    for (index, member) in members.enumerated() { places[member] = index * step }
    return places
  }
}
