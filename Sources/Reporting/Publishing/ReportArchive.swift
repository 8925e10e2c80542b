import GeoFormats
import Glibc

/// The reports of earlier runs, each in a folder of its own below that of the newest: `archive/run-000012-2026-11-23`.
struct ReportArchive: Sendable {
  /// The folder of the newest report.
  let folder: String
  /// How many earlier reports are kept.
  let kept: Int

  private var path: String { folder + "/archive" }

  /// Puts the report that `status` tells of into the archive; its files stay where they are until others take their names.
  ///
  /// - Throws: `AtomicFile.Failure`.
  func add(_ status: ReportStatus) throws {
    guard kept > 0, let run = status.run else { return }
    let files = status.files.filter { Self.isThere("\(folder)/\($0)") }
    let digits = "\(run)"
    let day = status.runTime.map { "-" + $0.prefix(10) } ?? ""
    let name = "run-" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits + day
    let target = "\(path)/\(name)"
    if Self.isThere(target) || files.isEmpty { return }
    try AtomicFile.makeFolder(path)
    let making = "\(path)/.\(name)\(Self.unfinished)"
    Self.remove(making)
    try AtomicFile.makeFolder(making)
    for file in files { try Self.copy("\(folder)/\(file)", to: "\(making)/\(file)") }
    // A failure since then is none of this report.
    var status = status
    if !status.ok { (status.ok, status.note, status.error) = (true, .noChange, nil) }
    try status.write(toFolder: making)
    guard rename(making, target) == 0 else {
      throw AtomicFile.Failure(path: target, reason: String(cString: strerror(errno)).lowercased())
    }
  }

  /// Removes the files of an earlier report that the newest does not have, which would pass for its own.
  func removeLeftovers(of earlier: ReportStatus, besides names: [String]) {
    for name in earlier.files where !names.contains(name) && !name.contains("/") { unlink("\(folder)/\(name)") }
  }

  /// Removes the oldest reports past the number that is kept, and what a process left behind that was killed.
  func prune() {
    let names = FileStamp.names(inFolder: path)
    let reports = names.filter { $0.hasPrefix("run-") }
    for name in reports.dropLast(kept) + names.filter({ $0.hasSuffix(Self.unfinished) }) {
      Self.remove("\(path)/\(name)")
    }
  }

  /// Removes files that a killed process had not finished; whoever calls this has the lock, so that nobody writes them.
  func removeUnfinished() {
    for name in FileStamp.names(inFolder: folder) where name.hasSuffix(".part") {
      let parts = name.split(separator: ".")
      guard parts.count >= 3, Int(parts[parts.count - 2]) != nil else { continue }
      unlink("\(folder)/\(name)")
    }
  }

  private static let unfinished = ".part"

  /// The same file under another name where the disk can do that, else a copy: who writes a report never changes a file in
  /// place.
  private static func copy(_ source: String, to target: String) throws {
    if link(source, target) == 0 { return }
    let bytes: [UInt8]
    do {
      bytes = try SourceBytes(contentsOf: source).withBytes { Array($0) }
    } catch {
      throw AtomicFile.Failure(path: target, reason: error.problem)
    }
    let file = try AtomicFile(path: target)
    try file.write(bytes)
    try AtomicFile.commit([file])
  }

  private static func isThere(_ path: String) -> Bool { access(path, F_OK) == 0 }

  private static func remove(_ folder: String) {
    for name in FileStamp.names(inFolder: folder) {
      if unlink("\(folder)/\(name)") != 0 { remove("\(folder)/\(name)") }
    }
    rmdir(folder)
  }
}
