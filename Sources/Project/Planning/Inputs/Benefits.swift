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
    let missing = people.count(where: \.isNaN)
    let median = Self.median(people)
    let scores = source.objective == .priority ? analysis.scores : nil
    weights = source.weights
    let counts = people.indices.map { village in
      min(people[village].isNaN ? median ?? 1 : people[village], 1e7)
        * (scores.map { Double($0.hundredths[village]) / 10_000 } ?? 1)
    }
    // Finer units where people are counted by parts, as far as sums over the years can be reckoned with.
    let greatest = counts.reduce(0, +) * max(1, source.weights.values.max() ?? 1) * 3 * Double(source.years)
    let wanted = scores == nil && source.weights.isEmpty ? 1.0 : 100
    unitsPerPerson = min(wanted, 1e10 / max(1, greatest))
    let scale = unitsPerPerson
    self.people = counts.map { $0 * scale }
    remark =
      missing == 0
      ? nil
      : median.map {
        "the people of \(missing) villages are not known; each counts as \(Int($0)), the median of the others"
      } ?? "people are known of no village; each counts as one"
  }

  /// The **people** of villages, those that are not known as the median of those that are, or as one.
  static func knownPeople(_ people: [Double]) -> [Double] {
    let median = median(people) ?? 1
    return people.map { $0.isNaN ? median : $0 }
  }

  /// The median of the **people** of villages where they are known; nil where they nowhere are.
  private static func median(_ people: [Double]) -> Double? {
    let known = people.filter { !$0.isNaN }.sorted()
    return known.isEmpty ? nil : known[(known.count - 1) / 2]
  }

  /// What serving a village counts, in whole units, at least 1.
  func units(_ village: Int, _ service: PlannedService) -> Int {
    max(1, Int((people[village] * (weights[service] ?? 1)).rounded()))
  }
}
