import Glibc

/// A file that appears complete or not at all: bytes go to a temporary file in the same folder, which takes the name of
/// the real one when everything is on the disk.
///
/// Several files of one result are finished with ``commit(_:)``: all are synced before the first is renamed. A file that
/// is never committed goes away with its owner.
public final class AtomicFile {
  /// The path of the finished file.
  public let path: String
  /// Where the bytes stand until then.
  let temporaryPath: String
  private var descriptor: Int32
  /// How many **bytes** were written, and up to where the system was asked to bring them to the disk.
  private var written = 0
  private var flushed = 0
  private static let bytesPerFlush = 16 << 20

  /// Why a file could not be written.
  public struct Failure: Error, Sendable, Hashable, CustomStringConvertible {
    /// The path of the finished file.
    public var path: String
    /// What the system said.
    public var reason: String

    /// A failure to write `path`.
    public init(path: String, reason: String) {
      self.path = path
      self.reason = reason
    }

    /// `out/villages.geojson: cannot be written: no space left on the disk`
    public var description: String { FormatError.oneLine("\(path): cannot be written: \(reason)") }
  }

  /// Creates the temporary file next to `path`.
  public init(path: String) throws(Failure) {
    self.path = path
    temporaryPath = "\(path).\(getpid()).part"
    descriptor = open(temporaryPath, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o644)
    if descriptor < 0 { throw Failure(path: path, reason: AtomicFile.reason(errno)) }
  }

  private var folder: String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  deinit {
    guard descriptor >= 0 else { return }
    close(descriptor)
    unlink(temporaryPath)
  }

  /// Adds bytes at the end.
  public func write(_ bytes: [UInt8]) throws(Failure) {
    var start = 0
    while start < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Glibc.write(descriptor, buffer.baseAddress?.advanced(by: start), buffer.count - start)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw Failure(path: path, reason: SourceBytes.reason(errno))
      }
      start += count
    }
    written += bytes.count
    if written - flushed >= AtomicFile.bytesPerFlush {
      // Advice that makes the disk start now on what the sync at the end will wait for; without it, it waits longer.
      _ = posix_fadvise(descriptor, off_t(flushed), off_t(written - flushed), POSIX_FADV_DONTNEED)
      flushed = written
    }
  }

  /// Brings the files to the disk and then, when all are there, gives them their names.
  ///
  /// A folder in the way of one of them is found before any takes its name.
  public static func commit(_ files: [AtomicFile]) throws(Failure) {
    for file in files where isFolder(file.path) {
      throw Failure(path: file.path, reason: "there is a folder of that name; expected a file or nothing")
    }
    for file in files where fsync(file.descriptor) != 0 {
      throw Failure(path: file.path, reason: SourceBytes.reason(errno))
    }
    for file in files {
      guard rename(file.temporaryPath, file.path) == 0 else {
        throw Failure(path: file.path, reason: SourceBytes.reason(errno))
      }
      close(file.descriptor)
      file.descriptor = -1
    }
    // The names themselves are on the disk only when their folders are.
    for folder in Set(files.map(\.folder)) {
      let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      guard descriptor >= 0 else { continue }
      fsync(descriptor)
      close(descriptor)
    }
  }

  /// Makes a folder and those above it, if they are not there yet; when it throws, none is left behind.
  ///
  /// - Returns: The folders that were made, the outermost first, for ``removeFolders(_:)``.
  @discardableResult
  public static func makeFolder(_ path: String) throws(Failure) -> [String] {
    var made: [String] = []
    var folder = path.hasPrefix("/") ? "/" : ""
    var reason: String?
    for component in path.split(separator: "/") where reason == nil {
      folder += component + "/"
      if mkdir(folder, 0o755) == 0 {
        made.append(folder)
      } else if errno != EEXIST {
        reason = AtomicFile.reason(errno)
      }
    }
    if reason == nil, !isFolder(path) { reason = "is a file; expected a folder" }
    if reason == nil, access(path, W_OK | X_OK) != 0 { reason = AtomicFile.reason(errno) }
    guard let reason else { return made }
    removeFolders(made)
    throw Failure(path: path, reason: reason)
  }

  /// Removes folders that ``makeFolder(_:)`` made, as far as they are empty.
  public static func removeFolders(_ folders: [String]) {
    for folder in folders.reversed() { rmdir(folder) }
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The system's words; of a file to be made it is the folder that is missing.
  private static func reason(_ code: Int32) -> String {
    code == ENOENT ? "there is no such folder" : SourceBytes.reason(code)
  }
}
