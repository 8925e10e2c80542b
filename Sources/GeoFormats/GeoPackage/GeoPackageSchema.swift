/// The tables, triggers and fixed rows of OGC 12-128r18.
enum GeoPackageSchema {
  /// `GPKG` in the header of the file, and version 1.3.0 (requirement 2).
  static let pragmas = "PRAGMA application_id = 1196444487; PRAGMA user_version = 10300"

  /// Annex C, tables 1 to 5.
  static let tables = """
    CREATE TABLE gpkg_spatial_ref_sys (
      srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL,
      organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
    CREATE TABLE gpkg_contents (
      table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE, description TEXT DEFAULT '',
      last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
      min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
      CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
    CREATE TABLE gpkg_geometry_columns (
      table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL,
      z TINYINT NOT NULL, m TINYINT NOT NULL,
      CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name), CONSTRAINT uk_gc_table_name UNIQUE (table_name),
      CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
      CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id));
    CREATE TABLE gpkg_extensions (
      table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT NOT NULL, scope TEXT NOT NULL,
      CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name));
    """

  /// The table in which QGIS keeps styles, as it makes it itself.
  static let styles = """
    CREATE TABLE layer_styles (
      id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog TEXT(256), f_table_schema TEXT(256),
      f_table_name TEXT(256), f_geometry_column TEXT(256), styleName TEXT(30), styleQML TEXT, styleSLD TEXT,
      useAsDefault BOOLEAN, description TEXT, owner TEXT(30), ui TEXT(30),
      update_time DATETIME DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')))
    """

  /// A row of gpkg_spatial_ref_sys.
  struct ReferenceSystem {
    var name: String
    var id: Int
    var organization: String
    var number: Int
    var definition: String
    var description: String
  }

  /// The rows that requirement 11 asks for.
  static let referenceSystems = [
    ReferenceSystem(
      name: "Undefined Cartesian SRS", id: -1, organization: "NONE", number: -1, definition: "undefined",
      description: "undefined Cartesian coordinate reference system"),
    ReferenceSystem(
      name: "Undefined geographic SRS", id: 0, organization: "NONE", number: 0, definition: "undefined",
      description: "undefined geographic coordinate reference system"),
    ReferenceSystem(
      name: "WGS 84 geodetic", id: 4326, organization: "EPSG", number: 4326,
      definition: """
        GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],\
        AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],\
        UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AXIS["Latitude",NORTH],AXIS["Longitude",EAST],\
        AUTHORITY["EPSG","4326"]]
        """,
      description: "longitude/latitude coordinates in decimal degrees on the WGS 84 spheroid"),
  ]

  /// The triggers of annex F.3 that keep an R-tree true to its table; `key` and `geometry` are quoted columns.
  static func triggers(table: String, key: String, geometry: String, index: String) -> [String] {
    let isThere = "(NEW.\(geometry) NOTNULL AND NOT ST_IsEmpty(NEW.\(geometry)))"
    let isGone = "(NEW.\(geometry) ISNULL OR ST_IsEmpty(NEW.\(geometry)))"
    let tree = GeoPackageFile.quoted(index)
    let box = ["ST_MinX", "ST_MaxX", "ST_MinY", "ST_MaxY"].map { "\($0)(NEW.\(geometry))" }.joined(separator: ", ")
    let put = "INSERT OR REPLACE INTO \(tree) VALUES (NEW.\(key), \(box));"
    let remove = "DELETE FROM \(tree) WHERE id = OLD.\(key);"
    let rows: [(name: String, event: String, condition: String, action: String)] = [
      ("insert", "INSERT", isThere, put),
      ("update1", "UPDATE OF \(geometry)", "OLD.\(key) = NEW.\(key) AND \(isThere)", put),
      ("update2", "UPDATE OF \(geometry)", "OLD.\(key) = NEW.\(key) AND \(isGone)", remove),
      ("update3", "UPDATE", "OLD.\(key) != NEW.\(key) AND \(isThere)", "\(remove) \(put)"),
      (
        "update4", "UPDATE", "OLD.\(key) != NEW.\(key) AND \(isGone)",
        "DELETE FROM \(tree) WHERE id IN (OLD.\(key), NEW.\(key));"
      ),
      ("delete", "DELETE", "OLD.\(geometry) NOT NULL", remove),
    ]
    return rows.map { row in
      """
      CREATE TRIGGER \(GeoPackageFile.quoted("\(index)_\(row.name)")) AFTER \(row.event) \
      ON \(GeoPackageFile.quoted(table)) WHEN \(row.condition) BEGIN \(row.action) END
      """
    }
  }
}
