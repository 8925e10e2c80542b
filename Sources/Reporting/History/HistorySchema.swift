import GRDB

/// The tables of a history and how older ones become the newest.
///
/// A village's description and answers are rows that hold from one run to another, so that a run in which nothing changes
/// costs a few rows, and a year of weekly runs of 6,786 villages a few megabytes.
enum HistorySchema {
  /// `PhuH` in the header of the file.
  static let applicationIdentifier = 0x5068_7548
  /// The version of the newest schema, kept as SQLite's user version.
  static let version = 3

  /// The steps from an empty file to ``version``, each in a transaction of its own.
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1: runs and villages") { db in
      try db.execute(sql: "PRAGMA application_id = \(applicationIdentifier)")
      try db.execute(sql: runs + villages + "PRAGMA user_version = 1")
    }
    migrator.registerMigration("2: plans") { db in
      try db.execute(sql: plans + "PRAGMA user_version = 2")
    }
    migrator.registerMigration("3: dead zones") { db in
      try db.execute(sql: zones + "PRAGMA user_version = 3")
    }
    return migrator
  }

  private static let runs = """
    CREATE TABLE run (
      id INTEGER PRIMARY KEY AUTOINCREMENT, time TEXT NOT NULL, project TEXT NOT NULL, version TEXT NOT NULL,
      options TEXT NOT NULL, parameters TEXT NOT NULL, fingerprint TEXT NOT NULL, villages INTEGER NOT NULL,
      losses INTEGER NOT NULL) STRICT;
    CREATE TABLE input (
      run INTEGER NOT NULL REFERENCES run(id) ON DELETE CASCADE, place INTEGER NOT NULL, role TEXT NOT NULL,
      path TEXT NOT NULL, bytes INTEGER NOT NULL, sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
      PRIMARY KEY (run, place)) STRICT, WITHOUT ROWID;
    CREATE TABLE figure (
      run INTEGER NOT NULL REFERENCES run(id) ON DELETE CASCADE,
      service TEXT NOT NULL CHECK (service IN ('fibre', 'signal', 'power')), served INTEGER NOT NULL,
      unserved INTEGER NOT NULL, unknown INTEGER NOT NULL, people_unserved INTEGER NOT NULL,
      PRIMARY KEY (run, service)) STRICT, WITHOUT ROWID;

    """

  /// An answer holds in every run from `first_run` to `last_run`, or to the newest where that is null. Distances are in metres,
  /// scores in hundredths.
  private static let villages = """
    CREATE TABLE village (
      id INTEGER PRIMARY KEY, code TEXT NOT NULL, name TEXT, commune_code TEXT, commune_code_2025 TEXT, commune TEXT,
      district TEXT, province TEXT, province_2025 TEXT, population REAL, households REAL, longitude REAL, latitude REAL
      ) STRICT;
    CREATE INDEX village_code ON village(code);
    CREATE TABLE answer (
      village INTEGER NOT NULL REFERENCES village(id),
      first_run INTEGER NOT NULL REFERENCES run(id) DEFERRABLE INITIALLY DEFERRED,
      last_run INTEGER REFERENCES run(id) DEFERRABLE INITIALLY DEFERRED,
      fibre TEXT NOT NULL CHECK (fibre IN ('served', 'unserved', 'unknown')), fibre_distance_m REAL,
      signal TEXT NOT NULL CHECK (signal IN ('served', 'unserved', 'unknown')), signal_distance_m REAL,
      power TEXT NOT NULL CHECK (power IN ('served', 'unserved', 'unknown')), power_distance_m REAL,
      score INTEGER, PRIMARY KEY (village, first_run), CHECK (last_run >= first_run)) STRICT, WITHOUT ROWID;
    CREATE INDEX answer_first ON answer(first_run);
    CREATE INDEX answer_last ON answer(last_run);

    """

  /// What a plan promises in a year, and how much of it the villages have.
  private static let plans = """
    CREATE TABLE plan_progress (
      run INTEGER NOT NULL REFERENCES run(id) ON DELETE CASCADE, year INTEGER NOT NULL,
      service TEXT NOT NULL CHECK (service IN ('fibre', 'signal', 'power')), planned INTEGER NOT NULL,
      served INTEGER NOT NULL, PRIMARY KEY (run, year, service)) STRICT, WITHOUT ROWID;

    """

  /// The dead zones of a run and those of earlier runs that were gone by then, with the codes of their villages.
  private static let zones = """
    CREATE TABLE zone (
      run INTEGER NOT NULL REFERENCES run(id) ON DELETE CASCADE, identifier TEXT NOT NULL,
      service TEXT NOT NULL CHECK (service IN ('fibre', 'signal', 'power')),
      retired INTEGER NOT NULL CHECK (retired IN (0, 1)), villages TEXT NOT NULL CHECK (json_valid(villages)),
      PRIMARY KEY (run, identifier)) STRICT, WITHOUT ROWID;

    """
}
