import Coverage
import GRDB
import GeoFormats

extension RunHistory {
  /// All runs, the oldest first. O(runs).
  public func runs() throws(HistoryError) -> [RunRecord] {
    try read { db in
      var inputs: [Int: [InputRecord]] = [:]
      for row in try Row.fetchAll(db, sql: "SELECT run, role, path, bytes, sha256 FROM input ORDER BY run, place") {
        inputs[row[0], default: []].append(InputRecord(role: row[1], path: row[2], bytes: row[3], sha256: row[4]))
      }
      var services: [Int: [Service: RunFigures.Counts]] = [:]
      let figures = "SELECT run, service, served, unserved, unknown, people_unserved FROM figure"
      for row in try Row.fetchAll(db, sql: figures) {
        guard let service = Service(rawValue: row[1]) else { continue }
        services[row[0], default: [:]][service] = RunFigures.Counts(
          served: row[2], unserved: row[3], unknown: row[4], peopleUnserved: row[5])
      }
      return try Row.fetchAll(db, sql: "SELECT * FROM run ORDER BY id").map { row in
        let number: Int = row["id"]
        return RunRecord(
          number: number, project: row["project"], version: row["version"], options: row["options"],
          parameters: row["parameters"], fingerprint: row["fingerprint"], losses: row["losses"],
          figures: RunFigures(time: row["time"], villages: row["villages"], services: services[number] ?? [:]),
          inputs: inputs[number] ?? [])
      }
    }
  }

  /// The run that `name` means: a number, `first`, `last`, or `previous`, the one before the last.
  ///
  /// - Throws: ``HistoryError/noSuchRun(file:wanted:known:)``.
  public func run(named name: String) throws(HistoryError) -> RunRecord {
    let runs = try runs()
    let run =
      switch name {
      case "first": runs.first
      case "last": runs.last
      case "previous": runs.dropLast().last
      default: runs.first { "\($0.number)" == name }
      }
    guard let run else { throw .noSuchRun(file: path, wanted: name, known: runs.map(\.number)) }
    return run
  }

  /// The villages of a run and what it said of them. O(villages).
  ///
  /// - Throws: ``HistoryError``; also when the villages are not as many as the run counted.
  public func result(of run: RunRecord) async throws -> StoredResult {
    let number = run.number
    let rows: [(StoredVillage, StoredAnswer)] = try read { db in
      let sql =
        Self.selection + " WHERE answer.first_run <= ? AND (answer.last_run IS NULL OR answer.last_run >= ?)"
      let cursor = try Row.fetchCursor(db, sql: sql, arguments: [number, number])
      var rows: [(StoredVillage, StoredAnswer)] = []
      while let row = try cursor.next() {
        rows.append(
          (StoredVillage(row, first: 1), StoredAnswer(row, first: 1 + StoredVillage.columns.count)))
      }
      return rows
    }
    guard rows.count == run.figures.villages else {
      throw HistoryError.database(
        file: path, reason: "run \(number) has \(rows.count) villages; expected \(run.figures.villages)")
    }
    return try await StoredResult(rows, name: "\(path), run \(number)")
  }

  /// How far the plan had come at a run; empty where no plan was given.
  public func planProgress(of run: RunRecord) throws(HistoryError) -> [PlanProgress] {
    if schema < 2 { return [] }
    let sql = "SELECT year, service, planned, served FROM plan_progress WHERE run = ? ORDER BY year, service"
    return try read { db in
      try Row.fetchAll(db, sql: sql, arguments: [run.number]).compactMap { row in
        Service(rawValue: row[1]).map { PlanProgress(year: row[0], service: $0, planned: row[2], served: row[3]) }
      }
    }
  }
}

extension StoredResult {
  /// The result that rows of a history hold, through a map as an analysis writes it.
  init(_ rows: [(StoredVillage, StoredAnswer)], name: String) async throws {
    let layer = try await LayerReader.read(
      geoJSON: StoredMap.text(rows, ranks: nil), name: name, keys: AssessedVillages.properties)
    let assessed = try await AssessedVillages(layer)
    let scores = rows.map { $0.1.score }
    let known = scores.compactMap { $0 }
    self.init(
      assessed: assessed,
      scores: known.count < scores.count || known.isEmpty
        ? nil
        : VillageScores(
          hundredths: known.map { UInt16(truncatingIfNeeded: $0) }, people: assessed.villages.people,
          order: assessed.villages.order))
  }
}
