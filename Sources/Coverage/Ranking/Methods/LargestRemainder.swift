/// Rounds parts so that they add up to a rounded whole: the method of largest remainders (Hamilton), by which each part is
/// its exact value rounded down or up (M. L. Balinski, H. P. Young, *Fair Representation*, 1982, chapter 3).
enum LargestRemainder {
  /// Raises the parts at `places`, which were rounded down, by one each until they add up to `total`: those with the largest
  /// of `remainders` first, of equals the first. `done` is less than every remainder. O(parts x what is short).
  static func raise<Remainder: Comparable>(
    _ parts: inout [Int32], at places: Range<Int>, remainders: inout [Remainder], to total: Int32, done: Remainder
  ) {
    var short = total
    for place in places { short -= parts[place] }
    while short > 0 {
      var best = 0
      for index in remainders.indices.dropFirst() where remainders[index] > remainders[best] { best = index }
      parts[places.lowerBound + best] += 1
      remainders[best] = done
      short -= 1
    }
  }
}
