/// Sorts many columns of scores of the same villages, one after the other, without taking memory anew.
///
/// Keys are sorted by radix on their highest bits, greatest first (D. E. Knuth, *The Art of Computer Programming* 3, 5.2.5),
/// and what is equal there by insertion: on 22 bits in two passes, which nearly always tell all villages apart, and on
/// 32 in three where they do not. Villages with equal keys keep their order.
struct RankSorter {
  /// The keys of the villages; the greatest comes first.
  var keys: [UInt64]
  /// The places of the villages after ``sort(bits:)``, the first first.
  private(set) var order: [UInt32]
  /// A village each, below the bits that it is sorted by: those of its key from the top, turned around so that the greatest
  /// comes first.
  private var entries: [UInt64]
  private var spare: [UInt64]
  private var counts: [UInt32]

  private static let villageBits = 32
  private static let digitBits = 11
  private static let digitCount = 1 << digitBits
  private static let passes = 3
  /// More moves for each village than this on average, and the villages are sorted again by more of their bits.
  private static let mostMovesPerVillage = 4

  /// A sorter of `count` villages.
  init(count: Int) {
    keys = [UInt64](repeating: 0, count: count)
    order = [UInt32](repeating: 0, count: count)
    entries = keys
    spare = keys
    counts = [UInt32](repeating: 0, count: RankSorter.passes * RankSorter.digitCount)
  }

  /// Sorts by `keys`, none of which has more than `bits` bits. O(count), but for keys that agree in their 32 highest bits.
  mutating func sort(bits: Int) {
    let few = count(bits: bits, passes: 2)
    if insert(mostMoves: few) { return }
    _ = count(bits: bits, passes: RankSorter.passes)
    _ = insert(mostMoves: .max)
  }

  /// Sorts the entries by so many digits of their keys; how many moves are then worth while.
  private mutating func count(bits: Int, passes: Int) -> Int {
    let top = UInt64(min(passes * RankSorter.digitBits, RankSorter.villageBits))
    let shift = UInt64(max(0, bits - Int(top)))
    let (mask, digitMask) = ((UInt64(1) << top) - 1, UInt64(RankSorter.digitCount - 1))
    keys.withUnsafeBufferPointer { keys in
      counts.withUnsafeMutableBufferPointer { counts in
        counts.update(repeating: 0)
        entries.withUnsafeMutableBufferPointer { entries in
          spare.withUnsafeMutableBufferPointer { spare in
            for index in keys.indices {
              let digits = ~(keys[index] >> shift) & mask
              entries[index] = digits << UInt64(RankSorter.villageBits) | UInt64(truncatingIfNeeded: index)
              for pass in 0..<passes {
                let digit = digits >> UInt64(pass * RankSorter.digitBits) & digitMask
                counts[pass &* RankSorter.digitCount &+ Int(truncatingIfNeeded: digit)] &+= 1
              }
            }
            for pass in 0..<passes {
              let own = UnsafeMutableBufferPointer(
                rebasing: counts[pass * RankSorter.digitCount..<(pass + 1) * RankSorter.digitCount])
              RankSorter.distribute(
                pass % 2 == 0 ? entries : spare, to: pass % 2 == 0 ? spare : entries, own,
                shift: UInt64(RankSorter.villageBits + pass * RankSorter.digitBits))
            }
          }
        }
      }
    }
    if passes % 2 == 1 { swap(&entries, &spare) }
    return keys.count * RankSorter.mostMovesPerVillage
  }

  private static func distribute(
    _ from: UnsafeMutableBufferPointer<UInt64>, to: UnsafeMutableBufferPointer<UInt64>,
    _ counts: UnsafeMutableBufferPointer<UInt32>, shift: UInt64
  ) {
    var sum: UInt32 = 0
    for digit in counts.indices {
      let count = counts[digit]
      counts[digit] = sum
      sum &+= count
    }
    let mask = UInt64(digitCount - 1)
    for entry in from {
      let digit = Int(truncatingIfNeeded: entry >> shift & mask)
      to[Int(counts[digit])] = entry
      counts[digit] &+= 1
    }
  }

  /// Puts the villages in order by their whole keys, each behind the last one with no lesser key; false when that takes
  /// more moves than `mostMoves`.
  private mutating func insert(mostMoves: Int) -> Bool {
    keys.withUnsafeBufferPointer { keys in
      order.withUnsafeMutableBufferPointer { order in
        entries.withUnsafeBufferPointer { entries in
          var moves = 0
          var last = UInt64.max
          for place in entries.indices {
            let village = UInt32(truncatingIfNeeded: entries[place])
            let key = keys[Int(village)]
            if key <= last {
              order[place] = village
              last = key
              continue
            }
            var hole = place
            while hole > 0, keys[Int(order[hole - 1])] < key {
              order[hole] = order[hole - 1]
              hole -= 1
            }
            order[hole] = village
            moves += place - hole
            if moves > mostMoves { return false }
          }
          return true
        }
      }
    }
  }
}
