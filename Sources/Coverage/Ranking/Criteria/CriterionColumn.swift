/// One criterion of the villages of a block, with those open of which it is not known.
struct CriterionColumn: Sendable {
  /// In **millionths**; 0 where not known.
  var values: [Int32]
  /// The villages of which it is not known, and whether it is known to count there.
  var unknown: [(village: UInt32, isOpen: Bool)] = []
  /// What the known values come to.
  var means = Means()

  /// The means of the known values, for the rule that puts them in place of the unknown ones.
  struct Means: Sendable, Hashable {
    /// Of the villages where the criterion counts.
    var open = Mean()
    /// Of all.
    var all = Mean()

    /// Adds those of another block.
    mutating func include(_ other: Means) {
      open.include(other.open)
      all.include(other.all)
    }

    /// What an unknown value counts by `rule`, in **millionths**.
    func value(_ rule: MissingRule, isOpen: Bool) -> Int32 {
      switch rule {
      case .zero: 0
      case .one: Int32(CriteriaColumns.valueUnits)
      case .mean: isOpen && open.count > 0 ? open.rounded : all.rounded
      }
    }
  }

  /// The mean of whole numbers.
  struct Mean: Sendable, Hashable {
    private var sum = 0
    private(set) var count = 0

    mutating func include(_ value: Int32) {
      sum += Int(value)
      count += 1
    }

    mutating func include(_ other: Mean) {
      sum += other.sum
      count += other.count
    }

    /// The mean, halves up; 0 of nothing.
    var rounded: Int32 { count == 0 ? 0 : Int32(truncatingIfNeeded: (2 * sum + count) / (2 * count)) }
  }

  /// Puts in place of the unknown values what `rule` says, by the means of all villages.
  mutating func fill(_ rule: MissingRule, _ means: Means) {
    for (village, isOpen) in unknown { values[Int(village)] = means.value(rule, isOpen: isOpen) }
  }
}
