import Testing

@testable import Coverage

@Suite struct RankingTests {
  @Test(arguments: RankingMethod.allCases, [1, 2, 3] as [UInt64])
  func `the parts of every score add up to it as printed`(method: RankingMethod, seed: UInt64) throws {
    for missing in MissingRule.allCases {
      var settings = RankingSettings()
      (settings.method, settings.missing) = (method, missing)
      var random = SeededRandom(seed: seed)
      settings.weights = ByCriterion { _ in Double.random(in: 0...30, using: &random) }
      let ranking = try Ranking(RankingScene.inputs(RankingScene.villages(300, seed: seed)), settings: settings)
      for village in 0..<ranking.count {
        let (score, parts) = (ranking.score(ofVillage: village), ranking.parts(ofVillage: village))
        #expect(parts.reduce(.zero, +) == score)
        #expect((0...10_000).contains(score.count))
        #expect(parts.allSatisfy { $0 >= .zero })
        // Nothing comes from nothing.
        for (criterion, part) in zip(ranking.criteria.criteria, parts)
        where ranking.criteria.value(of: criterion, village: village) == 0 {
          #expect(part == .zero)
        }
      }
    }
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `each part of a weighted sum is its term rounded down or up`(seed: UInt64) throws {
    let ranking = try Ranking(RankingScene.inputs(RankingScene.villages(200, seed: seed)))
    let criteria = ranking.criteria.criteria
    let total = criteria.reduce(0) { $0 + ranking.settings.weights[$1] }
    for village in 0..<ranking.count {
      for (criterion, part) in zip(criteria, ranking.parts(ofVillage: village)) {
        let value = try #require(ranking.criteria.value(of: criterion, village: village))
        let term = 100 * ranking.settings.weights[criterion] * value / total
        #expect(abs(part.value - term) < 0.01 + 1e-9)
      }
    }
  }

  @Test func `the greater score comes first, then more people, then the lesser code`() throws {
    // By distance alone: 2,500.4 and 2,500.44 m differ by less than a hundredth of the score.
    func village(_ metres: Double, _ people: Double) -> RankingScene.Village {
      RankingScene.Village(statuses: [.unserved, .served, .served], metres: [metres, 0, 0], people: people)
    }
    var inputs = RankingScene.inputs([
      village(2500.4, 10), village(2500.44, 20), village(2500, .nan), village(9000, 1), village(2500, 20),
      village(2500, 0), village(2500, .nan),
    ])
    // The codes of the last village and the third change places.
    inputs.order = [0, 1, 6, 3, 4, 5, 2]
    let ranking = try Ranking(inputs, settings: RankingScene.settings([.fibreGap: 1]))
    #expect(ranking.score(ofVillage: 0) == ranking.score(ofVillage: 1))
    #expect(ranking.order == [3, 1, 4, 0, 5, 6, 2])
    #expect((0..<7).map { ranking.rank(ofVillage: $0) } == [4, 2, 7, 1, 3, 5, 6])
  }

  @Test(arguments: RankingMethod.allCases)
  func `ranks go from 1 to the number of villages, each once`(method: RankingMethod) throws {
    var settings = RankingSettings()
    settings.method = method
    let ranking = try Ranking(RankingScene.inputs(RankingScene.villages(500, seed: 11)), settings: settings)
    #expect(ranking.ranks.sorted() == Array(1...500))
    #expect(ranking.order.enumerated().allSatisfy { ranking.ranks[Int($0.element)] == UInt32($0.offset + 1) })
    let scores = ranking.order.map { ranking.score(ofVillage: Int($0)) }
    #expect(zip(scores, scores.dropFirst()).allSatisfy { $0 >= $1 })
  }

  @Test(arguments: RankingMethod.allCases)
  func `the order in which villages are given changes nothing but their places`(method: RankingMethod) throws {
    let villages = RankingScene.villages(120, seed: 5)
    var settings = RankingSettings()
    settings.method = method
    let ranking = try Ranking(RankingScene.inputs(villages), settings: settings)
    var turned = RankingScene.inputs(villages.reversed())
    turned.order = Array((0..<120).reversed())
    let other = try Ranking(turned, settings: settings)
    for village in 0..<120 {
      #expect(ranking.rank(ofVillage: village) == other.rank(ofVillage: 119 - village))
      #expect(ranking.score(ofVillage: village) == other.score(ofVillage: 119 - village))
    }
  }

  @Test func `columns of different lengths are refused`() {
    var inputs = RankingScene.inputs(RankingScene.villages(4, seed: 1))
    inputs.people.append(3)
    #expect(throws: RankingError.unequalColumns(column: "order", count: 4, expected: 5)) { try Ranking(inputs) }
    inputs = RankingScene.inputs(RankingScene.villages(4, seed: 1))
    inputs.circumstances.schools.removeLast()
    #expect(throws: RankingError.unequalColumns(column: "schools", count: 3, expected: 4)) { try Ranking(inputs) }
    inputs = RankingScene.inputs(RankingScene.villages(4, seed: 1))
    inputs.order = [0, 1, 1, 3]
    #expect(throws: RankingError.unequalColumns(column: "order", count: 3, expected: 4)) { try Ranking(inputs) }
    inputs.order = [0, 1, 2, 9]
    #expect(throws: RankingError.unequalColumns(column: "order", count: 3, expected: 4)) { try Ranking(inputs) }
  }

  static let wrong: [(String, @Sendable (inout RankingSettings) -> Void)] = [
    ("the weight of poverty is -1.0; expected a number from 0 to 1000", { $0.weights[.poverty] = -1 }),
    ("the weight of poverty is nan; expected a number from 0 to 1000", { $0.weights[.poverty] = .nan }),
    ("the weight of fibre_gap is 1000.5; expected a number from 0 to 1000", { $0.weights[.fibreGap] = 1000.5 }),
    ("the saturation of people is 0.0; expected a number above 0", { $0.saturation.people = 0 }),
    ("the saturation of signal is inf; expected a number above 0", { $0.saturation.signalMetres = .infinity }),
    ("the saturation of poverty is nan; expected a number above 0", { $0.saturation.povertyPercent = .nan }),
    (
      "the variation of the weights is 100.0; expected a percentage of at least 0 and below 100",
      { $0.variationPercent = 100 }
    ),
    (
      "the variation of the weights is nan; expected a percentage of at least 0 and below 100",
      { $0.variationPercent = .nan }
    ),
    (
      "the weight of poverty is 10.0; expected a number within its bounds, 11.0 to 12.0",
      { $0.bounds[.poverty] = 11...12 }
    ),
    (
      "a bound of the weight of poverty is 2000.0; expected a number from 0 to 1000",
      { $0.bounds[.poverty] = 5...2000 }
    ),
    (
      "there is nothing to rank the villages by: every weight is 0",
      { $0.weights = ByCriterion { _ in 0 } }
    ),
  ]

  @Test(arguments: wrong.indices)
  func `settings out of range are refused in words`(row: Int) {
    let (message, change) = Self.wrong[row]
    var settings = RankingSettings()
    change(&settings)
    let error = #expect(throws: RankingError.self) {
      try Ranking(RankingScene.inputs([WeightedSumTests.worked]), settings: settings)
    }
    #expect(error?.description == message)
  }
}
