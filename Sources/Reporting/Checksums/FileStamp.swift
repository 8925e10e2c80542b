import Glibc
import Project

/// What tells that a file was written to: its number, size and time of change.
struct FileStamp: Hashable, Sendable {
  private var number: UInt
  private var bytes: Int
  private var seconds: Int
  private var nanoseconds: Int

  /// The stamp of the file at `path`; nil when there is none.
  init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    number = UInt(status.st_ino)
    bytes = Int(status.st_size)
    seconds = Int(status.st_mtim.tv_sec)
    nanoseconds = Int(status.st_mtim.tv_nsec)
  }

  /// The stamps of files, in their order.
  static func stamps(of files: [InputFile]) -> [FileStamp?] { files.map { FileStamp($0.path) } }

  /// Whether a folder is at `path`.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// What a folder holds, by name, without `.` and `..`; nothing where it cannot be read.
  static func names(inFolder path: String) -> [String] {
    guard let handle = opendir(path) else { return [] }
    defer { closedir(handle) }
    var names: [String] = []
    while let entry = readdir(handle) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }
}
