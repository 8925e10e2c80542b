/// What is left of an instance while it is solved: open columns (sites) and uncovered rows (points), numbered anew.
struct CoverCore: Sendable {
  /// For each column its rows.
  var columns = SparseLists()
  /// For each row its columns.
  var rows = SparseLists()
  /// The cost of each column.
  var costs: [Double] = []
  /// What each row counts.
  var weights: [Double] = []
  /// The Lagrange multiplier of each row, kept from the core before: a warm start.
  var prices: [Double] = []
  /// The site of the instance that each column is.
  var sites: [Int32] = []
  /// Triples of rows whose inequality makes the relaxation of a maximal cover stronger.
  var triples: [RowTriple] = []

  var columnCount: Int { costs.count }
  var rowCount: Int { weights.count }

  /// The core of an instance that is left when `chosen` are built, `isOpen` says which sites may be.
  ///
  /// Points that no open site covers are left out, and so are covered ones.
  init(_ instance: CoverInstance, isCovered: [Bool], isOpen: [Bool]) {
    var isReachable = [Bool](repeating: false, count: instance.pointCount)
    for site in isOpen.indices where isOpen[site] {
      for point in instance.covered[site] { isReachable[Int(point)] = true }
    }
    columns = instance.covered
    costs = instance.sites.map(\.cost)
    weights = instance.weights
    prices = [Double](repeating: 0, count: weights.count)
    sites = costs.indices.map { Int32(truncatingIfNeeded: $0) }
    self = keeping(columns: isOpen, rows: zip(isReachable, isCovered).map { $0 && !$1 })
  }

  /// A core of its own, whose sites are its columns.
  init(columns: SparseLists, costs: [Double], weights: [Double], prices: [Double]) {
    self.columns = columns
    self.costs = costs
    self.weights = weights
    self.prices = prices
    rows = columns.transposed(memberCount: weights.count)
    sites = costs.indices.map { Int32(truncatingIfNeeded: $0) }
  }

  private init() {}

  /// The core without the columns and rows for which false is given; columns that lose all rows go as well. O(members).
  func keeping(columns keptColumns: [Bool], rows keptRows: [Bool]) -> CoverCore {
    var core = CoverCore()
    var numbers = [Int32](repeating: -1, count: rowCount)
    for row in 0..<rowCount where keptRows[row] {
      numbers[row] = Int32(truncatingIfNeeded: core.weights.count)
      core.weights.append(weights[row])
      core.prices.append(prices[row])
    }
    core.takeTriples(triples, numbers: numbers)
    for column in 0..<columnCount where keptColumns[column] {
      let before = core.columns.members.count
      for place in columns.places(of: column) {
        let number = numbers[Int(columns.members[place])]
        if number >= 0 { core.columns.members.append(number) }
      }
      if core.columns.members.count == before { continue }
      core.columns.closeList()
      core.costs.append(costs[column])
      core.sites.append(sites[column])
    }
    core.rows = core.columns.transposed(memberCount: core.weights.count)
    return core
  }

  /// The core without some columns, and without the rows that then no column covers.
  func keepingColumns(_ kept: [Bool]?) -> CoverCore {
    var isReachable = [Bool](repeating: false, count: rowCount)
    for column in 0..<columnCount where kept?[column] ?? true {
      for row in columns[column] { isReachable[Int(row)] = true }
    }
    return keeping(columns: kept ?? [Bool](repeating: true, count: columnCount), rows: isReachable)
  }

  /// The core that is left when columns are built (their rows are covered) and others given up.
  func fixing(built: [Int], closed: [Int] = []) -> CoverCore {
    var keptColumns = [Bool](repeating: true, count: columnCount)
    var keptRows = [Bool](repeating: true, count: rowCount)
    for column in built {
      keptColumns[column] = false
      for place in columns.places(of: column) { keptRows[Int(columns.members[place])] = false }
    }
    for column in closed { keptColumns[column] = false }
    return keeping(columns: keptColumns, rows: keptRows)
  }

  /// The weight of the rows that columns cover together.
  func benefit(of built: [Int]) -> Double {
    var isCovered = [Bool](repeating: false, count: rowCount)
    for column in built { for row in columns[column] { isCovered[Int(row)] = true } }
    return zip(weights, isCovered).reduce(0) { $1.1 ? $0 + $1.0 : $0 }
  }

  /// The parts that share no row and no column, in ascending order of their sizes; of equal ones by their first column.
  func components() -> [CoverCore] {
    var part = [Int](repeating: -1, count: columnCount)
    var isSeen = [Bool](repeating: false, count: rowCount)
    var count = 0
    var stack: [Int] = []
    for first in 0..<columnCount where part[first] < 0 {
      part[first] = count
      stack.append(first)
      while let column = stack.popLast() {
        for row in columns[column] where !isSeen[Int(row)] {
          isSeen[Int(row)] = true
          for other in rows[Int(row)] where part[Int(other)] < 0 {
            part[Int(other)] = count
            stack.append(Int(other))
          }
        }
      }
      count += 1
    }
    if count <= 1 { return [self] }
    return split(part, count: count).sorted { $0.columns.members.count < $1.columns.members.count }
  }

  /// The cores of the parts, each column being in the part given. O(members).
  private func split(_ part: [Int], count: Int) -> [CoverCore] {
    var cores = [CoverCore](repeating: CoverCore(), count: count)
    var numbers = [Int32](repeating: -1, count: rowCount)
    for row in 0..<rowCount {
      guard let column = rows[row].first else { continue }
      let home = part[Int(column)]
      numbers[row] = Int32(truncatingIfNeeded: cores[home].weights.count)
      cores[home].weights.append(weights[row])
      cores[home].prices.append(prices[row])
    }
    for column in 0..<columnCount {
      let home = part[column]
      for row in columns[column] { cores[home].columns.members.append(numbers[Int(row)]) }
      cores[home].columns.closeList()
      cores[home].costs.append(costs[column])
      cores[home].sites.append(sites[column])
    }
    for home in 0..<count { cores[home].rows = cores[home].columns.transposed(memberCount: cores[home].rowCount) }
    return cores
  }
}
