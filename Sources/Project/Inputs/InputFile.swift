/// A file that an analysis reads, and what for.
public struct InputFile: Hashable, Sendable {
  /// What the file is to the project: `project`, `villages`, `admin`, or the name of a layer as in `layer fibre`.
  public var role: String
  /// The path as seen from the process.
  public var path: String

  /// The file at `path`, which plays `role`.
  public init(role: String, path: String) {
    self.role = role
    self.path = path
  }
}
