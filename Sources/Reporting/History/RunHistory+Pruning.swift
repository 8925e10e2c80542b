import GRDB

extension RunHistory {
  /// Forgets runs, with all that held in none of the others, and gives the room back to the disk.
  ///
  /// - Returns: How many runs were forgotten.
  @discardableResult
  public func remove(_ runs: [RunRecord]) throws(HistoryError) -> Int {
    if runs.isEmpty { return 0 }
    let count = try write { db in
      let count = try runs.reduce(0) { count, run in
        try db.execute(sql: "DELETE FROM run WHERE id = ?", arguments: [run.number])
        return count + db.changesCount
      }
      // What holds from a forgotten run on holds from the next that is left, and to the last before.
      try db.execute(
        sql: """
          DELETE FROM answer WHERE NOT EXISTS (
            SELECT 1 FROM run WHERE id >= first_run AND (last_run IS NULL OR id <= last_run));
          UPDATE answer SET first_run = (SELECT min(id) FROM run WHERE id >= first_run)
            WHERE NOT EXISTS (SELECT 1 FROM run WHERE id = first_run);
          UPDATE answer SET last_run = (SELECT max(id) FROM run WHERE id <= last_run)
            WHERE last_run IS NOT NULL AND NOT EXISTS (SELECT 1 FROM run WHERE id = last_run);
          UPDATE answer SET last_run = NULL WHERE last_run = (SELECT max(id) FROM run);
          DELETE FROM village WHERE NOT EXISTS (SELECT 1 FROM answer WHERE village = village.id);
          """)
      return count
    }
    do { try queue.vacuum() } catch { throw Self.error(error, path) }
    return count
  }
}
