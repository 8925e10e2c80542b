import Foundation
import GRDB
import Geospatial

/// Writes one layer as a feature table with its entries in the tables of the standard and its R-tree.
struct GeoPackageTableWriter {
  let layer: Layer
  let name: String
  let geometryColumn: String
  private let keyColumn: String
  /// The properties, with the column of each.
  private let columns: [(property: AttributeColumn, column: String)]
  private let shape: WellKnownBinaryWriter.Shape?
  private let db: Database

  init(layer: Layer, name: String, kinds: [String: AttributeColumn.Kind], db: Database) {
    self.layer = layer
    self.name = name
    self.db = db
    let properties = AttributeColumn.columns(of: layer, known: kinds)
    var names = UniqueNames(reserved: [])
    columns = properties.map { ($0, names.name(for: $0.name.isEmpty ? "field" : $0.name)) }
    keyColumn = names.name(for: "fid")
    geometryColumn = names.name(for: "geom")
    shape = GeoPackageTableWriter.shape(of: layer.geometries)
  }

  /// The one type that all features are of, a Multi form when some are; nil when they are of several.
  private static func shape(of column: GeometryColumn) -> WellKnownBinaryWriter.Shape? {
    var common: WellKnownBinaryWriter.Shape?
    for feature in 0..<column.count {
      guard let shape = WellKnownBinaryWriter.shape(ofFeature: feature, of: column) else { continue }
      guard let known = common, known != shape else {
        common = shape
        continue
      }
      guard known.multiple == shape.multiple else { return nil }
      common = shape.multiple
    }
    return common
  }

  /// Creates the table and fills it.
  func write(changedAt time: String) throws {
    let definitions = columns.map { ", \(GeoPackageFile.quoted($0.column)) \($0.property.kind.sqlType)" }
    let (table, key, geometry) = (quoted(name), quoted(keyColumn), quoted(geometryColumn))
    try db.execute(
      sql: """
        CREATE TABLE \(table) (\(key) INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, \(geometry) \(typeName)\
        \(definitions.joined()))
        """)
    let box = layer.geometries.boundingBox
    try db.execute(
      sql: "INSERT INTO gpkg_contents VALUES (?, 'features', ?, '', ?, ?, ?, ?, ?, 4326)",
      arguments: [
        name, name, time, box.isEmpty ? nil : box.west, box.isEmpty ? nil : box.south, box.isEmpty ? nil : box.east,
        box.isEmpty ? nil : box.north,
      ])
    try db.execute(
      sql: "INSERT INTO gpkg_geometry_columns VALUES (?, ?, ?, 4326, 0, 0)",
      arguments: [name, geometryColumn, typeName])
    try insertFeatures()
    try createSpatialIndex()
  }

  private var typeName: String {
    switch shape {
    case .point: "POINT"
    case .line: "LINESTRING"
    case .polygon: "POLYGON"
    case .multiPoint: "MULTIPOINT"
    case .multiLine: "MULTILINESTRING"
    case .multiPolygon: "MULTIPOLYGON"
    case .collection: "GEOMETRYCOLLECTION"
    case nil: "GEOMETRY"
    }
  }

  // MARK: Rows

  private func insertFeatures() throws {
    let places = repeatElement("?", count: columns.count + 2).joined(separator: ", ")
    let statement = try db.makeStatement(sql: "INSERT INTO \(quoted(name)) VALUES (\(places))")
    let indices = Dictionary(columns.enumerated().map { ($1.property.name, $0) }) { first, _ in first }
    for feature in 0..<layer.count {
      var values = [DatabaseValue](repeating: .null, count: columns.count + 2)
      values[0] = Int64(feature + 1).databaseValue
      if let blob = blob(ofFeature: feature) { values[1] = blob.databaseValue }
      layer.attributes.forEachProperty(ofFeature: feature) { key, json in
        guard let index = indices[JSONText.unescaped(key)] else { return }
        values[index + 2] = columns[index].property.kind.value(json)
      }
      try statement.execute(arguments: StatementArguments(values))
    }
  }

  /// A geometry as section 2.1.3 has it: little-endian, with an envelope unless it is a point.
  private func blob(ofFeature feature: Int) -> Data? {
    guard let own = WellKnownBinaryWriter.shape(ofFeature: feature, of: layer.geometries) else { return nil }
    let shape = shape ?? own
    var bytes: [UInt8] = [UInt8(ascii: "G"), UInt8(ascii: "P"), 0, shape == .point ? 1 : 3]
    withUnsafeBytes(of: Int32(4326).littleEndian) { bytes.append(contentsOf: $0) }
    if shape != .point {
      let box = layer.geometries.boundingBox(ofFeature: feature)
      for side in [box.west, box.east, box.south, box.north] {
        withUnsafeBytes(of: side.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
      }
    }
    WellKnownBinaryWriter.append(feature: feature, of: layer.geometries, as: shape, to: &bytes)
    return Data(bytes)
  }

  // MARK: R-tree

  /// The extension of annex F.3: a virtual table, filled here, and the triggers that keep it so in other programs.
  private func createSpatialIndex() throws {
    let index = "rtree_\(name)_\(geometryColumn)"
    try db.execute(sql: "CREATE VIRTUAL TABLE \(quoted(index)) USING rtree(id, minx, maxx, miny, maxy)")
    let statement = try db.makeStatement(sql: "INSERT INTO \(quoted(index)) VALUES (?, ?, ?, ?, ?)")
    for feature in 0..<layer.count {
      let box = layer.geometries.boundingBox(ofFeature: feature)
      if box.isEmpty { continue }
      try statement.execute(arguments: [feature + 1, box.west, box.east, box.south, box.north])
    }
    for trigger in GeoPackageSchema.triggers(
      table: name, key: quoted(keyColumn), geometry: quoted(geometryColumn), index: index)
    {
      try db.execute(sql: trigger)
    }
    try db.execute(
      sql: "INSERT INTO gpkg_extensions VALUES (?, ?, 'gpkg_rtree_index', ?, 'write-only')",
      arguments: [name, geometryColumn, "http://www.geopackage.org/spec120/#extension_rtree"])
  }

  private func quoted(_ name: String) -> String { GeoPackageFile.quoted(name) }
}

extension AttributeColumn.Kind {
  /// The type of table 1 of the standard.
  fileprivate var sqlType: String {
    switch self {
    case .integer: "INTEGER"
    case .real: "REAL"
    case .boolean: "BOOLEAN"
    case .text: "TEXT"
    }
  }

  /// A value of a column of this type, from its JSON.
  fileprivate func value(_ json: UnsafeBufferPointer<UInt8>) -> DatabaseValue {
    // Whole numbers do not go through a Double, which would round the longest.
    if self == .integer, let number = Int64(String(decoding: json, as: UTF8.self)) { return number.databaseValue }
    return switch (self, AttributeValue(json: json)) {
    case (_, .null): .null
    case (.real, .number(let number)): number.databaseValue
    case (.boolean, .boolean(let flag)): (flag ? 1 : 0).databaseValue
    case (_, let value): (value.spelling ?? "").databaseValue
    }
  }
}
