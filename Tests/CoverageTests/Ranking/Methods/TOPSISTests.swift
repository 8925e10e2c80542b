import Testing

@testable import Coverage

@Suite struct TOPSISTests {
  /// The choice of a fighter aircraft of Hwang and Yoon 1981, section 3.3: speed, range, payload, cost, reliability and
  /// manoeuvrability of four aircraft, the words of the last two as numbers, with the weights and the closeness printed there.
  ///
  /// Of costs less is better; a column of their negatives has the same norm, and the least cost as its greatest value. Units
  /// play no part, so that speeds, ranges and payloads may stand in units that keep all values small.
  private static let aircraft: [[Double]] = [
    [2.0, 0.1500, 2.0, -5.5, 5, 9], [2.5, 0.2700, 1.8, -6.5, 3, 5], [1.8, 0.2000, 2.1, -4.5, 7, 7],
    [2.2, 0.1800, 2.0, -5.0, 5, 5],
  ]
  private static let weights = [0.2, 0.1, 0.1, 0.1, 0.2, 0.3]
  private static let criteria: [Criterion] = [
    .peopleWithoutFibre, .peopleWithoutSignal, .peopleWithoutPower, .fibreGap, .signalGap, .powerGap,
  ]

  @Test func `the fighter aircraft of Hwang and Yoon come out as printed`() throws {
    let ranking = try RankingScene.ranking(
      Self.aircraft, Self.criteria, weights: Self.weights, method: .topsis)
    let closeness = [0.643, 0.268, 0.613, 0.312]
    for (aircraft, expected) in closeness.enumerated() {
      #expect(abs(ranking.score(ofVillage: aircraft).value / 100 - expected) <= 0.0006)
    }
    #expect(ranking.order == [0, 2, 3, 1])
  }

  /// Two criteria, norms 5 and 5 / 3: the columns become 0.6, 0.8 and 0.8, 0.6, times the weights 3 and 1.
  ///
  ///     d- of the first  = 1 x 0.2, d+ = 3 x 0.2, closeness 1 / 4
  ///     d- of the second = 3 x 0.2, d+ = 1 x 0.2, closeness 3 / 4
  @Test func `two villages and two criteria are worked out by hand`() throws {
    let ranking = try RankingScene.ranking(
      [[0.3, 0.8], [0.4, 0.6]], [.fibreGap, .powerGap], weights: [3, 1], method: .topsis)
    #expect(ranking.score(ofVillage: 0).description == "25.00")
    #expect(ranking.score(ofVillage: 1).description == "75.00")
    // The first is at the worst of fibre, the second at the worst of power: all comes from the other criterion.
    #expect(ranking.parts(ofVillage: 0).map(\.count) == [0, 2500])
    #expect(ranking.parts(ofVillage: 1).map(\.count) == [7500, 0])
  }

  @Test func `the ideal village scores 100 and the anti-ideal 0`() throws {
    let ranking = try RankingScene.ranking(
      [[0.5, 0.5], [1, 0.9], [0.1, 0.2]], [.fibreGap, .powerGap], weights: [1, 2], method: .topsis)
    #expect(ranking.score(ofVillage: 1).count == 10_000)
    #expect(ranking.score(ofVillage: 2).count == 0)
    #expect((1..<10_000).contains(ranking.score(ofVillage: 0).count))
  }

  @Test(arguments: [0.0, 0.4])
  func `villages that are all the same score 0 and stand by the order of ties`(value: Double) throws {
    let ranking = try RankingScene.ranking(
      [[Double]](repeating: [value, value], count: 4), [.fibreGap, .powerGap], weights: [1, 2], method: .topsis)
    #expect(ranking.order == [0, 1, 2, 3])
    #expect((0..<4).allSatisfy { ranking.score(ofVillage: $0) == .zero })
  }
}
