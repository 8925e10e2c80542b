/// The parts into which open columns fall, and the order in which each is swept.
struct SweepOrder {
  /// Rows of a part that the same open columns cover, taken together.
  struct Groups {
    /// The rows of each group.
    var rows: [[Int]] = []
    /// How many of its columns are not decided yet.
    var left: [Int] = []
    /// Its place in a state; -1 while it has none.
    var place: [Int] = []
    /// For each column its groups, and for each row its group.
    var ofColumn: [Int: [Int]] = [:]
    var ofRow: [Int: Int] = [:]
  }

  /// The parts, small ones first, each in the order of its sweep.
  private(set) var parts: [[Int]] = []
  private let core: CoverCore
  private let fixing: SweepFixing

  /// The parts of the columns that are not fixed.
  init(_ core: CoverCore, _ fixing: SweepFixing, _ meter: inout WorkMeter) {
    self.core = core
    self.fixing = fixing
    var isSeen = [Bool](repeating: false, count: core.columnCount)
    var found: [[Int]] = []
    for first in 0..<core.columnCount where fixing.isBuilt[first] == nil && !isSeen[first] {
      found.append(reached(from: first, &isSeen))
    }
    meter.spend(core.columns.members.count)
    found.sort { ($0.count, $0[0]) < ($1.count, $1[0]) }
    for part in found {
      for column in part { isSeen[column] = false }
      // From one end to the other.
      parts.append(ordered(reached(from: part[part.count - 1], &isSeen), &meter))
    }
  }

  /// The groups of rows of the columns of a part.
  func groups(of columns: [Int]) -> Groups {
    var groups = Groups()
    var kinds: [[Int32]: Int] = [:]
    for column in columns {
      for row in core.columns[column] where !fixing.isCovered[Int(row)] && groups.ofRow[Int(row)] == nil {
        let kind = core.rows[Int(row)].filter { fixing.isBuilt[Int($0)] == nil }
        let group = kinds[kind] ?? groups.rows.count
        groups.ofRow[Int(row)] = group
        if group < groups.rows.count {
          groups.rows[group].append(Int(row))
          continue
        }
        kinds[kind] = group
        for member in kind { groups.ofColumn[Int(member), default: []].append(group) }
        groups.rows.append([Int(row)])
        groups.left.append(kind.count)
        groups.place.append(-1)
      }
    }
    return groups
  }

  /// The open columns tied to one by uncovered rows, the nearest first.
  private func reached(from first: Int, _ isSeen: inout [Bool]) -> [Int] {
    var found = [first]
    isSeen[first] = true
    var place = 0
    while place < found.count {
      for row in core.columns[found[place]] where !fixing.isCovered[Int(row)] {
        for other in core.rows[Int(row)] where fixing.isBuilt[Int(other)] == nil && !isSeen[Int(other)] {
          isSeen[Int(other)] = true
          found.append(Int(other))
        }
      }
      place += 1
    }
    return found
  }

  /// The columns of a part so that few rows are shared at a time: next is the one that closes most and opens fewest, of equal
  /// ones the first. O(columns squared).
  private func ordered(_ part: [Int], _ meter: inout WorkMeter) -> [Int] {
    let groups = groups(of: part)
    let lists = SparseLists(part.map { groups.ofColumn[$0] ?? [] })
    var left = groups.left
    var isStarted = [Bool](repeating: false, count: left.count)
    var candidates = Array(part.indices)
    var result: [Int] = []
    while !candidates.isEmpty {
      // The order does not matter any more.
      if meter.isExhausted() { return result + candidates.map { part[$0] } }
      var best = 0
      var bestScore = Int.max
      for (place, candidate) in candidates.enumerated() {
        var (opened, closed) = (0, 0)
        let places = lists.places(of: candidate)
        for place in places {
          let group = Int(lists.members[place])
          if !isStarted[group] { opened += 1 }
          if left[group] == 1 { closed += 1 }
        }
        let isTied = opened < places.count || places.isEmpty || result.isEmpty
        if isTied, opened - closed < bestScore { (best, bestScore) = (place, opened - closed) }
      }
      meter.spend(4 * candidates.count)
      let next = candidates.remove(at: best)
      for group in lists[next] {
        isStarted[Int(group)] = true
        left[Int(group)] -= 1
      }
      result.append(part[next])
    }
    return result
  }
}
