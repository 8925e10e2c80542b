/// Which triples the columns of a sweep have to do with, and from where to where each is watched (see ``SweepPart/TripleUse``).
struct SweepTriples {
  /// A triple that is watched.
  private struct Watched {
    let triple: RowTriple
    /// Its room when all that is built are fixed columns.
    let start: Int
    /// How many of the columns that can make up a unit are not decided yet.
    var left: Int
    /// Which bits of the watch are its: nil before its first column, -1 where none are left.
    var slot: Int?
  }

  private let core: CoverCore
  private var watched: [Watched] = []
  /// For each column the watched triples that it counts in, and how many rows of each it covers.
  private var ofColumn: [Int: [(number: Int, count: Int)]] = [:]
  private var freeSlots = Array((0..<SweepPart.watchCount).reversed())
  /// What the triples lose in any case that no open column can make up.
  private(set) var loss = 0.0
  /// For each column what is lost once it is decided by triples that are not watched.
  private(set) var afterwards: [Int: Double] = [:]

  /// The triples of a core, some columns of which are fixed and the others fall into parts.
  init(_ core: CoverCore, _ parts: [[Int]], _ fixing: SweepFixing) {
    self.core = core
    var rank = [Int](repeating: -1, count: core.columnCount)
    var home = rank
    var place = 0
    for (number, part) in parts.enumerated() {
      for column in part {
        (rank[column], home[column]) = (place, number)
        place += 1
      }
    }
    for triple in core.triples {
      let counts = core.counts(in: triple)
      let makers = counts.filter { $0.count > 1 && rank[$0.column] >= 0 }
      guard let first = makers.first else {
        loss += triple.price
        continue
      }
      if makers.contains(where: { home[$0.column] != home[first.column] }) {
        let last = makers.max { rank[$0.column] < rank[$1.column] } ?? first
        afterwards[last.column, default: 0] += triple.price
        continue
      }
      var room = 1
      for (column, count) in counts where fixing.isBuilt[column] == true { room += (count + 1) / 2 }
      for row in triple.rows where fixing.isCovered[row] { room -= 1 }
      for (column, count) in counts where home[column] == home[first.column] {
        ofColumn[column, default: []].append((watched.count, count))
      }
      watched.append(Watched(triple: triple, start: room, left: makers.count))
    }
  }

  /// What the next column of the sweep means for watched triples; `place` says where a row stands in the states, if it does.
  mutating func uses(of column: Int, place: (Int) -> Int?) -> [SweepPart.TripleUse] {
    var uses: [SweepPart.TripleUse] = []
    for (number, count) in ofColumn[column] ?? [] where watched[number].left > 0 {
      let triple = watched[number].triple
      var start: Int?
      if watched[number].slot == nil {
        // Where no bits are left the triple is not watched.
        watched[number].slot = freeSlots.popLast() ?? -1
        start = watched[number].start
      }
      if count > 1 { watched[number].left -= 1 }
      let isLast = watched[number].left == 0
      guard let slot = watched[number].slot, slot >= 0 else {
        if isLast { afterwards[column, default: 0] += triple.price }
        continue
      }
      let places = triple.rows.filter { core.columns[column].contains(Int32($0)) }.compactMap(place)
      uses.append(
        SweepPart.TripleUse(
          slot: slot, price: triple.price, count: (count + 1) / 2, places: places, start: start, isLast: isLast))
      if isLast { freeSlots.append(slot) }
    }
    return uses
  }
}
