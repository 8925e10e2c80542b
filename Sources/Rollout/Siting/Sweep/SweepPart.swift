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
    var level = Level(entries: [Entry()])
    origins.reserveCapacity(steps.count)
    for step in steps {
      if meter.isExhausted() {
        leastMissing = 0
        return
      }
      meter.spend(level.entries.count * (4 + (step.repeated.count + step.uncovered.count) / 2))
      var next = Level()
      next.entries.reserveCapacity(2 * level.entries.count)
      for (number, entry) in level.entries.enumerated() { decide(step, number, entry, limit: limit, &next) }
      var kept = Array(next.entries.indices)
      if !step.uncovered.isEmpty || kept.count > width {
        kept = next.undominated(moneyPrice: moneyPrice)
        meter.spend(next.entries.count * Self.logarithm(next.entries.count))
      }
      if kept.count > width {
        var losing = kept.map { (loss: next.entries[$0].loss - next.entries[$0].credit, number: $0) }
        losing.sort { $0 < $1 }
        leastMissing = min(leastMissing, losing[width].loss)
        kept = losing[..<width].map(\.number)
        meter.spend(2 * kept.count * Self.logarithm(kept.count))
      }
      level.entries = kept.map { next.entries[$0] }
      origins.append(level.entries.map(\.origin))
    }
    choices = level.entries.enumerated().map { place, entry in
      Choice(cost: entry.cost, loss: entry.loss, place: Int32(truncatingIfNeeded: place))
    }
    choices.sort { ($0.cost, $0.loss, $0.place) < ($1.cost, $1.loss, $1.place) }
  }

  /// The whole part of the binary logarithm: what sorting costs for each.
  private static func logarithm(_ count: Int) -> Int { Int.bitWidth - 1 - max(1, count).leadingZeroBitCount }

  /// The states that a state becomes when a column is not built and when it is.
  @inline(__always)
  private func decide(_ step: Step, _ number: Int, _ before: Entry, limit: Double, _ next: inout Level) {
    for isBuilt in [false, true] {
      var entry = before
      entry.loss += step.afterwards
      for use in step.triples { use.count(in: &entry, isBuilt: isBuilt) }
      if isBuilt {
        entry.loss += step.lossWith
        for row in step.repeated where before.covers(row.place) { entry.loss += row.loss }
        entry.state |= step.rows
        entry.cost += step.cost
      } else {
        entry.loss += step.lossWithout
      }
      for row in step.uncovered where !entry.covers(row.place) { entry.loss += row.loss }
      if entry.loss - entry.credit >= limit { continue }
      entry.state &= ~step.last
      entry.origin = Int32(truncatingIfNeeded: 2 * number + (isBuilt ? 1 : 0))
      next.entries.append(entry)
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

  /// A state and what it has come to.
  fileprivate struct Entry {
    var state = State.zero
    var watch = Watch.zero
    var cost = 0.0
    /// What is lost; of it `credit` may still be made up.
    var loss = 0.0
    var credit = 0.0
    var origin: Int32 = 0

    @inline(__always)
    func covers(_ place: Int) -> Bool { state[place >> 6] >> UInt64(place & 63) & 1 == 1 }

    /// The same for the same rows covered, and hardly ever for others.
    var name: UInt64 {
      var name: UInt64 = 0
      for word in 0..<4 {
        name = (name ^ state[word]) &* 0x9E37_79B9_7F4A_7C15
        name ^= name >> 29
      }
      return name
    }
  }

  /// All states after a step.
  private struct Level {
    var entries: [Entry] = []

    /// The states that no other with the same rows covered dominates by costing no more and having no less benefit.
    func undominated(moneyPrice: Double) -> [Int] {
      var order = entries.enumerated().map { number, entry in
        (name: entry.name, cost: entry.cost, loss: entry.loss, number: number)
      }
      order.sort { $0 < $1 }
      var kept: [Int] = []
      var last = -1
      var greatest = -Double.infinity
      for (_, cost, loss, number) in order {
        let benefit = moneyPrice * cost - loss
        if last < 0 || entries[last].state != entries[number].state {
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

extension SweepPart.TripleUse {
  /// Counts the column in a state before the column's own rows are covered.
  @inline(__always)
  fileprivate func count(in entry: inout SweepPart.Entry, isBuilt: Bool) {
    let shift = UInt64(2 * (slot & 31))
    var room = Int(truncatingIfNeeded: entry.watch[slot >> 5] >> shift & 3)
    if let start {
      room = start
      entry.loss += price
      if room > 0 { entry.credit += price }
    }
    if isBuilt {
      let hadRoom = room > 0
      room += count
      for place in places where !entry.covers(place) { room -= 1 }
      if hadRoom != (room > 0) { entry.credit += hadRoom ? -price : price }
    }
    if isLast {
      if room > 0 { entry.credit -= price }
      room = 0
    }
    entry.watch[slot >> 5] &= ~(3 << shift)
    entry.watch[slot >> 5] |= UInt64(truncatingIfNeeded: max(0, min(2, room))) << shift
  }
}
