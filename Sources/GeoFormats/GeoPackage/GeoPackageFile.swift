import GRDB
import Glibc

/// A GeoPackage (OGC 12-128r18) opened for reading only.
///
/// Nothing is written next to the file and nothing is locked, except when another program left changes in a `-wal` file:
/// these count, so SQLite is then allowed its usual files.
final class GeoPackageFile {
  let path: String
  private let queue: DatabaseQueue

  /// Opens the file at `path`.
  ///
  /// - Throws: `FormatError` when there is no such file, when it is no SQLite database, and when it is one without the
  ///   tables of a GeoPackage, in this order.
  init(path: String) throws(FormatError) {
    self.path = path
    try GeoPackageFile.checkHeader(path)
    let hasLog = GeoPackageFile.size(path + "-wal") > 0
    var configuration = Configuration()
    configuration.readonly = true
    configuration.label = "GeoPackage"
    do {
      queue = try DatabaseQueue(
        path: GeoPackageFile.uri(path, isImmutable: !hasLog), configuration: configuration)
    } catch {
      throw GeoPackageFile.error(error, path)
    }
    let hasContents = try read { try $0.tableExists("gpkg_contents") && $0.tableExists("gpkg_geometry_columns") }
    guard hasContents else {
      throw FormatError(
        file: path,
        problem: "an SQLite database without gpkg_contents and gpkg_geometry_columns; "
          + "expected a GeoPackage (OGC 12-128)")
    }
  }

  /// Runs `body` on the database; what SQLite complains about becomes a `FormatError`, others pass.
  func read<Result>(_ body: (Database) throws -> Result) throws(FormatError) -> Result {
    do {
      return try queue.inDatabase(body)
    } catch {
      throw GeoPackageFile.error(error, path)
    }
  }

  static func error(_ error: any Error, _ path: String) -> FormatError {
    if let error = error as? FormatError { return error }
    guard let error = error as? DatabaseError else { return FormatError(file: path, problem: "\(error)") }
    return FormatError(file: path, problem: "SQLite: \(error.message ?? "error \(error.resultCode.rawValue)")")
  }

  /// An identifier in SQL, quoted.
  static func quoted(_ name: String) -> String {
    "\"" + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }

  /// The first bytes of every SQLite database.
  private static let magic = Array("SQLite format 3\0".utf8)

  private static func checkHeader(_ path: String) throws(FormatError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FormatError(file: path, problem: SourceBytes.reason(errno)) }
    defer { close(descriptor) }
    var status = stat()
    if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      throw FormatError(file: path, problem: "is a folder; expected a GeoPackage")
    }
    var bytes = [UInt8](repeating: 0, count: 16)
    let got = Glibc.read(descriptor, &bytes, bytes.count)
    guard got > 0 else { throw FormatError(file: path, problem: "the file is empty; expected a GeoPackage") }
    guard got == 16, bytes == magic else {
      throw FormatError(
        file: path, problem: "does not start like an SQLite database; expected a GeoPackage (OGC 12-128)")
    }
  }

  private static func size(_ path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  /// The path as a URI, in which no character of it means anything (SQLite, "Uniform Resource Identifiers", section 3).
  private static func uri(_ path: String, isImmutable: Bool) -> String {
    var uri = "file:"
    // Without a folder the name would be taken for more of the URI's own syntax.
    for byte in (path.hasPrefix("/") ? path : "./" + path).utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "-"),
        UInt8(ascii: "_"):
        uri.unicodeScalars.append(Unicode.Scalar(byte))
      default: uri += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return uri + (isImmutable ? "?immutable=1" : "?mode=ro")
  }
}
