import GeoFormats
import Testing

@testable import Coverage

@Suite struct VillageScoresTests {
  /// Villages with every attribute present, absent or served at random, many with equal scores and equal people.
  private func villages(_ count: Int, seed: UInt64) -> [ResultScene.Village] {
    var random = SeededRandom(seed: seed)
    return (0..<count).map { index in
      var village = ResultScene.Village(code: "\(1000 + (index * 7919) % count)")
      village.statuses = Service.allCases.map { _ in
        [.served, .unserved, .unserved, .unknown].randomElement(using: &random) ?? .unknown
      }
      village.distances = village.statuses.map { status in
        status == .served
          ? 0 : Bool.random(using: &random) ? Double(Int.random(in: 0...120, using: &random) * 100) : nil
      }
      village.people = Bool.random(using: &random) ? Double(Int.random(in: 0...4, using: &random) * 150) : nil
      if Bool.random(using: &random) { village.more += ",\"poverty_rate\":\(Int.random(in: 0...100, using: &random))" }
      if Bool.random(using: &random) { village.more += ",\"school\":\(Bool.random(using: &random))" }
      if Bool.random(using: &random) {
        village.more += ",\"border_commune\":\"\(Bool.random(using: &random) ? "có" : "không")\""
      }
      return village
    }
  }

  @Test(arguments: MissingRule.allCases, [1, 2, 40])
  func `blocks give the scores and ranks of the whole`(rule: MissingRule, blockSize: Int) async throws {
    let keys = RankingField.allCases.map(\.rawValue)
    let assessed = try await ResultScene.assessed(villages(40, seed: 7), keys: keys)
    var settings = RankingSettings()
    settings.missing = rule
    let whole = try RankingInputs(assessed.villages, assessed.assessment)
    let ranking = try Ranking(whole, settings: settings)
    let blocks = try stride(from: 0, to: 40, by: blockSize).map { start in
      try RankingInputs(
        assessed.villages, assessed.assessment, fields: settings.fields, range: start..<min(start + blockSize, 40))
    }
    var scores = try WeightedScores(
      known: blocks.reduce(into: KnownFacts()) { $0.formUnion(KnownFacts($1)) }, settings: settings)
    #expect(scores.needsMeans == (rule == .mean))
    for block in blocks.reversed() where scores.needsMeans { scores.include(scores.means(of: block)) }
    let hundredths = blocks.flatMap { scores.hundredths(of: $0) }
    #expect(VillageScores(hundredths: hundredths, people: whole.people, order: whole.order) == VillageScores(ranking))
    #expect(Set(hundredths).count > 5)
  }

  @Test(arguments: RankingMethod.allCases, [1, 3])
  func `an analysis is ranked as a query ranks it`(method: RankingMethod, threads: Int) async throws {
    let assessed = try await ResultScene.assessed(villages(60, seed: 11), keys: RankingField.allCases.map(\.rawValue))
    var settings = RankingSettings()
    settings.method = method
    let ranking = try Ranking(try RankingInputs(assessed.villages, assessed.assessment), settings: settings)
    let scores = try await VillageScores(assessed.villages, assessed.assessment, settings: settings, threads: threads)
    #expect(scores == VillageScores(ranking))
    #expect(scores.ranks.sorted() == Array(1...60))
  }

  @Test func `without a criterion there are no scores`() async throws {
    let village = ResultScene.Village(code: "1", statuses: [.unknown, .unknown, .unknown], distances: [nil, nil, nil])
    let assessed = try await ResultScene.assessed([village])
    await #expect(throws: RankingError.self) {
      try await VillageScores(assessed.villages, assessed.assessment, settings: RankingSettings(), threads: 1)
    }
  }
}

@Suite struct RankOrderTests {
  @Test func `the greater score comes first, then more people, then the lesser code`() {
    // Villages 0 to 5; by code they stand as 5, 4, 3, 2, 1, 0.
    let people = [100, .nan, 0, 250, 100, .nan]
    let ties = RankOrder.ofTies(people: people, order: [5, 4, 3, 2, 1, 0])
    #expect(ties == [3, 4, 0, 2, 5, 1])
    #expect(RankOrder.order(scores: [700, 10_000, 700, 0, 700, 0] as [UInt16], tieOrder: ties) == [1, 4, 0, 2, 3, 5])
    #expect(RankOrder.ranks([1, 4, 0, 2, 3, 5]) == [3, 1, 4, 5, 2, 6])
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `the order is that of an ordinary sort`(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let count = Int.random(in: 0...300, using: &random)
    let scores = (0..<count).map { _ in Int32.random(in: 0...40, using: &random) * 250 }
    let people = (0..<count).map { _ -> Double in
      let choices = [Double.nan, 0, -0.0, 1, 12.5, Double(Int.random(in: 0...3000, using: &random))]
      return choices.randomElement(using: &random) ?? 0
    }
    let byCode = Array(0..<UInt32(count)).shuffled(using: &random)
    var places = [Int](repeating: 0, count: count)
    for (place, village) in byCode.enumerated() { places[Int(village)] = place }
    let expected = (0..<UInt32(count)).sorted { a, b in
      let (a, b) = (Int(a), Int(b))
      if scores[a] != scores[b] { return scores[a] > scores[b] }
      if people[a].isNaN != people[b].isNaN { return people[b].isNaN }
      if people[a] != people[b], !people[a].isNaN { return people[a] > people[b] }
      return places[a] < places[b]
    }
    let ties = RankOrder.ofTies(people: people, order: byCode)
    #expect(RankOrder.order(scores: scores, tieOrder: ties) == expected)
  }
}
