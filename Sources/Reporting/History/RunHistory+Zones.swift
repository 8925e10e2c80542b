import Coverage
import GRDB
import GeoFormats
import Project

extension RunHistory {
  /// The dead zones of a run, those that were gone by then among them, by identifier; empty where none were kept.
  public func zones(of run: RunRecord) throws(HistoryError) -> [EarlierZone] {
    if schema < 3 { return [] }
    let sql = "SELECT identifier, service, retired, villages FROM zone WHERE run = ? ORDER BY identifier"
    return try read { db in
      try Row.fetchAll(db, sql: sql, arguments: [run.number]).compactMap { row in
        guard let service = Service(rawValue: row[1]) else { return nil }
        let codes = AttributeValue.structured(row[3]).elements ?? []
        return EarlierZone(
          identifier: row[0], service: service, codes: codes.compactMap(\.spelling), isRetired: row[2])
      }
    }
  }

  func insert(_ zones: [EarlierZone], run: Int, _ db: Database) throws {
    for zone in zones {
      var codes = ScriptJSON()
      codes.array { json in for code in zone.codes { json.value(code) } }
      try db.execute(
        sql: "INSERT INTO zone VALUES (?, ?, ?, ?, ?)",
        arguments: [
          run, zone.identifier, zone.service.rawValue, zone.isRetired, String(decoding: codes.bytes, as: UTF8.self),
        ])
    }
  }
}

extension ZonesRun {
  /// What the next run must know of these zones.
  var kept: [EarlierZone] {
    let codes = analysis.inputs.villages.codes
    return services.flatMap { zones in
      zones.zones.map { zone in
        EarlierZone(
          identifier: zone.lineage.identifier, service: zone.service, codes: zone.villages.map { codes[$0] },
          isRetired: false)
      }
    } + retired
  }
}
