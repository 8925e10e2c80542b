/// One way to build a service in years: what it is worth, what it takes, and what other services may share of it or must bring.
struct JointOption {
  /// Its worth, in parts of a year.
  var value: Int
  /// What it takes by limit, then up to each year.
  var usage: [Int]
  /// The year, counted from 0, from which there is a new cable or grid at each place of a site; the number of years for never.
  var offers: [Int] = []
  /// The year by which there must be a new cable at each place; the number of years for none.
  var cableWants: [Int] = []
  /// The year by which there must be a new grid at each place; the number of years for none.
  var gridWants: [Int] = []
  /// What it is, in the terms of its service.
  var code: [Int] = []

  /// Whether it is at least as good in all, for worths that are not less.
  func covers(_ other: JointOption) -> Bool {
    for place in usage.indices where usage[place] > other.usage[place] { return false }
    for place in offers.indices where offers[place] > other.offers[place] { return false }
    for place in cableWants.indices where cableWants[place] < other.cableWants[place] { return false }
    for place in gridWants.indices where gridWants[place] < other.gridWants[place] { return false }
    return true
  }

  /// The options that no other one covers, the greatest worth first; of equal ones the first stays.
  static func best(of options: [JointOption]) -> [JointOption] {
    let order = options.indices.sorted { first, second in
      let (a, b) = (options[first], options[second])
      if a.value != b.value { return a.value > b.value }
      let (left, right) = (a.usage.reduce(0, +), b.usage.reduce(0, +))
      return left != right ? left < right : first < second
    }
    var kept: [JointOption] = []
    for place in order where !kept.contains(where: { $0.covers(options[place]) }) { kept.append(options[place]) }
    return kept
  }
}
