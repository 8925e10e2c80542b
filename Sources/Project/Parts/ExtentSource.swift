/// Where a layer says anything. A village outside is unknown to the rules of the layer, not unserved.
public struct ExtentSource: Hashable, Sendable {
  /// What bounds the layer.
  public enum Area: Hashable, Sendable {
    /// The polygons of another layer, by its name.
    case layer(String)
    /// The polygons of a file.
    case file(FileSource)
    /// Provinces of the 63 until 30 June 2025, each by name or code; villages are told by their communes.
    case provinces([String])
    /// Provinces of the 34 since 1 July 2025, likewise.
    case provinces2025([String])
  }

  /// What bounds the layer.
  public var area: Area
  /// The line of the project file that says so, counted from 1.
  public var line: Int

  /// An extent of `area`, written at `line`, counted from 1.
  public init(area: Area, line: Int) {
    self.area = area
    self.line = line
  }
}
