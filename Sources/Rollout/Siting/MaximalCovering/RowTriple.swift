/// Three rows of a core, and the inequality that whole numbers of sites obey there and fractions of sites often do not.
///
/// A site that covers one or two of the three counts once, one that covers all three counts twice: so counted, the sites built
/// are at least as many as the covered rows less one. Three halves of sites that cover two rows each are forbidden by it; it is
/// the smallest of the {0, ½} cuts (A. Caprara and M. Fischetti, *{0, ½}-Chvátal-Gomory cuts*, Math. Programming 74, 1996) of
/// the rows' own inequalities.
struct RowTriple: Sendable, Equatable {
  /// The rows, ascending.
  let first: Int32
  let second: Int32
  let third: Int32
  /// The Lagrange multiplier of the inequality.
  var price = 0.0

  /// The triple of three different rows; nil where two are the same.
  init?(_ a: Int32, _ b: Int32, _ c: Int32, price: Double = 0) {
    guard a != b, b != c, a != c else { return nil }
    first = min(a, b, c)
    third = max(a, b, c)
    second = max(min(a, b), min(max(a, b), c))
    self.price = price
  }

  /// The three rows.
  var rows: [Int] { [Int(first), Int(second), Int(third)] }
}

extension CoverCore {
  /// Takes over triples under new numbers of their rows, a negative one being that of a row that is gone.
  ///
  /// Where a row is gone or two have become one, the inequality follows from those of the rows left; its price becomes theirs,
  /// which never makes the bound of the relaxation worse.
  mutating func takeTriples(_ old: [RowTriple], numbers: [Int32]) {
    triples = []
    for triple in old {
      let rows = triple.rows.map { numbers[$0] }
      if let renumbered = RowTriple(rows[0], rows[1], rows[2], price: triple.price), renumbered.first >= 0 {
        triples.append(renumbered)
        continue
      }
      let left = Set(rows.filter { $0 >= 0 })
      let isMerged = !rows.contains { $0 < 0 }
      let share = isMerged ? (left.count == 1 ? 2 : 1) : 1 / Double(max(1, left.count))
      for row in left { prices[Int(row)] += share * triple.price }
    }
  }

  /// For each column its rows, and after them the triples in which it counts, those in which it counts twice being there
  /// twice; the first triple has the number that follows the last row.
  func columnsWithTriples() -> SparseLists {
    if triples.isEmpty { return columns }
    var lists: [Int: [Int32]] = [:]
    for (number, triple) in triples.enumerated() {
      let name = Int32(truncatingIfNeeded: rowCount + number)
      for (column, count) in counts(in: triple) { lists[column, default: []] += count == 3 ? [name, name] : [name] }
    }
    var result = SparseLists()
    for column in 0..<columnCount {
      result.members += columns[column]
      if let list = lists[column] { result.members += list }
      result.closeList()
    }
    return result
  }

  /// The columns that cover any row of a triple, ascending, and how many rows of it each covers.
  func counts(in triple: RowTriple) -> [(column: Int, count: Int)] {
    var result: [(column: Int, count: Int)] = []
    for column in triple.rows.flatMap({ rows[$0] }).sorted() {
      if let last = result.last, last.column == Int(column) {
        result[result.count - 1].count += 1
      } else {
        result.append((Int(column), 1))
      }
    }
    return result
  }
}
