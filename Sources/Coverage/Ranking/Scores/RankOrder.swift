import Geospatial

/// The order of villages by urgency: the greater score first, of equal ones the village with more people, then the lesser
/// code. Villages with an unknown number of people come last among equals.
enum RankOrder {
  /// The villages by people, the most first and the unknown last, then as in `order`, which is by code. O(villages).
  static func ofTies(people: [Double], order: [UInt32]) -> [UInt32] {
    var villages = order
    RadixSort.sort(&villages, by: order.map { descending(people[Int($0)]) })
    return villages
  }

  /// The villages by score, the greatest first, then as in `tieOrder`. Scores in **hundredths**, 0 to 10,000. O(villages).
  static func order(scores: some RandomAccessCollection<some BinaryInteger>, tieOrder: [UInt32]) -> [UInt32] {
    var villages = tieOrder
    let greatest = UInt64(ScoreColumns.greatest)
    RadixSort.sort(
      &villages,
      by: tieOrder.map { greatest - UInt64(scores[scores.index(scores.startIndex, offsetBy: Int($0))]) })
    return villages
  }

  /// The rank of each village, from 1, of the villages in their order.
  static func ranks(_ order: [UInt32]) -> [UInt32] {
    var ranks = [UInt32](repeating: 0, count: order.count)
    for (place, village) in order.enumerated() { ranks[Int(village)] = UInt32(truncatingIfNeeded: place + 1) }
    return ranks
  }

  /// A key that is the less the greater the number, and the greatest for NaN (IEEE 754-2008, 5.10, turned about).
  private static func descending(_ number: Double) -> UInt64 {
    if number.isNaN { return .max }
    // Adding 0 makes -0 and 0 equal.
    let bits = (number + 0).bitPattern
    return bits >> 63 == 0 ? ~bits & ~(1 << 63) : bits
  }
}
