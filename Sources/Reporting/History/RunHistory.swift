import GRDB
import Glibc

/// The history of a project's reports: an SQLite file with one entry for each run, from which any earlier result can be told.
///
/// A run is written in one transaction, with a write-ahead log that is synced, so that the process may be killed, or the power
/// fail, at any moment: the run is then there whole or not at all. Whoever writes holds a ``RunLock``; readers need none.
public final class RunHistory {
  /// The path of the file.
  public let path: String
  let queue: DatabaseQueue
  /// The schema of the file, which is older than ``schemaVersion`` where an old one is only read.
  let schema: Int

  /// The newest schema that this version knows.
  public static let schemaVersion = HistorySchema.version

  /// What a history is for.
  public enum Access: Sendable {
    /// To read; the file must be there.
    case reading
    /// To read and write; the file is made where it is not there, and brought to the newest schema.
    case writing
  }

  /// Opens the file at `path`.
  ///
  /// - Throws: ``HistoryError``: that the file is not there or no history comes before that its schema is newer than
  ///   ``schemaVersion``.
  public init(path: String, for access: Access) throws(HistoryError) {
    self.path = path
    let size = Self.size(of: path) ?? 0
    if access == .reading, Self.size(of: path) == nil { throw HistoryError.missing(file: path) }
    if size > 0 { try Self.checkHeader(of: path) }
    do {
      switch access {
      case .reading: (queue, schema) = try Self.reader(path)
      case .writing: (queue, schema) = (try Self.writer(path), HistorySchema.version)
      }
    } catch {
      throw Self.error(error, path)
    }
  }

  /// The lock that a writer of the history at `path` holds, after at most so many **seconds** of waiting.
  ///
  /// - Throws: as ``RunLock/init(path:for:waitSeconds:)``.
  public static func lock(_ path: String, waitSeconds: Double = 0) async throws -> RunLock {
    try await RunLock(path: path + ".lock", for: path, waitSeconds: waitSeconds)
  }

  // MARK: Opening

  private static func writer(_ path: String) throws -> DatabaseQueue {
    // What is no history, or a later one, is left as it is.
    if size(of: path) ?? 0 > 0 { _ = try found(path) }
    var configuration = configuration
    configuration.journalMode = .wal
    let queue = try DatabaseQueue(path: plain(path), configuration: configuration)
    let found = try queue.inDatabase { db in try schema(db, path) }
    try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
    if found ?? 0 < HistorySchema.version { try HistorySchema.migrator.migrate(queue) }
    return queue
  }

  private static func reader(_ path: String) throws -> (DatabaseQueue, schema: Int) {
    let (queue, schema) = try found(path)
    guard let schema else { throw HistoryError.notHistory(file: path, reason: "is an empty database") }
    return (queue, schema)
  }

  /// The file opened to read, and its schema; nil of an empty one.
  private static func found(_ path: String) throws -> (DatabaseQueue, schema: Int?) {
    func opened(_ name: String) throws -> (DatabaseQueue, schema: Int?) {
      var configuration = configuration
      configuration.readonly = true
      let queue = try DatabaseQueue(path: name, configuration: configuration)
      return (queue, try queue.inDatabase { db in try schema(db, path) })
    }
    do {
      return try opened(plain(path))
    } catch let error as DatabaseError where [.SQLITE_CANTOPEN, .SQLITE_READONLY].contains(error.resultCode) {
      // In a folder that may not be written to there can be no files of SQLite's beside it, and no writer either.
      return try opened(immutable(path))
    }
  }

  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.label = "history"
    configuration.foreignKeysEnabled = true
    // Another process may be copying the log into the file.
    configuration.busyMode = .timeout(10)
    return configuration
  }

  private static func plain(_ path: String) -> String { path.hasPrefix("/") ? path : "./" + path }

  /// The path as a URI, in which no character of it means anything.
  private static func immutable(_ path: String) -> String {
    var uri = "file:"
    for byte in plain(path).utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "-"):
        uri.unicodeScalars.append(Unicode.Scalar(byte))
      default: uri += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
      }
    }
    return uri + "?immutable=1"
  }

  /// The version of a history's schema; nil of an empty file, such as a process leaves that is killed while it makes one.
  private static func schema(_ db: Database, _ path: String) throws -> Int? {
    let identifier = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
    let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    if identifier != HistorySchema.applicationIdentifier {
      let tables = try String.fetchSet(db, sql: "SELECT name FROM sqlite_master WHERE type = 'table'")
      // The list of migrations stands there before the first of them is made.
      if identifier == 0, version == 0, tables.isSubset(of: ["grdb_migrations"]) { return nil }
      throw HistoryError.notHistory(file: path, reason: "is an SQLite database of something else")
    }
    let isSuperseded = try HistorySchema.migrator.hasBeenSuperseded(db)
    if version > HistorySchema.version || isSuperseded {
      throw HistoryError.newerSchema(file: path, found: version, known: HistorySchema.version)
    }
    return version
  }

  private static func checkHeader(of path: String) throws(HistoryError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw HistoryError.unusable(file: path, reason: RunLock.reason(errno)) }
    defer { close(descriptor) }
    if FileStamp.isFolder(path) { throw HistoryError.notHistory(file: path, reason: "is a folder") }
    var bytes = [UInt8](repeating: 0, count: 16)
    guard Glibc.read(descriptor, &bytes, bytes.count) == 16, bytes == Array("SQLite format 3\0".utf8) else {
      throw HistoryError.notHistory(file: path, reason: "does not start like an SQLite database")
    }
  }

  private static func size(of path: String) -> Int? {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : nil
  }

  // MARK: Using

  /// Reads with `body`, whose errors of SQLite become ``HistoryError``.
  func read<Result>(_ body: (Database) throws -> Result) throws(HistoryError) -> Result {
    do { return try queue.read(body) } catch { throw Self.error(error, path) }
  }

  /// Writes with `body` in one transaction.
  func write<Result>(_ body: (Database) throws -> Result) throws(HistoryError) -> Result {
    do { return try queue.write(body) } catch { throw Self.error(error, path) }
  }

  static func error(_ error: any Error, _ path: String) -> HistoryError {
    if let error = error as? HistoryError { return error }
    guard let error = error as? DatabaseError else { return .database(file: path, reason: "\(error)") }
    return .database(file: path, reason: error.message ?? "error \(error.resultCode.rawValue)")
  }
}
