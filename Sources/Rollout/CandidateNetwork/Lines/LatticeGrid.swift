import Geospatial

/// Square cells over the lattice, and what lies in them, sorted by row and column in flat arrays.
struct LatticeGrid: Sendable {
  /// The side of a cell, in units of the lattice.
  let side: Int
  /// One per entry, ascending: the row of its cell in the upper half, the column in the lower.
  private(set) var keys: [UInt64] = []
  /// What the entries stand for.
  private(set) var items: [UInt32] = []

  /// A grid whose cells hold few pieces each: twice as wide as they are long on average, yet at least a sixteenth of the
  /// longest.
  init(for segments: LatticeSegments) {
    var (total, longest) = (0, 1)
    for piece in 0..<segments.count {
      let (a, b) = (segments.places[Int(segments.starts[piece])], segments.places[Int(segments.ends[piece])])
      let extent = max(abs(Int(a.x) - Int(b.x)), abs(Int(a.y) - Int(b.y)))
      total += extent
      longest = max(longest, extent)
    }
    side = max(1_000, longest / 16, 2 * total / max(1, segments.count))
  }

  /// The row or column of a coordinate of the lattice.
  @inline(__always)
  func cell(_ value: Int32) -> Int { (Int(value) + 0x8000_0000) / side }

  /// The rows or columns from the one of `least` to that of `greatest`, with a unit to spare on both sides.
  @inline(__always)
  func cells(_ least: Int32, _ greatest: Int32) -> ClosedRange<Int> {
    max(0, (Int(least) + 0x7FFF_FFFF) / side)...((Int(greatest) + 0x8000_0001) / side)
  }

  /// A cell's place among the keys.
  @inline(__always)
  static func key(column: Int, row: Int) -> UInt64 { UInt64(row) << 32 | UInt64(column) }

  /// Adds an entry; `sort` is called after the last.
  @inline(__always)
  mutating func append(_ item: Int, column: Int, row: Int) {
    keys.append(Self.key(column: column, row: row))
    items.append(UInt32(truncatingIfNeeded: item))
  }

  /// Puts the entries in order of their cells; those of one cell stay in the order in which they were added.
  mutating func sort() {
    var order = items.indices.map { UInt32(truncatingIfNeeded: $0) }
    RadixSort.sort(&order, by: keys)
    items = order.map { items[Int($0)] }
    keys = order.map { keys[Int($0)] }
  }

  /// The entries of some columns of a row. O(log n).
  func entries(columns: ClosedRange<Int>, row: Int) -> Range<Int> {
    let first = firstEntry(from: Self.key(column: columns.lowerBound, row: row))
    var end = first
    let last = Self.key(column: columns.upperBound, row: row)
    while end < keys.count, keys[end] <= last { end += 1 }
    return first..<end
  }

  private func firstEntry(from key: UInt64) -> Int {
    var (low, high) = (0, keys.count)
    while low < high {
      let middle = (low + high) / 2
      if keys[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
