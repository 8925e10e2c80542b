import Coverage

/// The village list: its files and how their properties map to village attributes.
public struct VillageSource: Hashable, Sendable {
  /// The files, how to read them and which villages count.
  public var source: FileSource
  /// The attributes read from properties of another name, in file order, each attribute once. An attribute that does
  /// not stand here is read from the property of its own name, where the file has one.
  public var fields: [FieldMapping]
  /// How far a village may lie from its point, in **metres**, where no property says; 0, the default, takes points as
  /// exact.
  public var accuracyMetres = 0.0
  /// The property with the accuracy of each village, in **metres**; nil, the default, where there is none.
  public var accuracyField: PropertyReference?

  /// A village list from `source`, attributes mapped by `fields`.
  public init(source: FileSource, fields: [FieldMapping] = []) {
    self.source = source
    self.fields = fields
  }

  /// The mapping written for `field`; nil where the project file leaves the default. A property that is mapped and
  /// missing is an error; one that is missing by default is not.
  public func mapping(for field: VillageField) -> FieldMapping? { fields.first { $0.field == field } }

  /// The property that `field` is read from.
  public func property(for field: VillageField) -> String { mapping(for: field)?.property ?? field.rawValue }
}
