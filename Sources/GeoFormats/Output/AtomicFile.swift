import Glibc

/// A file that appears complete or not at all: bytes go to a temporary file in the same folder, which takes the name of
/// the real one when everything is on the disk.
///
/// Several files of one result are finished with ``commit(_:)``: all are synced before the first is renamed. A file that
/// is never committed goes away with its owner.
public final class AtomicFile {
  /// The path of the finished file.
  public let path: String
  private let temporaryPath: String
  private var descriptor: Int32

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
    public var description: String { "\(path): cannot be written: \(reason)" }
  }

  /// Creates the temporary file next to `path`.
  public init(path: String) throws(Failure) {
    self.path = path
    temporaryPath = "\(path).\(getpid()).part"
    descriptor = open(temporaryPath, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    if descriptor < 0 { throw Failure(path: path, reason: SourceBytes.reason(errno)) }
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
      let written = bytes.withUnsafeBytes { buffer in
        Glibc.write(descriptor, buffer.baseAddress?.advanced(by: start), buffer.count - start)
      }
      if written < 0 {
        if errno == EINTR { continue }
        throw Failure(path: path, reason: SourceBytes.reason(errno))
      }
      start += written
    }
  }

  /// Brings the files to the disk and then, when all are there, gives them their names.
  public static func commit(_ files: [AtomicFile]) throws(Failure) {
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
  }

  /// Makes a folder and those above it, if they are not there yet.
  public static func makeFolder(_ path: String) throws(Failure) {
    var made = path.hasPrefix("/") ? "/" : ""
    for component in path.split(separator: "/") {
      made += component + "/"
      if mkdir(made, 0o755) != 0, errno != EEXIST {
        throw Failure(path: path, reason: SourceBytes.reason(errno))
      }
    }
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      throw Failure(path: path, reason: "is a file; expected a folder")
    }
    guard access(path, W_OK | X_OK) == 0 else { throw Failure(path: path, reason: SourceBytes.reason(errno)) }
  }
}
