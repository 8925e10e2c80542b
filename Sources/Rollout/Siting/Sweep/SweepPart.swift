/// Columns of a cover that share rows, decided one after the other in a sweep; what every way to decide them is worth.
///
/// Dynamic programming with dominance and bounds (T. Morin and R. Marsten, *Branch-and-bound strategies for dynamic
/// programming*, Operations Research 24, 1976). A state says which rows are covered of those that decided and undecided
/// columns share; of two such states that differ in money and benefit alone the worse goes, and so does what has lost too
/// much of the bound. Where more states are left than may be, those go that have lost most (a restricted decision diagram:
/// D. Bergman, A. Cire, W.-J. van Hoeve and J. Hooker, *Discrete optimization with decision diagrams*, INFORMS Journal on
/// Computing 28, 2016); what they might have been worth is kept.
struct SweepPart {
  /// A column in the order of the sweep.
  struct Step {
    /// The column.
    let column: Int
    let cost: Double
    /// What is lost when it is not built, and when it is built and no row of it is covered yet.
    var lossWithout: Double
    var lossWith: Double
    /// The places of its rows in a state.
    var rows = State.zero
    /// What a row is lost that is covered again, for the places of `rows`.
    var repeated: [(place: Int, loss: Double)] = []
    /// The places of rows of which it is the last column, and what is lost if they stay uncovered.
    var last = State.zero
    var uncovered: [(place: Int, loss: Double)] = []
    /// The triples that it counts in, as long as they are watched.
    var triples: [TripleUse] = []
    /// What is lost in any case by the triples that are not watched and that no later column makes up.
    var afterwards = 0.0
  }

  /// What a column means for the inequality of a triple.
  ///
  /// By how many units the inequality is kept with room is watched, 0, 1 or more: one of them may still be made up by a column
  /// that covers two rows or three, so that its price may not be held against a state before the last of these is decided.
  struct TripleUse {
    /// Which bits of the watch are its.
    let slot: Int
    let price: Double
    /// How often the column counts.
    let count: Int
    /// The places of those of its rows that the column covers, one place as often as it stands for rows of the triple.
    let places: [Int]
    /// Its room before the first of its columns is decided; nil for all but the first.
    let start: Int?
    /// Whether no column after this one can make up anything.
    let isLast: Bool
  }

  /// The room of triples, two bits for each.
  typealias Watch = SIMD2<UInt64>
  static let watchCount = 64

  /// Which rows are covered, one bit for each row that decided and undecided columns share.
  typealias State = SIMD4<UInt64>
  static let placeCount = 256

  /// A choice for all columns of the part, as good as any at its cost.
  struct Choice {
    let cost: Double
    let loss: Double
    /// Its place in the last step.
    let place: Int32
  }

  let steps: [Step]
  /// For each step where its states come from: twice the place in the step before, one more if the column was built.
  private var origins: [[Int32]] = []
  /// The choices, cost ascending.
  private(set) var choices: [Choice] = []
  /// What a choice that is missing has lost at least; infinite if none is.
  private(set) var leastMissing = Double.infinity

  init(steps: [Step]) { self.steps = steps }

  /// Finds all choices that lose less than `limit`, as far as `width` states suffice.
  mutating func run(limit: Double, width: Int, moneyPrice: Double, _ meter: inout WorkMeter) {
    var level = Level()
    level.append(.zero, .zero, cost: 0, loss: 0, credit: 0, origin: 0)
    origins.reserveCapacity(steps.count)
    for step in steps {
      if meter.isExhausted() {
        leastMissing = 0
        return
      }
      meter.spend(level.states.count * (4 + (step.repeated.count + step.uncovered.count) / 2))
      var next = Level()
      next.reserve(2 * level.states.count)
      for number in level.states.indices { decide(step, number, in: level, limit: limit, &next) }
      var kept = Array(next.states.indices)
      if !step.uncovered.isEmpty || kept.count > width {
        kept = next.undominated(moneyPrice: moneyPrice)
        meter.spend(next.states.count * Self.logarithm(next.states.count))
      }
      if kept.count > width {
        let losses = next.losses.indices.map { next.losses[$0] - next.credits[$0] }
        kept.sort { (losses[$0], $0) < (losses[$1], $1) }
        leastMissing = min(leastMissing, losses[kept[width]])
        kept.removeSubrange(width...)
        meter.spend(2 * kept.count * Self.logarithm(kept.count))
      }
      level = next.keeping(kept)
      origins.append(level.origins)
    }
    let (costs, losses) = (level.costs, level.losses)
    let order = costs.indices.sorted { (costs[$0], losses[$0], $0) < (costs[$1], losses[$1], $1) }
    choices = order.map { Choice(cost: costs[$0], loss: losses[$0], place: Int32(truncatingIfNeeded: $0)) }
  }

