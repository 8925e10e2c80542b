import Foundation
import GRDB
import Testing

@testable import Reporting

/// Files that a history is, was, or is not.
@Suite struct HistoryFileTests {
  private static let villages = [HistoryScene.Village(code: 1, name: "Bản A")]

  @Test func `a new history has the number of the program, the newest schema, a log and foreign keys`() throws {
    let scene = try HistoryScene()
    let history = try scene.opened()
    let facts = try history.queue.inDatabase { db in
      try ["application_id", "user_version", "journal_mode", "synchronous", "foreign_keys"].map {
        try String.fetchOne(db, sql: "PRAGMA \($0)")
      }
    }
    #expect(facts == ["\(0x5068_7548)", "\(RunHistory.schemaVersion)", "wal", "2", "1"])
  }

  @Test func `a history of the first schema is brought to the newest, with its runs`() async throws {
    let scene = try HistoryScene()
    do {
      let queue = try DatabaseQueue(path: scene.path)
      try HistorySchema.migrator.migrate(queue, upTo: "1: runs and villages")
      try await queue.write { db in
        try db.execute(
          sql: """
            INSERT INTO run (time, project, version, options, parameters, fingerprint, villages, losses)
            VALUES ('2026-11-01T07:00:00+07:00', 'Lai Châu', '0.1.0', '', '', 'f', 0, 0)
            """)
      }
      try queue.close()
    }
    let old = try RunHistory(path: scene.path, for: .reading)
    #expect(old.schema == 1)
    #expect(try old.planProgress(of: try old.run(named: "last")).isEmpty)
    #expect(try old.zones(of: try old.run(named: "last")).isEmpty)
    let new = try scene.opened()
    #expect(try new.read { try Int.fetchOne($0, sql: "PRAGMA user_version") } == RunHistory.schemaVersion)
    #expect(try new.runs().map(\.project) == ["Lai Châu"])
    let result = try await HistoryScene.result(Self.villages)
    #expect(try new.add(HistoryScene.record(Self.villages), result).number == 2)
  }

  @Test(arguments: [RunHistory.Access.reading, .writing])
  func `a newer schema is refused and left as it is`(access: RunHistory.Access) throws {
    let scene = try HistoryScene()
    do {
      let queue = try scene.opened().queue
      try queue.inDatabase { try $0.execute(sql: "PRAGMA user_version = 99") }
      try queue.close()
    }
    let before = try Data(contentsOf: URL(fileURLWithPath: scene.path))
    let error = #expect(throws: HistoryError.self) { try RunHistory(path: scene.path, for: access) }
    #expect(
      error?.description
        == "\(scene.path): was written by a later version of PhuSong: its schema is 99; expected at most 3: use that version"
    )
    #expect(try Data(contentsOf: URL(fileURLWithPath: scene.path)) == before)
  }

  @Test func `steps that this version does not know are refused too`() throws {
    let scene = try HistoryScene()
    do {
      let queue = try scene.opened().queue
      try queue.inDatabase { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('4: later')") }
      try queue.close()
    }
    #expect(throws: HistoryError.newerSchema(file: scene.path, found: 3, known: 3)) { try scene.opened() }
  }

  @Test(arguments: [RunHistory.Access.reading, .writing])
  func `what is no history is refused`(access: RunHistory.Access) throws {
    let scene = try HistoryScene()
    try "villages: {}\n".write(toFile: scene.path, atomically: false, encoding: .utf8)
    #expect(
      throws: HistoryError.notHistory(file: scene.path, reason: "does not start like an SQLite database")
    ) { try RunHistory(path: scene.path, for: access) }
    try FileManager.default.removeItem(atPath: scene.path)
    let other = try DatabaseQueue(path: scene.path)
    try other.inDatabase { try $0.execute(sql: "CREATE TABLE run (id INTEGER)") }
    try other.close()
    #expect(
      throws: HistoryError.notHistory(file: scene.path, reason: "is an SQLite database of something else")
    ) { try RunHistory(path: scene.path, for: access) }
    #expect(throws: HistoryError.notHistory(file: scene.folder, reason: "is a folder")) {
      try RunHistory(path: scene.folder, for: access)
    }
  }

  @Test func `a history that is only read must be there`() throws {
    let scene = try HistoryScene()
    #expect(throws: HistoryError.missing(file: scene.path)) { try RunHistory(path: scene.path, for: .reading) }
    #expect(!FileManager.default.fileExists(atPath: scene.path))
  }

  @Test func `the runs of another project are not mixed in`() async throws {
    let scene = try HistoryScene()
    let history = try scene.opened()
    let result = try await HistoryScene.result(Self.villages)
    try history.add(HistoryScene.record(Self.villages), result)
    #expect(
      throws: HistoryError.otherProject(file: scene.path, found: "Lai Châu", expected: "Sơn La")
    ) { try history.add(HistoryScene.record(Self.villages, project: "Sơn La"), result) }
    #expect(try history.runs().count == 1)
  }

  @Test func `a history that was made but never filled is one`() throws {
    let scene = try HistoryScene()
    // As a process leaves it that is killed before its first transaction.
    try Data().write(to: URL(fileURLWithPath: scene.path))
    #expect(try scene.opened().runs().isEmpty)
  }
}
