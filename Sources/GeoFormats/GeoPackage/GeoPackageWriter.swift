import GRDB
import Geospatial

/// Writes layers as a GeoPackage 1.3 (OGC 12-128r18): feature tables in WGS 84 with R-trees, and the styles that QGIS
/// picks up.
///
/// The same layers give the same bytes, with two exceptions: the four bytes in which SQLite notes its own version (offset
/// 96 of the file), and what another version of SQLite may arrange differently on its pages. Times of change are therefore
/// written as ``unknownTime`` unless one is given.
public enum GeoPackageWriter {
  /// A layer to be written.
  public struct Item: Sendable {
    /// The features; their coordinates are longitude and latitude in **degrees** on WGS 84.
    public var layer: Layer
    /// The table's name; by default the layer's.
    public var name: String
    /// How QGIS is to draw it; nil for QGIS's own choice.
    public var style: LayerStyle?

    /// The types of columns whose values alone may not tell, by property; widened where they do not hold the values.
    public var kinds: [String: AttributeColumn.Kind]

    /// A layer with the name of its table, its style and the types of its columns as far as they are known.
    public init(
      _ layer: Layer, name: String? = nil, style: LayerStyle? = nil, kinds: [String: AttributeColumn.Kind] = [:]
    ) {
      self.layer = layer
      self.kinds = kinds
      self.name = name ?? layer.name
      self.style = style
    }
  }

  /// The time of change that is written when none is given, so that the same layers give the same bytes.
  public static let unknownTime = "1970-01-01T00:00:00.000Z"

  /// Writes `layers` to the file at `path`, which appears complete or not at all.
  ///
  /// - Throws: `AtomicFile.Failure` when the file cannot be written.
  public static func write(
    layers: [Item], to path: String, changedAt time: String = unknownTime
  ) throws(AtomicFile.Failure) {
    let file = try AtomicFile(path: path)
    try write(layers: layers, into: file, changedAt: time)
    try AtomicFile.commit([file])
  }

  /// Writes `layers` into a file that is committed later, together with others.
  ///
  /// `time` is in the form of ``unknownTime``. Tables whose names differ in case only, or not at all, get numbers.
  public static func write(
    layers: [Item], into file: AtomicFile, changedAt time: String = unknownTime
  ) throws(AtomicFile.Failure) {
    var configuration = Configuration()
    configuration.label = "GeoPackage"
    do {
      let path = file.temporaryPath
      let queue = try DatabaseQueue(path: path.hasPrefix("/") ? path : "./" + path, configuration: configuration)
      try queue.inDatabase { db in
        // The file has no name of its own yet, so nothing has to be rolled back when the power fails.
        try db.execute(sql: "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
        try db.execute(sql: GeoPackageSchema.pragmas)
        try db.inTransaction {
          try write(layers, db, time)
          return .commit
        }
      }
      try queue.close()
    } catch {
      let reason = (error as? DatabaseError).map { "SQLite: \($0.message ?? "error \($0.resultCode.rawValue)")" }
      throw AtomicFile.Failure(path: file.path, reason: reason ?? "\(error)")
    }
  }

  private static func write(_ layers: [Item], _ db: Database, _ time: String) throws {
    try db.execute(sql: GeoPackageSchema.tables)
    for system in GeoPackageSchema.referenceSystems {
      try db.execute(
        sql: "INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, ?)",
        arguments: [system.name, system.id, system.organization, system.number, system.definition, system.description])
    }
    var names = UniqueNames(reserved: ["layer_styles"])
    for item in layers {
      let name = names.name(for: safeTableName(item.name))
      let table = GeoPackageTableWriter(layer: item.layer, name: name, kinds: item.kinds, db: db)
      try table.write(changedAt: time)
      if let style = item.style { try append(style, of: table, db, time) }
    }
  }

  /// Names with these beginnings belong to the standard and to SQLite.
  private static func safeTableName(_ name: String) -> String {
    let lowered = name.lowercased()
    if name.isEmpty { return "layer" }
    return ["gpkg_", "rtree_", "sqlite_"].contains { lowered.hasPrefix($0) } ? "layer_" + name : name
  }

  /// Adds a style to the table that QGIS looks in, which is registered as one of attributes.
  private static func append(
    _ style: LayerStyle, of table: GeoPackageTableWriter, _ db: Database, _ time: String
  ) throws {
    if try !db.tableExists("layer_styles") {
      try db.execute(sql: GeoPackageSchema.styles)
      try db.execute(
        sql: """
          INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change)
          VALUES ('layer_styles', 'attributes', 'layer_styles', 'How QGIS draws the layers', ?)
          """, arguments: [time])
    }
    try db.execute(
      sql: """
        INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName, styleQML,
          styleSLD, useAsDefault, description, owner, ui, update_time)
        VALUES ('', '', ?, ?, ?, ?, ?, 1, ?, '', NULL, ?)
        """,
      arguments: [table.name, table.geometryColumn, style.name, style.qml, style.sld, style.description, time])
  }
}

/// Names that differ by more than the case of their letters, as SQL wants them.
struct UniqueNames {
  private var taken: Set<String>

  init(reserved: [String]) { taken = Set(reserved.map { $0.lowercased() }) }

  /// `wanted`, with a number behind it when it is taken.
  mutating func name(for wanted: String) -> String {
    var name = wanted
    var number = 2
    while !taken.insert(name.lowercased()).inserted {
      name = "\(wanted)_\(number)"
      number += 1
    }
    return name
  }
}
