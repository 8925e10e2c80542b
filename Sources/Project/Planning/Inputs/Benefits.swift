import Coverage

/// What serving each village counts.
struct Benefits: Sendable {
  /// One per village, at least 1: its people, times its score from 0 to 100 for the objective priority.
  let units: [Int]
  /// How many units make one person, or one person of the greatest score.
  let unitsPerPerson: Double
  /// What is to be told of them.
  let remark: String?

  /// The benefits of the villages of an analysis. Where the people of a village are not known it counts as the median of
  /// those where they are, or as one.
  init(_ analysis: Analysis, objective: PlanSource.Objective) {
    let people = analysis.inputs.villages.people
    let known = people.filter { !$0.isNaN }.sorted()
    let median = known.isEmpty ? 1 : known[(known.count - 1) / 2]
    let scores = objective == .priority ? analysis.scores : nil
    unitsPerPerson = scores == nil ? 1 : 100
    units = people.indices.map { village in
      let count = people[village].isNaN ? median : people[village]
      let weight = scores.map { Double($0.hundredths[village]) / 100 } ?? 1
      return max(1, Int((min(count, 1e7) * weight).rounded()))
    }
    let missing = people.count - known.count
    remark =
      missing == 0
      ? nil
      : known.isEmpty
        ? "people are known of no village; each counts as one"
        : "the people of \(missing) villages are not known; each counts as \(Int(median)), the median of the others"
  }
}
