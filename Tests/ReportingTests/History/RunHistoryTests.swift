import Coverage
import Foundation
import GRDB
import Randomness
import Testing

@testable import Reporting

@Suite struct RunHistoryTests {
  private typealias Village = HistoryScene.Village
  private static let villages = [
    Village(code: 9, name: "Bản B"), Village(code: 10, name: "Bản A", signal: .served, distance: 0, score: 120),
    Village(code: 7, name: "Bản \"C\"", signal: .unknown, distance: nil, people: nil),
  ]

  @Test func `a run comes back as it was`() async throws {
    let scene = try HistoryScene()
    let stored = try await HistoryScene.result(Self.villages)
    let record = HistoryScene.record(Self.villages)
    let added = try scene.opened().add(record, stored)
    #expect(added.number == 1)
    let history = try RunHistory(path: scene.path, for: .reading)
    #expect(try history.runs() == [added])
    let result = try await history.result(of: added)
    #expect(result.rows.map(\.village) == stored.rows.map(\.village))
    #expect(result.rows.map(\.answer) == stored.rows.map(\.answer))
    #expect(result.rows.map(\.village.code) == ["7", "9", "10"])
    #expect(result.compared(withEarlier: stored).isEmpty)
    // The villages stand in another order, but each has its rank: scores tie, and who has more people comes first.
    let ranks = zip(result.assessed.villages.codes, try #require(result.ranks)).map { "\($0)=\($1)" }
    #expect(Set(ranks) == ["9=1", "7=2", "10=3"])
  }

  @Test func `the map of a run has the columns of the map of an analysis`() async throws {
    let text = String(decoding: try await HistoryScene.result(Self.villages).geoJSON, as: UTF8.self)
    #expect(
      text.contains(
        #"{"type":"Feature","properties":{"code":"10","name":"Bản A","commune_code":null,"commune_code_2025":null,"#
          + #""commune":null,"district":null,"province":"Lai Châu","province_2025":null,"population":100,"#
          + #""households":null,"fibre":"served","fibre_distance_m":12.5,"signal":"served","signal_distance_m":0.0,"#
          + #""power":"unknown","power_distance_m":null,"missing":0,"score":1.20,"rank":3},"#
          + #""geometry":{"type":"Point","coordinates":[103.1,22]}}"#))
  }

  @Test func `a run in which nothing changed takes up no rows of villages`() async throws {
    let scene = try HistoryScene()
    let history = try scene.opened()
    let result = try await HistoryScene.result(Self.villages)
    for day in 1...3 { try history.add(HistoryScene.record(Self.villages, day: day), result) }
    let counts = try history.read { db in
      try ["run", "village", "answer"].map { try Int.fetchOne(db, sql: "SELECT count(*) FROM \($0)") }
    }
    #expect(counts == [3, 3, 3])
  }

  /// Villages come, go, change their names, people and answers; some runs are forgotten.
  @Test(arguments: 1...4)
  func `every run can be told, whatever came after it and whichever others are forgotten`(seed: Int) async throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let scene = try HistoryScene()
    let history = try scene.opened()
    var villages = (1...20).map { Village(code: $0, name: "Bản \($0)") }
    var stored: [Int: StoredResult] = [:]
    for day in 1...10 {
      for _ in 0..<Int.random(in: 0...4, using: &random) {
        guard let place = villages.indices.randomElement(using: &random) else { continue }
        switch Int.random(in: 0..<5, using: &random) {
        case 0: villages.remove(at: place)
        case 1: villages[place].name += "'"
        case 2: villages[place].people = Bool.random(using: &random) ? nil : Int.random(in: 1...999, using: &random)
        case 3: villages[place].score = Int.random(in: 0...10_000, using: &random)
        default: villages[place].signal = Status.allCases.randomElement(using: &random) ?? .unknown
        }
      }
      if Bool.random(using: &random),
        let code = (1...25).first(where: { code in !villages.contains { $0.code == code } })
      {
        villages.append(Village(code: code, name: "Bản \(code)"))
      }
      let result = try await HistoryScene.result(villages)
      stored[try history.add(HistoryScene.record(villages, day: day), result).number] = result
    }
    try await check(history, stored)
    for _ in 0..<3 {
      let forgotten = try history.runs().filter { _ in Int.random(in: 0..<4, using: &random) == 0 }
      #expect(try history.remove(forgotten) == forgotten.count)
      for run in forgotten { stored[run.number] = nil }
      try await check(history, stored)
      // What comes next must still be told against what is left.
      villages[0].name += "+"
      let result = try await HistoryScene.result(villages)
      stored[try history.add(HistoryScene.record(villages, day: 11), result).number] = result
      try await check(history, stored)
    }
  }

  private func check(_ history: RunHistory, _ stored: [Int: StoredResult]) async throws {
    let runs = try history.runs()
    #expect(runs.map(\.number) == stored.keys.sorted())
    for run in runs {
      let result = try await history.result(of: run)
      let expected = try #require(stored[run.number])
      #expect(result.rows.map(\.village) == expected.rows.map(\.village))
      #expect(result.rows.map(\.answer) == expected.rows.map(\.answer))
      #expect(result.ranks.map(Set.init) == expected.ranks.map(Set.init))
    }
    let (isWhole, violations) = try history.read { db in
      (try String.fetchOne(db, sql: "PRAGMA integrity_check"), try Row.fetchAll(db, sql: "PRAGMA foreign_key_check"))
    }
    #expect(isWhole == "ok")
    #expect(violations.isEmpty)
  }

  @Test func `a comparison has the ranks of their own times`() async throws {
    var villages = Self.villages
    let old = try await HistoryScene.result(villages)
    villages[0].signal = .served
    villages[0].score = 0
    villages.append(Village(code: 11, name: "Bản D"))
    let comparison = try await HistoryScene.result(villages).compared(withEarlier: old)
    #expect(comparison.count(of: .signal, from: .unserved, to: .served) == 1)
    #expect(comparison.count(of: .gained) == 1)
    let change = comparison.changes.first { $0.code == "9" }
    #expect(change?.oldRank == 1)
    #expect(change?.newRank == 4)
  }

  @Test func `the dead zones of a run are kept with it and go with it`() async throws {
    let scene = try HistoryScene()
    let history = try scene.opened()
    let villages = [HistoryScene.Village(code: 1, name: "Bản A")]
    let zones = [
      EarlierZone(identifier: "signal-1", service: .signal, codes: ["1", "a \"b\"\n</script>"], isRetired: false),
      EarlierZone(identifier: "signal-9", service: .signal, codes: [], isRetired: true),
    ]
    let result = try await HistoryScene.result(villages)
    let first = try history.add(HistoryScene.record(villages), result, zones: zones)
    let second = try history.add(HistoryScene.record(villages, day: 2), result)
    #expect(try history.zones(of: first) == zones)
    #expect(try history.zones(of: second).isEmpty)
    try history.remove([first])
    #expect(try history.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM zone") } == 0)
  }

  @Test func `the progress of a plan is kept with its run`() async throws {
    let scene = try HistoryScene()
    let history = try scene.opened()
    let plan = [
      PlanProgress(year: 2026, service: .fibre, planned: 12, served: 3),
      PlanProgress(year: 2027, service: .signal, planned: 4, served: 0),
    ]
    let run = try history.add(
      HistoryScene.record(Self.villages), try await HistoryScene.result(Self.villages), plan: plan)
    #expect(try history.planProgress(of: run) == plan)
  }

  @Test(arguments: [("first", 1), ("last", 3), ("previous", 2), ("2", 2)])
  func `a run is found by its name`(name: String, number: Int) async throws {
    let scene = try HistoryScene()
    let history = try scene.opened()
    let result = try await HistoryScene.result(Self.villages)
    for day in 1...3 { try history.add(HistoryScene.record(Self.villages, day: day), result) }
    #expect(try history.run(named: name).number == number)
    let error = #expect(throws: HistoryError.self) { try history.run(named: "4") }
    #expect(
      error?.description
        == "\(scene.path): there is no run 4; expected first, last, previous or a number from 1 to 3")
  }
}
