/// A named layer, which rules, measures and areas refer to.
public struct LayerSource: Hashable, Sendable {
  /// The name, unique in the project.
  public var name: String
  /// The files, how to read them and which features count.
  public var source: FileSource

  /// A layer `name` from `source`.
  public init(name: String, source: FileSource) {
    self.name = name
    self.source = source
  }

  /// The line of the project file that names the layer, counted from 1.
  public var line: Int { source.line }
}
