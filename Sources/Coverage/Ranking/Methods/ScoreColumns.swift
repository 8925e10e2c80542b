/// The scores of all villages and their parts.
struct ScoreColumns: Sendable {
  /// One score per village, in **hundredths**, 0 to 10,000.
  var scores: [Int32]
  /// For each village one part per criterion, village by village, in **hundredths**; they add up to the score.
  var parts: [Int32]

  init(villages: Int, criteria: Int) {
    scores = [Int32](repeating: 0, count: villages)
    parts = [Int32](repeating: 0, count: villages * criteria)
  }

  /// The greatest score, in **hundredths**.
  static let greatest = 10_000.0

  /// Shares out an exact score, in **hundredths**, in proportion to `shares`, one per criterion and none below 0.
  mutating func set(village: Int, exact: Double, shares: [Double], remainders: inout [Double]) {
    let score = Int32(exact.rounded())
    scores[village] = score
    let sum = shares.reduce(0, +)
    guard sum > 0 else { return }
    let start = village * shares.count
    for (index, share) in shares.enumerated() {
      let part = exact * (share / sum)
      let whole = part.rounded(.down)
      parts[start + index] = Int32(whole)
      remainders[index] = share > 0 ? part - whole : -1
    }
    LargestRemainder.raise(
      &parts, at: start..<(start + shares.count), remainders: &remainders, to: score, done: -1)
  }
}
