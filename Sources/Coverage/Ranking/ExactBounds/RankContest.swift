/// Which rivals of a village are above it under all weights of a box, and which under some.
struct RankContest: Sendable {
  /// One column per criterion, the villages in the order in which ties are broken, in **millionths**.
  private let columns: [[Double]]
  private let lower: [Double]
  private let upper: [Double]
  /// The weighted sum of each village in the middle of the box.
  private let middles: [Double]
  private let count: Int

  init(_ criteria: CriteriaColumns, _ box: WeightBox) {
    let columns = criteria.exactColumns
    (lower, upper) = (box.lower.map(Double.init), box.upper.map(Double.init))
    var middles = [Double](repeating: 0, count: criteria.count)
    for (index, column) in columns.enumerated() {
      let weight = Double(box.lower[index] + box.upper[index]) / 2
      for village in middles.indices { middles[village] += weight * column[village] }
    }
    (self.columns, self.middles, count) = (columns, middles, criteria.count)
  }

  /// The rivals of one village.
  struct Rivals {
    /// How many are above it under all weights.
    var above = 0
    /// Those that are above it under some weights and below it under others.
    var open: [Int] = []
  }

  /// The rivals of the village at a place. `ranges` is scratch, one entry per village. O(villages x criteria).
  func rivals(of place: Int, ranges: inout [Double]) -> Rivals {
    for index in ranges.indices { ranges[index] = 0 }
    for (index, column) in columns.enumerated() {
      let (own, half) = (column[place], (upper[index] - lower[index]) / 2)
      for rival in ranges.indices { ranges[rival] += abs(column[rival] - own) * half }
    }
    var rivals = Rivals()
    for rival in 0..<count where rival != place {
      let middle = middles[rival] - middles[place]
      let (least, greatest) = (middle - ranges[rival], middle + ranges[rival])
      if least > 0 || least == 0 && rival < place {
        rivals.above += 1
      } else if greatest > 0 || greatest == 0 && rival < place {
        rivals.open.append(rival)
      }
    }
    return rivals
  }

  /// Which end of a rank is looked for.
  enum End: CaseIterable, Sendable {
    case best
    case worst
  }

  /// The forms whose least count gives an end of the rank of the village at a place: for the best those of rivals above
  /// it, for the worst those of rivals not above it; with the box as their region.
  func forms(of place: Int, _ rivals: Rivals, _ end: End) -> (forms: LinearForms, region: WeightRegion) {
    var forms = LinearForms(width: columns.count)
    let sign = end == .best ? 1.0 : -1.0
    for rival in rivals.open {
      forms.append(
        constant: 0, factors: columns.lazy.map { sign * ($0[rival] - $0[place]) },
        countsAtZero: (rival < place) == (end == .best))
    }
    let open = rivals.open.indices.map { UInt32(truncatingIfNeeded: $0) }
    let counted = end == .best ? rivals.above : count - 1 - rivals.above - rivals.open.count
    return (forms, WeightRegion(lower: lower, upper: upper, open: open, counted: counted))
  }
}
