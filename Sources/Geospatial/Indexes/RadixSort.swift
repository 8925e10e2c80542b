/// Sorts by whole numbers in time that grows linearly; equal keys keep their order (D. E. Knuth, *The Art of Computer
/// Programming* 3, section 5.2.5).
public enum RadixSort {
  private static let digitBits = 11
  private static let digits = 1 << digitBits

  /// The order that sorts `keys`: the first entry is the index of the least key.
  static func order(of keys: [UInt32]) -> [UInt32] {
    let count = keys.count
    var pairs = keys.enumerated().map { UInt64($0.element) << 32 | UInt64($0.offset) }
    var spare = [UInt64](repeating: 0, count: count)
    for shift in [UInt64(32), 43, 54] {
      pairs.withUnsafeBufferPointer { from in
        spare.withUnsafeMutableBufferPointer { to in pass(from, to, shift: shift) }
      }
      swap(&pairs, &spare)
    }
    return pairs.map { UInt32(truncatingIfNeeded: $0) }
  }

  /// One stable counting sort by the eleven bits above `shift`.
  private static func pass(_ from: UnsafeBufferPointer<UInt64>, _ to: UnsafeMutableBufferPointer<UInt64>, shift: UInt64)
  {
    var starts = [Int](repeating: 0, count: digits + 1)
    for pair in from { starts[Int(pair >> shift & 2047) + 1] += 1 }
    for digit in 1...digits { starts[digit] += starts[digit - 1] }
    for pair in from {
      let digit = Int(pair >> shift & 2047)
      to[starts[digit]] = pair
      starts[digit] += 1
    }
  }

  /// Sorts `items` by `keys`, one per item in the same order, the least first; items of equal keys keep their order. Digits
  /// that all keys share cost nothing but a look.
  public static func sort(_ items: inout [UInt32], by keys: [UInt64]) {
    precondition(items.count == keys.count, "one key per item")
    guard let first = keys.first else { return }
    let differing = keys.reduce(into: UInt64(0)) { $0 |= $1 ^ first }
    var keys = keys
    var (spareKeys, spareItems) = (keys, items)
    for shift in stride(from: UInt64(0), to: 64, by: digitBits) where differing >> shift & UInt64(digits - 1) != 0 {
      keys.withUnsafeBufferPointer { keys in
        items.withUnsafeBufferPointer { items in
          spareKeys.withUnsafeMutableBufferPointer { spareKeys in
            spareItems.withUnsafeMutableBufferPointer { spareItems in
              pass(keys, items, to: spareKeys, spareItems, shift: shift)
            }
          }
        }
      }
      swap(&keys, &spareKeys)
      swap(&items, &spareItems)
    }
  }

  /// One stable counting sort of items by the eleven bits of their keys above `shift`; all four have the same length.
  private static func pass(
    _ keys: UnsafeBufferPointer<UInt64>, _ items: UnsafeBufferPointer<UInt32>,
    to sortedKeys: UnsafeMutableBufferPointer<UInt64>, _ sortedItems: UnsafeMutableBufferPointer<UInt32>, shift: UInt64
  ) {
    let mask = UInt64(digits - 1)
    withUnsafeTemporaryAllocation(of: Int.self, capacity: digits + 1) { starts in
      starts.initialize(repeating: 0)
      for key in keys { starts[Int(truncatingIfNeeded: key >> shift & mask) &+ 1] &+= 1 }
      for digit in 1...digits { starts[digit] &+= starts[digit &- 1] }
      for (key, item) in zip(keys, items) {
        let digit = Int(truncatingIfNeeded: key >> shift & mask)
        let place = starts[digit]
        sortedKeys[place] = key
        sortedItems[place] = item
        starts[digit] = place &+ 1
      }
    }
  }
}
