/// Finds triples of rows whose inequality a fractional solution violates.
struct TripleSeparation {
  /// What is less than this is not worth a multiplier.
  private static let leastViolation = 0.1
  /// In how many new triples a row may be.
  private static let greatestUse = 2
  /// So many triples of one first row are looked at further; of more, the most violated.
  private static let mostPerRow = 200

  private let core: CoverCore
  private let fractions: [Double]
  /// The rows looked at: of those with the same fractional columns the heaviest.
  private var rows: [Int] = []
  /// By how much the cover of each such row differs from 1.
  private var slacks: [Double] = []
  /// For each column the places in `rows` of its rows.
  private var places: [Int32: [Int32]] = [:]
  /// The fractional columns of each row looked at.
  private var columns: [[Int32]] = []

  /// The rows that two fractional columns or more cover about once.
  init(_ core: CoverCore, fractions: [Double], _ meter: inout WorkMeter) {
    self.core = core
    self.fractions = fractions
    var kinds: [[Int32]: Int] = [:]
    meter.spend(core.rows.members.count)
    for row in 0..<core.rowCount {
      var cover = 0.0
      var partly: [Int32] = []
      for column in core.rows[row] {
        let fraction = fractions[Int(column)]
        cover += fraction
        if fraction > 0.02, fraction < 0.98 { partly.append(column) }
      }
      let slack = abs(1 - cover)
      if partly.count < 2 || slack > 0.5 { continue }
      if let place = kinds[partly] {
        if core.weights[row] > core.weights[rows[place]] { (rows[place], slacks[place]) = (row, slack) }
        continue
      }
      kinds[partly] = rows.count
      rows.append(row)
      slacks.append(slack)
      columns.append(partly)
    }
    for (place, partly) in columns.enumerated() {
      for column in partly { places[column, default: []].append(Int32(truncatingIfNeeded: place)) }
    }
  }

  /// The violated triples that are not among `known`, the most violated first; no row is in more than two of them. Those found
  /// until the work is done.
  func triples(except known: [RowTriple], _ meter: inout WorkMeter) -> [RowTriple] {
    var found: [Violated] = []
    var neighbours: [[Int32]] = []
    for (place, partly) in columns.enumerated() {
      if meter.isExhausted() { return [] }
      meter.spend(partly.reduce(0) { $0 + (places[$1]?.count ?? 0) })
      neighbours.append(Set(partly.flatMap { places[$0] ?? [] }).filter { Int($0) > place }.sorted())
    }
    for (a, list) in neighbours.enumerated() {
      let before = found.count
      for (index, b) in list.enumerated() where slacks[a] + slacks[Int(b)] < 1 - Self.leastViolation {
        if meter.isExhausted() { break }
        meter.spend(list.count - index)
        if found.count - before > 2 * Self.mostPerRow { keepMostViolated(&found, from: before) }
        for c in list[(index + 1)...] {
          let slack = slacks[a] + slacks[Int(b)] + slacks[Int(c)]
          if slack >= 1 - Self.leastViolation { continue }
          meter.spend(12)
          let odd = oddFractions(a, Int(b), Int(c), limit: 1 - Self.leastViolation - slack)
          if slack + odd >= 1 - Self.leastViolation { continue }
          let (first, second, third) = (rows[a], rows[Int(b)], rows[Int(c)])
          guard let triple = RowTriple(Int32(first), Int32(second), Int32(third)) else { continue }
          found.append((1 - slack - odd, triple))
        }
      }
      keepMostViolated(&found, from: before)
    }
    found.sort(by: Self.isMoreViolated)
    var uses: [Int: Int] = [:]
    let names = Set(known.map(\.rows))
    return found.map(\.triple).filter { triple in
      if names.contains(triple.rows) || triple.rows.contains(where: { uses[$0, default: 0] >= Self.greatestUse }) {
        return false
      }
      for row in triple.rows { uses[row, default: 0] += 1 }
      return true
    }
  }

  private typealias Violated = (violation: Double, triple: RowTriple)

  private static func isMoreViolated(_ first: Violated, _ second: Violated) -> Bool {
    (second.violation, first.triple.first, first.triple.second, first.triple.third)
      < (first.violation, second.triple.first, second.triple.second, second.triple.third)
  }

  /// Leaves of those from a place on only the most violated.
  private func keepMostViolated(_ found: inout [Violated], from place: Int) {
    guard found.count - place > Self.mostPerRow else { return }
    found[place...].sort(by: Self.isMoreViolated)
    found.removeSubrange((place + Self.mostPerRow)...)
  }

  /// The sum of the fractions of columns that cover one or three of the rows; any more than `limit` once it is above that.
  private func oddFractions(_ a: Int, _ b: Int, _ c: Int, limit: Double) -> Double {
    var sum = 0.0
    let (first, second, third) = (core.rows[rows[a]], core.rows[rows[b]], core.rows[rows[c]])
    var (i, j, k) = (first.startIndex, second.startIndex, third.startIndex)
    while sum < limit {
      let x = i < first.endIndex ? first[i] : .max
      let y = j < second.endIndex ? second[j] : .max
      let z = k < third.endIndex ? third[k] : .max
      let least = min(x, y, z)
      if least == .max { break }
      let count = (x == least ? 1 : 0) + (y == least ? 1 : 0) + (z == least ? 1 : 0)
      if count != 2 { sum += fractions[Int(least)] }
      if x == least { i += 1 }
      if y == least { j += 1 }
      if z == least { k += 1 }
    }
    return sum
  }
}
