/// Polygons that fill administrative attributes of the villages inside them.
public struct AreaSource: Hashable, Sendable {
  /// The polygon layer, by its name.
  public var layer: String
  /// The attributes filled and the polygon properties they come from, in file order, at least one, each attribute once.
  public var fields: [FieldMapping]
  /// The line of the project file where the entry starts, counted from 1.
  public var line: Int

  /// Areas of `layer` that fill `fields`, written at `line`, counted from 1.
  public init(layer: String, fields: [FieldMapping], line: Int) {
    self.layer = layer
    self.fields = fields
    self.line = line
  }
}
