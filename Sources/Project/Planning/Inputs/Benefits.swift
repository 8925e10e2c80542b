import Coverage
import Rollout

/// What serving each village counts.
struct Benefits: Sendable {
  /// One per village, at least 1: its people, times its score from 0 to 100 for the objective priority.
  private let people: [Double]
  /// What a person with a service counts.
  private let weights: [PlannedService: Double]
  /// How many units make one person, or one person of the greatest score, of a service of weight 1.
  let unitsPerPerson: Double
  /// What is to be told of them.
  let remark: String?

  /// The benefits of the villages of an analysis. Where the people of a village are not known it counts as the median of
  /// those where they are, or as one.
  init(_ analysis: Analysis, _ source: PlanSource) {
    let people = analysis.inputs.villages.people
    let known = people.filter { !$0.isNaN }.sorted()
    let median = known.isEmpty ? 1 : known[(known.count - 1) / 2]
    let scores = source.objective == .priority ? analysis.scores : nil
    weights = source.weights
    // Finer units where people are counted by parts.
    unitsPerPerson = scores == nil && source.weights.isEmpty ? 1 : 100
    let scale = unitsPerPerson
    self.people = people.indices.map { village in
      let count = people[village].isNaN ? median : people[village]
      return min(count, 1e7) * scale * (scores.map { Double($0.hundredths[village]) / 10_000 } ?? 1)
    }
    let missing = people.count - known.count
    remark =
      missing == 0
      ? nil
      : known.isEmpty
        ? "people are known of no village; each counts as one"
        : "the people of \(missing) villages are not known; each counts as \(Int(median)), the median of the others"
  }

  /// What serving a village counts, in whole units, at least 1.
  func units(_ village: Int, _ service: PlannedService) -> Int {
    max(1, Int((people[village] * (weights[service] ?? 1)).rounded()))
  }
}
