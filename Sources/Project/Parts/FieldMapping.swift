import Coverage

/// One village attribute and the property of a file that it is read from.
public struct FieldMapping: Hashable, Sendable {
  /// The village attribute.
  public var field: VillageField
  /// The property or CSV column, as the file spells it.
  public var property: String
  /// The line of the project file that says so, counted from 1.
  public var line: Int

  /// A mapping that reads `field` from `property`, written at `line`, counted from 1.
  public init(field: VillageField, property: String, line: Int) {
    self.field = field
    self.property = property
    self.line = line
  }
}

/// A property of a file that the project file names.
public struct PropertyReference: Hashable, Sendable {
  /// The property or CSV column, as the file spells it.
  public var property: String
  /// The line of the project file that names it, counted from 1.
  public var line: Int

  /// The property of a name, written at `line`, counted from 1.
  public init(property: String, line: Int) {
    self.property = property
    self.line = line
  }
}
