import Coverage
import GRDB

extension RunHistory {
  /// Adds a run with its villages, the progress of its plan and its dead zones, in one transaction.
  ///
  /// Only villages that are not as they were in the run before take up new rows. O(villages).
  ///
  /// - Returns: The run with its number.
  /// - Throws: ``HistoryError/otherProject(file:found:expected:)`` when the history is of another project.
  @discardableResult
  public func add(
    _ run: RunRecord, _ result: StoredResult, plan: [PlanProgress] = [], zones: [EarlierZone] = []
  ) throws(HistoryError) -> RunRecord {
    let rows = result.rows
    return try write { db in
      if let found = try String.fetchOne(db, sql: "SELECT project FROM run ORDER BY id DESC LIMIT 1"),
        found != run.project
      {
        throw HistoryError.otherProject(file: path, found: found, expected: run.project)
      }
      let earlier = try Int.fetchOne(db, sql: "SELECT max(id) FROM run")
      var run = run
      run.number = try insert(run, db)
      for progress in plan {
        try db.execute(
          sql: "INSERT INTO plan_progress VALUES (?, ?, ?, ?, ?)",
          arguments: [run.number, progress.year, progress.service.rawValue, progress.planned, progress.served])
      }
      try insert(zones, run: run.number, db)
      try update(rows, run: run.number, earlier: earlier, db)
      return run
    }
  }

  private func insert(_ run: RunRecord, _ db: Database) throws -> Int {
    try db.execute(
      sql: """
        INSERT INTO run (time, project, version, options, parameters, fingerprint, villages, losses)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        run.figures.time, run.project, run.version, run.options, run.parameters, run.fingerprint,
        run.figures.villages, run.losses,
      ])
    let number = Int(db.lastInsertedRowID)
    for (place, input) in run.inputs.enumerated() {
      try db.execute(
        sql: "INSERT INTO input VALUES (?, ?, ?, ?, ?, ?)",
        arguments: [number, place, input.role, input.path, input.bytes, input.sha256])
    }
    for (service, counts) in run.figures.services {
      try db.execute(
        sql: "INSERT INTO figure VALUES (?, ?, ?, ?, ?, ?)",
        arguments: [
          number, service.rawValue, counts.served, counts.unserved, counts.unknown, counts.peopleUnserved,
        ])
    }
    return number
  }

  /// Ends what no longer holds and begins what is new.
  private func update(
    _ rows: [(village: StoredVillage, answer: StoredAnswer)], run: Int, earlier: Int?, _ db: Database
  ) throws {
    var open = try openAnswers(db)
    let close = try db.cachedStatement(
      sql: "UPDATE answer SET last_run = ? WHERE village = ? AND last_run IS NULL")
    let addVillage = try db.cachedStatement(sql: Self.insertion("village", StoredVillage.columns))
    let addAnswer = try db.cachedStatement(
      sql: Self.insertion("answer", ["village", "first_run"] + StoredAnswer.columns))
    for (village, answer) in rows {
      let before = open.removeValue(forKey: village.code)
      if let before, before.village == village, before.answer == answer { continue }
      if let before { try close.execute(arguments: [earlier, before.identifier]) }
      var identifier = before?.identifier ?? 0
      if before?.village != village {
        try addVillage.execute(arguments: StatementArguments(village.values))
        identifier = Int(db.lastInsertedRowID)
      }
      try addAnswer.execute(arguments: StatementArguments([identifier, run] + answer.values))
    }
    for gone in open.values.sorted(by: { $0.identifier < $1.identifier }) {
      try close.execute(arguments: [earlier, gone.identifier])
    }
  }

  private typealias OpenAnswer = (identifier: Int, village: StoredVillage, answer: StoredAnswer)

  /// What holds in the newest run, by code.
  private func openAnswers(_ db: Database) throws -> [String: OpenAnswer] {
    var open: [String: OpenAnswer] = [:]
    let rows = try Row.fetchCursor(db, sql: Self.selection + " WHERE answer.last_run IS NULL")
    while let row = try rows.next() {
      let village = StoredVillage(row, first: 1)
      open[village.code] = (row[0], village, StoredAnswer(row, first: 1 + StoredVillage.columns.count))
    }
    return open
  }

  /// The number of a village, its description and what was said of it.
  static let selection =
    "SELECT village.id, \(list(StoredVillage.columns, of: "village")), \(list(StoredAnswer.columns, of: "answer")) "
    + "FROM answer JOIN village ON village.id = answer.village"

  private static func list(_ columns: [String], of table: String) -> String {
    columns.map { "\(table).\($0)" }.joined(separator: ", ")
  }

  private static func insertion(_ table: String, _ columns: [String]) -> String {
    "INSERT INTO \(table) (\(columns.joined(separator: ", "))) "
      + "VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))"
  }
}
