import Coverage

/// A well-known source of data and how its files are read: which properties rules see, and what counts by default.
///
/// A project file names one with `source:`; its own keys override the defaults. Properties of the file are carried as they
/// are; those listed here stand beside them, and hide one of the same name from filters and fields.
public struct KnownSource: Sendable {
  /// What the source is, in one line.
  public let summary: String
  /// Where the format is specified, and the section where that helps.
  public let specification: String
  /// The licence under which the data is published, where the source has one.
  public let licence: String
  /// Whether the features are places where people are, so that the source may stand under `villages`.
  public var holdsVillages = false
  /// Which features count where the project file has no `where`.
  public var defaultFilter = AttributeFilter.everything
  /// The properties made for filters, rules and fields.
  public var properties: [SourceProperty] = []
  /// Makes any other property that a project file names; nil for a source whose properties stand plainly in its files.
  var otherProperty: (@Sendable (String) -> SourceProperty)?
  /// Properties of the file of which at least one must have a value; empty where the source asks for none.
  var neededInputs: [String] = []
  /// The columns of a CSV file that may come without a header line; nil where a header always stands.
  var standardHeader: [String]?
  /// Where geometries come from.
  var geometry = SourceGeometry.asRead

  init(summary: String, specification: String, licence: String) {
    self.summary = summary
    self.specification = specification
    self.licence = licence
  }

  /// The property `name`; nil where the file's own is meant.
  func property(named name: String) -> SourceProperty? {
    properties.first { $0.name == name } ?? otherProperty?(name)
  }
}

/// Where the geometries of a source come from.
enum SourceGeometry: Sendable, Hashable {
  /// From the file.
  case asRead
  /// From the file; what is no point is replaced by a point that lies in it.
  case points
  /// From a property with the quadkey of a map tile at this zoom level.
  case tile(quadkey: String, zoom: Int)
}
