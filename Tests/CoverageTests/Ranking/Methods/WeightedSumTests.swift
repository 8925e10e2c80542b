import Testing

@testable import Coverage

@Suite struct WeightedSumTests {
  /// 400 people without fibre 2,500 m away and without signal 6 km away, power there; 30 % poor, a school, no health post,
  /// on the border.
  ///
  ///     people_without_fibre   8 x 400 / 1,000      =  3.2
  ///     people_without_signal 18 x 400 / 1,000      =  7.2
  ///     people_without_power  18 x 0                =  0
  ///     fibre_gap              4 x 2,500 / 10,000   =  1
  ///     signal_gap             8 x 1 (saturated)    =  8
  ///     power_gap              8 x 0                =  0
  ///     poverty               10 x 30 / 60          =  5
  ///     school                 6 x 1                =  6
  ///     health post            6 x 0                =  0
  ///     border                 4 x 1                =  4
  ///     missing_together      10 x 1 / 2            =  5
  ///                          100                      39.4
  static let worked = RankingScene.Village(
    statuses: [.unserved, .unserved, .served], metres: [2500, 6000, 0], people: 400, poverty: 30, school: .yes,
    border: .yes)

  @Test func `a village scores what is worked out by hand, part by part`() throws {
    let others = [RankingScene.Village(statuses: [.served, .served, .unserved], metres: [0, 0, 10])]
    let ranking = try Ranking(RankingScene.inputs([Self.worked] + others))
    #expect(ranking.criteria.criteria == Criterion.allCases)
    #expect(ranking.parts(ofVillage: 0).map(\.count) == [320, 720, 0, 100, 800, 0, 500, 600, 0, 400, 500])
    #expect(ranking.score(ofVillage: 0).description == "39.40")
  }

  @Test func `a village that has everything scores 0 however poor and however many`() throws {
    let rich = RankingScene.Village(people: 5000, poverty: 90, school: .yes, healthPost: .yes, border: .yes)
    for method in RankingMethod.allCases {
      var settings = RankingSettings()
      settings.method = method
      let ranking = try Ranking(RankingScene.inputs([Self.worked, rich]), settings: settings)
      #expect(ranking.score(ofVillage: 1) == .zero)
      #expect(ranking.parts(ofVillage: 1).allSatisfy { $0 == .zero })
      #expect(ranking.rank(ofVillage: 1) == 2)
    }
  }

  @Test(arguments: [
    // At the saturation a criterion is 1, and beyond it no more.
    (Criterion.peopleWithoutFibre, 999.0, 99.9), (.peopleWithoutFibre, 1000, 100), (.peopleWithoutFibre, 9000, 100),
    (.fibreGap, 9999, 99.99), (.fibreGap, 10_000, 100), (.fibreGap, .infinity, 100), (.poverty, 59.4, 99),
    (.poverty, 60, 100), (.poverty, 61, 100), (.fibreGap, 0, 0),
  ])
  func `criteria saturate`(criterion: Criterion, amount: Double, score: Double) throws {
    let village = RankingScene.Village(
      statuses: [.unserved, .served, .served], metres: [amount, 0, 0], people: amount, poverty: min(amount, 100))
    let ranking = try Ranking(RankingScene.inputs([village]), settings: RankingScene.settings([criterion: 3]))
    #expect(ranking.score(ofVillage: 0).value == score)
  }

  @Test(arguments: [
    ([Status.unserved, .served, .served], 0.0), ([.unserved, .served, .unserved], 50),
    ([.unserved, .unserved, .unserved], 100), ([.served, .served, .served], 0),
  ])
  func `two services missing together count half, three in full`(statuses: [Status], score: Double) throws {
    let ranking = try Ranking(
      RankingScene.inputs([RankingScene.Village(statuses: statuses)]),
      settings: RankingScene.settings([.missingTogether: 1]))
    #expect(ranking.score(ofVillage: 0).value == score)
  }

  private static let connections: [(Set<Service>, [Status], Double)] = [
    ([.fibre], [.unserved, .served, .served], 100), ([.fibre, .signal], [.unserved, .served, .served], 0),
    ([.fibre, .signal], [.unserved, .unserved, .served], 100), ([.power], [.unserved, .unserved, .served], 0),
  ]

  @Test(arguments: connections)
  func `a school is connected by any of the services that connect`(
    connection: Set<Service>, statuses: [Status], score: Double
  ) throws {
    var settings = RankingScene.settings([.schoolWithoutConnection: 1])
    settings.connection = connection
    let village = RankingScene.Village(statuses: statuses, school: .yes)
    let without = RankingScene.Village(statuses: statuses, school: .no)
    let ranking = try Ranking(RankingScene.inputs([village, without]), settings: settings)
    #expect(ranking.score(ofVillage: 0).value == score)
    #expect(ranking.score(ofVillage: 1) == .zero)
  }

  @Test func `only how the weights compare matters`() throws {
    let inputs = RankingScene.inputs(RankingScene.villages(60, seed: 4))
    let (small, great) = (
      RankingScene.settings([.peopleWithoutPower: 1, .powerGap: 3]),
      RankingScene.settings([.peopleWithoutPower: 300, .powerGap: 900])
    )
    let (first, second) = (try Ranking(inputs, settings: small), try Ranking(inputs, settings: great))
    #expect(first.order == second.order)
    #expect((0..<60).allSatisfy { first.parts(ofVillage: $0) == second.parts(ofVillage: $0) })
  }

  @Test func `weights too small for five decimals leave nothing to rank by`() {
    let settings = RankingScene.settings([.poverty: 0.000_004, .borderCommune: 0.000_001])
    #expect(throws: RankingError.nothingToRank(dropped: [])) {
      try Ranking(RankingScene.inputs([Self.worked]), settings: settings)
    }
  }

  @Test func `the greatest weights and values keep within whole numbers`() throws {
    let worst = RankingScene.Village(
      statuses: [.unserved, .unserved, .unserved], metres: [1e9, 1e9, 1e9], people: 1e9, poverty: 100, school: .yes,
      healthPost: .yes, border: .yes)
    let settings = RankingScene.settings(
      Dictionary(uniqueKeysWithValues: Criterion.allCases.map { ($0, RankingSettings.greatestWeight) }))
    let ranking = try Ranking(RankingScene.inputs([worst]), settings: settings)
    #expect(ranking.score(ofVillage: 0).description == "100.00")
    // 100 / 11 = 9.0909: one of the eleven equal parts is raised.
    #expect(ranking.parts(ofVillage: 0).map(\.count) == [910] + [Int32](repeating: 909, count: 10))
  }
}
