/// Sorts many columns of scores of the same villages, one after the other, without taking memory anew.
///
/// Keys are sorted by radix on their 32 highest bits, greatest first (D. E. Knuth, *The Art of Computer Programming* 3, 5.2.5),
/// and what is equal there by insertion. Villages with equal keys keep their order.
struct RankSorter {
  /// The keys of the villages; the greatest comes first.
  var keys: [UInt64]
  /// The places of the villages after ``sort(bits:)``, the first first.
  private(set) var order: [UInt32]
  private var entries: [UInt64]
  private var spare: [UInt64]
  private var counts: [Int32]

  private static let digitBits = 11
  private static let passes = 3

  /// A sorter of `count` villages.
  init(count: Int) {
    keys = [UInt64](repeating: 0, count: count)
    order = [UInt32](repeating: 0, count: count)
    entries = keys
    spare = keys
    counts = [Int32](repeating: 0, count: RankSorter.passes << RankSorter.digitBits)
  }

  /// Sorts by `keys`, none of which has more than `bits` bits. O(count), but for keys that agree in their 32 highest bits.
  mutating func sort(bits: Int) {
    let shift = UInt64(max(0, bits - 32))
    let mask = UInt64(1 << RankSorter.digitBits - 1)
    for index in counts.indices { counts[index] = 0 }
    for index in keys.indices {
      let digits = ~(keys[index] >> shift) & 0xFFFF_FFFF
      entries[index] = digits << 32 | UInt64(truncatingIfNeeded: index)
      for pass in 0..<RankSorter.passes {
        let digit = digits >> UInt64(pass * RankSorter.digitBits) & mask
        counts[pass << RankSorter.digitBits + Int(digit)] += 1
      }
    }
    for pass in 0..<RankSorter.passes { distribute(pass, mask) }
    for place in entries.indices { insert(UInt32(truncatingIfNeeded: entries[place]), at: place) }
  }

  private mutating func distribute(_ pass: Int, _ mask: UInt64) {
    let base = pass << RankSorter.digitBits
    var sum: Int32 = 0
    for slot in base..<(base + 1 << RankSorter.digitBits) {
      (counts[slot], sum) = (sum, sum + counts[slot])
    }
    let shift = UInt64(32 + pass * RankSorter.digitBits)
    for entry in entries {
      let slot = base + Int(entry >> shift & mask)
      spare[Int(counts[slot])] = entry
      counts[slot] += 1
    }
    swap(&entries, &spare)
  }

  /// Moves a village behind the last one with no lesser key.
  private mutating func insert(_ village: UInt32, at place: Int) {
    let key = keys[Int(village)]
    var hole = place
    while hole > 0, keys[Int(order[hole - 1])] < key {
      order[hole] = order[hole - 1]
      hole -= 1
    }
    order[hole] = village
  }
}
