import Glibc

/// What makes two paths the same file, whatever they are called: symbolic and hard links, `./a` and `a`.
public struct FileIdentity: Hashable, Sendable {
  private var device: UInt
  private var number: UInt

  /// The file at `path`; nil when there is none.
  public init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    device = UInt(status.st_dev)
    number = UInt(status.st_ino)
  }
}
