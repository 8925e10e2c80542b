/// The choices of several parts put together: what they cost and lose in all, as good as any at its cost.
struct SweepSums {
  private struct Sum {
    var cost: Double
    var loss: Double
    /// The place of the sum without the last part, and that of the last part's choice.
    var before: Int32 = 0
    var choice: Int32 = 0
  }

  /// How many sums there may be at a time.
  private static let greatestCount = 4_000_000

  private let moneyPrice: Double
  /// The sums of no part, of the first part, of the first two and so on, each by cost ascending.
  private var levels: [[Sum]]

  /// No part yet.
  init(base: Double, cost: Double, moneyPrice: Double) {
    self.moneyPrice = moneyPrice
    levels = [[Sum(cost: cost, loss: base)]]
  }

  /// Adds parts; sums that cannot but lose as much as `limit` in the end are left out. False when that is too much work or
  /// there are too many sums.
  mutating func add(_ parts: [SweepPart], limit: Double, _ meter: inout WorkMeter) -> Bool {
    var rest = parts.reduce(0) { $0 + ($1.choices.map(\.loss).min() ?? 0) }
    for part in parts {
      rest -= part.choices.map(\.loss).min() ?? 0
      let last = levels[levels.count - 1]
      var sums: [Sum] = []
      for (before, sum) in last.enumerated() {
        meter.spend(part.choices.count)
        if sums.count > Self.greatestCount || meter.isExhausted() { return false }
        for (place, choice) in part.choices.enumerated() {
          let loss = sum.loss + choice.loss
          if loss + rest >= limit { continue }
          sums.append(
            Sum(
              cost: sum.cost + choice.cost, loss: loss, before: Int32(truncatingIfNeeded: before),
              choice: Int32(truncatingIfNeeded: place)))
        }
      }
      meter.spend(8 * sums.count)
      let order = sums.indices.sorted { (sums[$0].cost, sums[$0].loss, $0) < (sums[$1].cost, sums[$1].loss, $1) }
      var kept: [Sum] = []
      var greatest = -Double.infinity
      for place in order {
        let benefit = moneyPrice * sums[place].cost - sums[place].loss
        if benefit <= greatest { continue }
        greatest = benefit
        kept.append(sums[place])
      }
      levels.append(kept)
    }
    return true
  }

  /// The choice of each part, by its place, so that all lose least with the money left, if that is less than `limit`.
  func best(budget: Double, limit: Double) -> (choices: [Int], loss: Double)? {
    var best: (place: Int, loss: Double)?
    for (place, sum) in levels[levels.count - 1].enumerated() where sum.cost <= budget + CostGrain.tolerance(budget) {
      let loss = sum.loss + moneyPrice * max(0, budget - sum.cost)
      if loss < best?.loss ?? limit { best = (place, loss) }
    }
    guard let best else { return nil }
    var choices: [Int] = []
    var place = best.place
    for level in levels.dropFirst().reversed() {
      choices.append(Int(level[place].choice))
      place = Int(level[place].before)
    }
    return (choices.reversed(), best.loss)
  }
}
