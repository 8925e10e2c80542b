/// A named layer, which rules, measures and areas refer to.
public struct LayerSource: Hashable, Sendable {
  /// The name, unique in the project.
  public var name: String
  /// The files, how to read them and which features count.
  public var source: FileSource
  /// Outside which the layer says nothing; nil, the default, when it speaks of everywhere.
  public var extent: ExtentSource?

  /// A layer `name` from `source`, which speaks of what lies in `extent`.
  public init(name: String, source: FileSource, extent: ExtentSource? = nil) {
    self.name = name
    self.source = source
    self.extent = extent
  }

  /// The line of the project file that names the layer, counted from 1.
  public var line: Int { source.line }
}
