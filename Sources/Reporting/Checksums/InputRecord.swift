import GeoFormats
import Geospatial
import Glibc
import Project

/// An input as it was when it was read: its size and its checksum.
public struct InputRecord: Hashable, Sendable {
  /// What the file is to the project, as `villages` or `layer fibre`.
  public var role: String
  /// Its path as seen from the process.
  public var path: String
  /// Its size in **bytes**.
  public var bytes: Int
  /// Its SHA-256 as 64 hexadecimal digits.
  public var sha256: String

  /// A file of a size in **bytes** and a checksum.
  public init(role: String, path: String, bytes: Int, sha256: String) {
    self.role = role
    self.path = path
    self.bytes = bytes
    self.sha256 = sha256
  }

  /// The checksums of all files of a project, on `threads` threads, in the order of `InputFiles`. O(bytes).
  ///
  /// - Throws: `FormatError` for the first file that cannot be read.
  public static func records(of project: ProjectFile, threads: Int) async throws -> [InputRecord] {
    let files = try InputFiles.files(of: project)
    return try await Parallel.map(files, threads: threads) { file in Result { try record(of: file) } }
      .map { try $0.get() }
  }

  private static func record(of file: InputFile) throws -> InputRecord {
    if FileStamp.isFolder(file.path) { return try record(ofFolder: file) }
    let source = try SourceBytes(contentsOf: file.path)
    var sum = SHA256()
    source.withBytes { sum.update($0) }
    return InputRecord(role: file.role, path: file.path, bytes: source.count, sha256: sum.hexadecimal)
  }

  /// A format may be a folder, such as a file geodatabase: the sum of the names and the sums of its files, in order.
  private static func record(ofFolder file: InputFile) throws -> InputRecord {
    var (sum, bytes) = (SHA256(), 0)
    for name in FileStamp.names(inFolder: file.path) {
      let path = "\(file.path)/\(name)"
      if FileStamp.isFolder(path) { continue }
      let part = try record(of: InputFile(role: file.role, path: path))
      sum.update(Array("\(part.sha256) \(name)\n".utf8))
      bytes += part.bytes
    }
    return InputRecord(role: file.role, path: file.path, bytes: bytes, sha256: sum.hexadecimal)
  }
}
