import Testing

@testable import Coverage

@Suite struct MissingRuleTests {
  /// Villages that lack fibre or not, with the number of people.
  private static let villages: [(Status, Double)] = [
    (.unserved, 500),  // 0.5
    (.unserved, .nan),  // lacks it, nobody says for how many
    (.served, .nan),  // nobody lacks it, however many they are
    (.unknown, 300),  // may lack it
    (.unserved, 300),  // 0.3
    (.unknown, 0),  // nobody is there to lack it
  ]

  /// The mean is of 0.5 and 0.3 for the village that lacks it, and of 0.5, 0, 0.3 and 0 for the one that may.
  @Test(arguments: [
    (MissingRule.zero, [0.5, 0, 0, 0, 0.3, 0]), (.one, [0.5, 1, 0, 1, 0.3, 0]), (.mean, [0.5, 0.4, 0, 0.2, 0.3, 0]),
  ])
  func `what is not known counts as the rule says, and is told`(rule: MissingRule, values: [Double]) throws {
    let villages = Self.villages.map { status, people in
      RankingScene.Village(statuses: [status, .served, .served], people: people)
    }
    let criteria = try CriteriaColumns(
      RankingScene.inputs(villages), RankingScene.settings([.peopleWithoutFibre: 1], missing: rule))
    #expect((0..<6).map { criteria.value(of: .peopleWithoutFibre, village: $0) } == values)
    #expect((0..<6).filter { criteria.isUnknown(.peopleWithoutFibre, village: $0) } == [1, 3])
    #expect(criteria.missing.rule == rule)
    #expect(criteria.missing.entries == [.init(criterion: .peopleWithoutFibre, villages: 2)])
    #expect(criteria.missing.dropped.isEmpty)
  }

  @Test(arguments: [
    // What a service of unknown status would tell: one missing service is none missing together, two are half.
    ([Status.unserved, .unknown, .served], true), ([.served, .unknown, .served], false),
    ([.unserved, .unserved, .unknown], true), ([.served, .unknown, .unknown], true),
    ([.unserved, .unserved, .unserved], false),
  ])
  func `services missing together are known as soon as the unknown ones cannot tell`(
    statuses: [Status], isUnknown: Bool
  ) throws {
    let all = RankingScene.Village(statuses: [.unserved, .unserved, .unserved])
    let criteria = try CriteriaColumns(
      RankingScene.inputs([.init(statuses: statuses), all]), RankingScene.settings([.missingTogether: 1]))
    #expect(criteria.isUnknown(.missingTogether, village: 0) == isUnknown)
  }

  @Test(arguments: [
    (Answer.yes, [Status.unserved, .served, .served], false), (.unknown, [.unserved, .served, .served], true),
    (.unknown, [.served, .unserved, .served], false), (.no, [.unknown, .served, .served], false),
    (.yes, [.unknown, .served, .served], true),
  ])
  func `a school without connection is known unless the unknown decides`(
    school: Answer, statuses: [Status], isUnknown: Bool
  ) throws {
    let other = RankingScene.Village(statuses: [.unserved, .served, .served], school: .yes)
    let criteria = try CriteriaColumns(
      RankingScene.inputs([.init(statuses: statuses, school: school), other]),
      RankingScene.settings([.schoolWithoutConnection: 1]))
    #expect(criteria.isUnknown(.schoolWithoutConnection, village: 0) == isUnknown)
  }

  private static let unknown = RankingScene.Village(
    statuses: [.unknown, .unserved, .unserved], metres: [100, .nan, 50], people: .nan, poverty: .nan, school: .unknown,
    healthPost: .yes, border: .unknown)

  @Test func `criteria that no village has a value for are dropped with the reason`() throws {
    let criteria = try CriteriaColumns(RankingScene.inputs([Self.unknown, Self.unknown]), RankingSettings())
    #expect(criteria.criteria == [.powerGap, .missingTogether])
    #expect(
      criteria.missing.dropped.map { "\($0.criterion): \($0.reason)" } == [
        "people_without_fibre: no village has a status of fibre",
        "people_without_signal: no village has a number of people",
        "people_without_power: no village has a number of people",
        "fibre_gap: no village has a status of fibre",
        "signal_gap: no village has a distance to signal",
        "poverty: no village has a value in \"poverty_rate\"",
        "school_without_connection: no village has a status of fibre",
        "health_post_without_connection: no village has a status of fibre",
        "border_commune: no village has a value in \"border_commune\"",
      ])
    #expect(criteria.value(of: .poverty, village: 0) == nil)
    #expect(criteria.missing.entries.isEmpty)
  }

  @Test func `where all criteria are dropped the error tells why`() {
    let error = #expect(throws: RankingError.self) {
      try Ranking(
        RankingScene.inputs([Self.unknown]), settings: RankingScene.settings([.poverty: 2, .peopleWithoutSignal: 1]))
    }
    #expect(
      error?.description == "there is nothing to rank the villages by: people_without_signal "
        + "(no village has a number of people), poverty (no village has a value in \"poverty_rate\")")
  }

  @Test func `a weight of 0 with bounds above takes part, one without does not`() throws {
    var settings = RankingScene.settings([.fibreGap: 2])
    settings.bounds[.powerGap] = 0...4
    let village = RankingScene.Village(statuses: [.unserved, .served, .unserved], metres: [1000, 0, 1000])
    #expect(try CriteriaColumns(RankingScene.inputs([village]), settings).criteria == [.fibreGap, .powerGap])
  }
}
