import Project

/// A file that an analysis was made from.
public struct ReportInput: Hashable, Sendable {
  /// The layer, `villages` for the villages.
  public var layer: String
  /// The path as the project file gives it.
  public var path: String
  /// Its size, in **bytes**; nil where it is not known.
  public var size: Int?
  /// The SHA-256 of its bytes, in hexadecimal digits; nil where it was not made.
  public var checksum: String?

  /// A file of a layer.
  public init(layer: String, path: String, size: Int? = nil, checksum: String? = nil) {
    self.layer = layer
    self.path = path
    self.size = size
    self.checksum = checksum
  }

  /// The files that a project names, without sizes and checksums.
  public static func files(of project: ProjectFile) -> [ReportInput] {
    project.villages.source.files.map { ReportInput(layer: "villages", path: $0) }
      + project.layers.flatMap { layer in layer.source.files.map { ReportInput(layer: layer.name, path: $0) } }
  }
}
