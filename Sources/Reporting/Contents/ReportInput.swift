import GeoFormats
import Project

/// A file that an analysis was made from.
public struct ReportInput: Hashable, Sendable {
  /// What the file is to the project, as `villages` or `layer fibre`.
  public var role: String
  /// Its path as seen from the process.
  public var path: String
  /// Its size, in **bytes**; nil where it is not known.
  public var size: Int?
  /// Its SHA-256 as 64 hexadecimal digits; nil where it was not made.
  public var checksum: String?

  /// A file with its size and checksum.
  public init(_ record: InputRecord) {
    (role, path, size, checksum) = (record.role, record.path, record.bytes, record.sha256)
  }

  /// A file of which no more is known.
  public init(_ file: InputFile) { (role, path) = (file.role, file.path) }

  /// The files of a project, without sizes and checksums.
  ///
  /// - Throws: `FormatError` for a pattern that no file fits.
  public static func files(of project: ProjectFile) throws(FormatError) -> [ReportInput] {
    try InputFiles.files(of: project).map { ReportInput($0) }
  }
}