  /// The whole part of the binary logarithm: what sorting costs for each.
  private static func logarithm(_ count: Int) -> Int { Int.bitWidth - 1 - max(1, count).leadingZeroBitCount }

  /// The states that a state becomes when a column is not built and when it is.
  private func decide(_ step: Step, _ number: Int, in level: Level, limit: Double, _ next: inout Level) {
    for isBuilt in [false, true] {
      var (state, watch) = (level.states[number], level.watches[number])
      var (cost, loss, credit) = (level.costs[number], level.losses[number] + step.afterwards, level.credits[number])
      for use in step.triples {
        var room = Int(truncatingIfNeeded: watch[use.slot >> 5] >> UInt64(2 * (use.slot & 31)) & 3)
        if let start = use.start {
          room = start
          loss += use.price
          if room > 0 { credit += use.price }
        }
        if isBuilt {
          let hadRoom = room > 0
          room += use.count
          for place in use.places where state[place >> 6] >> UInt64(place & 63) & 1 == 0 { room -= 1 }
          if hadRoom != (room > 0) { credit += hadRoom ? -use.price : use.price }
        }
        if use.isLast {
          if room > 0 { credit -= use.price }
          room = 0
        }
        watch[use.slot >> 5] &= ~(3 << UInt64(2 * (use.slot & 31)))
        watch[use.slot >> 5] |= UInt64(truncatingIfNeeded: max(0, min(2, room))) << UInt64(2 * (use.slot & 31))
      }
      if isBuilt {
        loss += step.lossWith
        for row in step.repeated where state[row.place >> 6] >> UInt64(row.place & 63) & 1 == 1 { loss += row.loss }
        state |= step.rows
        cost += step.cost
      } else {
        loss += step.lossWithout
      }
      for row in step.uncovered where state[row.place >> 6] >> UInt64(row.place & 63) & 1 == 0 { loss += row.loss }
      if loss - credit >= limit { continue }
      next.append(
        state & ~step.last, watch, cost: cost, loss: loss, credit: credit,
        origin: Int32(truncatingIfNeeded: 2 * number + (isBuilt ? 1 : 0)))
    }
  }

  /// The columns built in a choice.
  func built(in choice: Choice) -> [Int] {
    var result: [Int] = []
    var place = Int(choice.place)
    for number in steps.indices.reversed() {
      let origin = Int(origins[number][place])
      if origin & 1 == 1 { result.append(steps[number].column) }
      place = origin >> 1
    }
    return result
  }

  /// All states after a step.
  private struct Level {
    var states: [State] = []
    var watches: [Watch] = []
    var costs: [Double] = []
    /// What is lost; of it `credits` may still be made up.
    var losses: [Double] = []
    var credits: [Double] = []
    var origins: [Int32] = []

    mutating func reserve(_ count: Int) {
      states.reserveCapacity(count)
      watches.reserveCapacity(count)
      costs.reserveCapacity(count)
      losses.reserveCapacity(count)
      credits.reserveCapacity(count)
      origins.reserveCapacity(count)
    }

    mutating func append(_ state: State, _ watch: Watch, cost: Double, loss: Double, credit: Double, origin: Int32) {
      states.append(state)
      watches.append(watch)
      costs.append(cost)
      losses.append(loss)
      credits.append(credit)
      origins.append(origin)
    }

    func keeping(_ kept: [Int]) -> Level {
      Level(
        states: kept.map { states[$0] }, watches: kept.map { watches[$0] }, costs: kept.map { costs[$0] },
        losses: kept.map { losses[$0] }, credits: kept.map { credits[$0] }, origins: kept.map { origins[$0] })
    }

    /// The states that no other with the same rows covered dominates by costing no more and having no less benefit.
    func undominated(moneyPrice: Double) -> [Int] {
      let names = states.map { state in
        var name: UInt64 = 0
        for word in 0..<4 {
          name = (name ^ state[word]) &* 0x9E37_79B9_7F4A_7C15
          name ^= name >> 29
        }
        return name
      }
      let order = states.indices.sorted {
        (names[$0], costs[$0], losses[$0], $0) < (names[$1], costs[$1], losses[$1], $1)
      }
      var kept: [Int] = []
      var last = -1
      var greatest = -Double.infinity
      for number in order {
        let benefit = moneyPrice * costs[number] - losses[number]
        if last < 0 || states[last] != states[number] {
          greatest = -.infinity
        } else if benefit <= greatest {
          continue
        }
        greatest = benefit
        last = number
        kept.append(number)
      }
      return kept
    }
  }
}
