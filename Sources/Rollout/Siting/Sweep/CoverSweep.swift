/// The best choice of columns among those that lose little of a bound, part by part: parts share no row, only the money.
///
/// Columns whose loss alone is more than may be lost are fixed (see ``CoverLosses``); the rest falls into parts that are swept
/// one by one (see ``SweepPart``) and put together by their costs.
struct CoverSweep {
  /// What a sweep has shown.
  struct Result {
    /// The columns built in the best choice, ascending, if it loses less than the limit; nil if none was found.
    var built: [Int]?
    /// What it loses.
    var loss = 0.0
    /// What any choice that was not looked at and loses less than the limit loses at least; infinite if there is none.
    var leastMissing = Double.infinity
  }

  private let core: CoverCore
  private let budget: Double
  private let losses: CoverLosses

  /// Choices for at most `budget`.
  init(_ core: CoverCore, _ losses: CoverLosses, budget: Double) {
    self.core = core
    self.losses = losses
    self.budget = budget
  }

  /// The best choice that loses less than `limit`, as far as `width` states for each part suffice.
  func run(limit: Double, width: Int, _ meter: inout WorkMeter) -> Result {
    let fixing = SweepFixing(core, losses, limit: limit, &meter)
    if fixing.cost > budget + CostGrain.tolerance(budget) { return Result() }
    let order = SweepOrder(core, fixing, &meter)
    var triples = SweepTriples(core, order.parts, fixing)
    let base = fixing.loss + triples.loss
    var result = Result()
    var sum = base
    var parts: [SweepPart] = []
    for columns in order.parts {
      guard !meter.isExhausted(), let steps = steps(columns, fixing, order, &triples) else {
        return Result(leastMissing: 0)
      }
      var part = SweepPart(steps: steps)
      part.run(limit: limit - sum, width: width, moneyPrice: losses.moneyPrice, &meter)
      result.leastMissing = min(result.leastMissing, sum + part.leastMissing)
      guard let least = part.choices.map(\.loss).min() else { return result }
      sum += least
      parts.append(part)
    }
    var sums = SweepSums(base: base, cost: fixing.cost, moneyPrice: losses.moneyPrice)
    guard sums.add(parts, limit: limit, &meter) else { return Result(leastMissing: 0) }
    guard let best = sums.best(budget: budget, limit: limit) else { return result }
    var built = core.costs.indices.filter { fixing.isBuilt[$0] == true }
    for (part, choice) in zip(parts, best.choices) { built += part.built(in: part.choices[choice]) }
    (result.built, result.loss) = (built.sorted(), best.loss)
    return result
  }

  /// The columns of a part as steps; nil where more rows are shared at once than a state has places.
  private func steps(
    _ columns: [Int], _ fixing: SweepFixing, _ order: SweepOrder, _ triples: inout SweepTriples
  ) -> [SweepPart.Step]? {
    var groups = order.groups(of: columns)
    var free = Array((0..<SweepPart.placeCount).reversed())
    var steps: [SweepPart.Step] = []
    for column in columns {
      var step = SweepPart.Step(
        column: column, cost: core.costs[column], lossWithout: losses.notBuilt[column],
        lossWith: losses.built[column] + losses.triples[column])
      for row in core.columns[column] {
        step.lossWith += fixing.isCovered[Int(row)] ? losses.repeated[Int(row)] : -losses.madeUp[Int(row)]
      }
      for group in groups.ofColumn[column] ?? [] {
        if groups.place[group] < 0 {
          guard let place = free.popLast() else { return nil }
          groups.place[group] = place
        }
        let place = groups.place[group]
        step.rows[place >> 6] |= 1 << UInt64(place & 63)
        let again = groups.rows[group].reduce(0) { $0 + losses.repeated[$1] + losses.madeUp[$1] }
        step.repeated.append((place, again))
        groups.left[group] -= 1
        if groups.left[group] == 0 {
          step.last[place >> 6] |= 1 << UInt64(place & 63)
          step.uncovered.append((place, groups.rows[group].reduce(0) { $0 + losses.uncovered[$1] }))
        }
      }
      step.triples = triples.uses(of: column) { row in groups.ofRow[row].map { groups.place[$0] } }
      step.afterwards = triples.afterwards[column] ?? 0
      for row in step.uncovered { free.append(row.place) }
      steps.append(step)
    }
    return steps
  }
}
