/// What the scores of the villages of a zone come to.
public struct ZoneScore: Sendable, Hashable {
  /// The mean score, 0 to 100, each village counting by its people; where nobody is known to live, each alike.
  public var mean: Double
  /// The greatest score of a village, 0 to 100.
  public var greatest: Double
  /// The sum over the villages of people times score / 100, by which zones are ranked: as many **people** of the score
  /// 100 would weigh the same. Where the people of no village at all are known, each village counts as one.
  public var weight: Double

  /// The score of a zone; nil when none of its villages has one.
  ///
  /// - Parameters:
  ///   - scores: one per village, 0 to 100; NaN for a village without one, which counts for nothing.
  ///   - people: one per village; NaN where unknown, which weighs nothing.
  ///   - isPeopleKnown: whether the people of any village at all are known.
  init?(scores: [Double], people: [Double], isPeopleKnown: Bool, villages: [Int]) {
    let scored = villages.filter { !scores[$0].isNaN }
    guard let first = scored.first else { return nil }
    greatest = scores[first]
    var (sum, plainSum, weights) = (0.0, 0.0, 0.0)
    for village in scored {
      let weight = isPeopleKnown ? (people[village].isNaN ? 0 : people[village]) : 1
      sum += weight * scores[village]
      plainSum += scores[village]
      weights += weight
      greatest = max(greatest, scores[village])
    }
    mean = weights > 0 ? sum / weights : plainSum / Double(scored.count)
    weight = sum / 100
  }
}
