import Foundation
import GRDB

/// A folder for the files of one test, which goes away with it.
final class ScratchFolder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "phusong-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  subscript(_ name: String) -> String { "\(path)/\(name)" }

  /// The names in the folder, sorted.
  var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted() }

  @discardableResult
  func write(_ text: String, as name: String) throws -> String {
    try Data(text.utf8).write(to: URL(fileURLWithPath: self[name]))
    return self[name]
  }

  /// Runs SQL on an SQLite database of the folder.
  func execute(_ sql: String, arguments: StatementArguments = [], on name: String) throws {
    let queue = try DatabaseQueue(path: self[name])
    try queue.writeWithoutTransaction { try $0.execute(sql: sql, arguments: arguments) }
    try queue.close()
  }
}

extension ScratchFolder {
  /// The first column of a query as text, null as `null`.
  func values(_ sql: String, of name: String) throws -> [String] {
    try DatabaseQueue(path: self[name]).read { db in
      try DatabaseValue.fetchAll(db, sql: sql).map { value in
        switch value.storage {
        case .null: "null"
        case .int64(let number): "\(number)"
        case .double(let number): "\(number)"
        case .string(let text): text
        case .blob: "blob"
        }
      }
    }
  }

  /// Takes the triggers of a GeoPackage away, which call functions that only other programs have.
  func dropTriggers(on name: String) throws {
    for trigger in try values("SELECT name FROM sqlite_master WHERE type = 'trigger'", of: name) {
      try execute("DROP TRIGGER \"\(trigger)\"", on: name)
    }
  }

  /// Runs SQL and leaves the database open.
  func executeAndStay(_ sql: String, on name: String) throws -> DatabaseQueue {
    let queue = try DatabaseQueue(path: self[name])
    try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
    return queue
  }
}

/// The folder of data that is shared with the project, and the programs of this machine.
enum Surroundings {
  static let sharedFolder = ProcessInfo.processInfo.environment["PHUSONG_SHARED"] ?? "../shared"

  static func shared(_ name: String) -> String { "\(sharedFolder)/data/\(name)" }

  static func hasShared(_ name: String) -> Bool { FileManager.default.fileExists(atPath: shared(name)) }

  /// The path of a program on the `PATH`.
  static func program(_ name: String) -> String? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return folders.map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  static let hasGDAL = program("ogr2ogr") != nil && program("ogrinfo") != nil

  /// What a program writes to its standard output, run in `folder`.
  @discardableResult
  static func run(_ name: String, _ arguments: [String], in folder: String = ".") throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program(name) ?? name)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: bytes, as: UTF8.self)
  }
}
