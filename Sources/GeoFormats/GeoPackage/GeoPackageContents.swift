import GRDB
import Geospatial

/// One feature table of a GeoPackage, as its own tables describe it (OGC 12-128r18, sections 2.1.2 to 2.1.5).
struct GeoPackageTable {
  /// The table, which is also the layer's name.
  var name: String
  /// The column with the geometries.
  var geometryColumn: String
  /// The coordinate reference system as PhuSong's own type takes it; nil where the file says that it is undefined.
  var crs: String?
  /// The columns in order, that of the geometries among them.
  var columns: [ColumnInfo]
  /// The column that counts the rows; nil for a view.
  var primaryKey: String?
  /// The table of the R-tree over the geometries; nil when there is none.
  var spatialIndex: String?
}

extension GeoPackageFile {
  /// The names of the feature tables, in the order of the file.
  func layerNames() throws(FormatError) -> [String] {
    try read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT c.table_name FROM gpkg_contents c JOIN gpkg_geometry_columns g ON g.table_name = c.table_name
          WHERE c.data_type = 'features' ORDER BY c.rowid
          """)
    }
  }

  /// The feature table `wanted`; without a name, the only one.
  ///
  /// - Throws: `FormatError` naming the tables there are when it is not one of them or when there are several.
  func table(_ wanted: String?) throws(FormatError) -> GeoPackageTable {
    let names = try layerNames()
    let name = try LayerChoice.name(wanted, among: names, file: path)
    return try read { db in try GeoPackageFile.describe(name, db, path) }
  }

  private static func describe(_ name: String, _ db: Database, _ path: String) throws -> GeoPackageTable {
    guard
      let row = try Row.fetchOne(
        db, sql: "SELECT column_name, srs_id FROM gpkg_geometry_columns WHERE table_name = ?", arguments: [name]),
      let geometryColumn = String.fromDatabaseValue(row["column_name"])
    else {
      throw FormatError(file: path, place: "layer \(name)", problem: "has no geometry column in gpkg_geometry_columns")
    }
    let columns = try db.columns(in: name)
    guard columns.contains(where: { $0.name.lowercased() == geometryColumn.lowercased() }) else {
      throw FormatError(
        file: path, place: "layer \(name)",
        problem: "gpkg_geometry_columns names the column \"\(geometryColumn)\", which the table does not have")
    }
    let index = "rtree_\(name)_\(geometryColumn)"
    return GeoPackageTable(
      name: name, geometryColumn: geometryColumn,
      crs: try crs(Int.fromDatabaseValue(row["srs_id"]) ?? 0, db, path), columns: columns,
      primaryKey: columns.first { $0.primaryKeyIndex > 0 }?.name,
      spatialIndex: try db.tableExists(index) ? index : nil)
  }

  /// Organization and number of the reference system where PROJ knows them, else its well-known text.
  private static func crs(_ identifier: Int, _ db: Database, _ path: String) throws -> String? {
    // Requirement 11: -1 is an undefined plane and 0 undefined degrees.
    if identifier == 0 || identifier == -1 { return nil }
    guard
      let row = try Row.fetchOne(
        db, sql: "SELECT * FROM gpkg_spatial_ref_sys WHERE srs_id = ?", arguments: [identifier])
    else {
      throw FormatError(
        file: path, problem: "gpkg_spatial_ref_sys has no row with srs_id \(identifier), which a layer refers to")
    }
    if let organization = String.fromDatabaseValue(row["organization"]),
      let number = Int.fromDatabaseValue(row["organization_coordsys_id"]), organization.lowercased() != "none"
    {
      let code = "\(organization.uppercased()):\(number)"
      if (try? CoordinateReferenceSystem(code)) != nil { return code }
    }
    let texts = ["definition_12_063", "definition"].compactMap { column in
      row.hasColumn(column) ? String.fromDatabaseValue(row[column]) : nil
    }
    return texts.first { !$0.isEmpty && $0.lowercased() != "undefined" }
  }
}

/// Which of a file's layers is meant.
enum LayerChoice {
  /// The layer `wanted`, or the only one.
  ///
  /// - Throws: `FormatError` naming the layers there are.
  static func name(_ wanted: String?, among names: [String], file: String) throws(FormatError) -> String {
    let list = names.isEmpty ? "it has none" : "its layers are \(names.joined(separator: ", "))"
    guard let wanted else {
      if names.count == 1 { return names[0] }
      if names.isEmpty { throw FormatError(file: file, problem: "there is no layer of features in it") }
      throw FormatError(
        file: file, problem: "there are \(names.count) layers; name one, as in \(file):\(names[0]); \(list)")
    }
    if names.contains(wanted) { return wanted }
    let alike = names.filter { $0.lowercased() == wanted.lowercased() }
    if alike.count == 1 { return alike[0] }
    throw FormatError(file: file, problem: "there is no layer \"\(wanted)\"; \(list)")
  }
}
