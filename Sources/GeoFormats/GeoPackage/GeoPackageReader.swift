import GRDB
import Geospatial

/// Reads a feature table of a GeoPackage: geometries into columns, attributes as the bytes of JSON objects.
///
/// Rows come in the order of their keys. Whole numbers, numbers and text become those of JSON, `BOOLEAN` becomes true or
/// false, dates stay the text they are in the file; binary values become null, with a notice.
struct GeoPackageReader {
  /// The path as the user gave it, for errors.
  let path: String
  let file: GeoPackageFile
  let layer: String?
  let keys: [String]
  /// Where features are wanted, in **degrees** on WGS 84; nil for everywhere. Some that lie outside may come as well.
  let boundingBox: BoundingBox?
  /// The reference system that the user gives in place of the file's.
  let crs: String?

  /// The features, with the key of each row.
  struct Result {
    var chunk: FeatureChunk
    var rowKeys: [Int32]
  }

  /// Reads the whole table, or what its R-tree says may lie in the box.
  ///
  /// - Throws: `FormatError` with the layer and the key of the first row that is not as it should be.
  func read() throws(FormatError) -> Result {
    let table = try file.table(layer)
    let box = searchBox(table)
    return try file.read { db in
      var rows = Rows(reader: self, table: table)
      let statement = try db.makeStatement(sql: rows.sql(isBoxed: box != nil))
      var arguments = StatementArguments()
      if let box { arguments = [box.west, box.east, box.south, box.north] }
      let cursor = try Row.fetchCursor(statement, arguments: arguments)
      while let row = try cursor.next() { try rows.append(row) }
      return rows.result(crs: table.crs)
    }
  }

  /// The box in the layer's own coordinates; nil where the R-tree cannot help.
  private func searchBox(_ table: GeoPackageTable) -> BoundingBox? {
    guard let boundingBox, !boundingBox.isEmpty, table.spatialIndex != nil, table.primaryKey != nil,
      boundingBox.west >= -180, boundingBox.east <= 180
    else { return nil }
    guard let definition = crs ?? table.crs else { return boundingBox }
    guard let system = try? CoordinateReferenceSystem(definition) else { return nil }
    if system.isWGS84LongitudeLatitude { return boundingBox }
    return GeoPackageReader.projected(boundingBox, to: system)
  }

  /// A box in `system` around all of `box`, found from a grid of its points and widened by what lies between them.
  private static func projected(_ box: BoundingBox, to system: CoordinateReferenceSystem) -> BoundingBox? {
    let steps = 20
    var points: [Coordinate] = []
    for row in 0...steps {
      for column in 0...steps {
        points.append(
          Coordinate(
            longitude: box.west + (box.east - box.west) * Double(column) / Double(steps),
            latitude: box.south + (box.north - box.south) * Double(row) / Double(steps)))
      }
    }
    guard let transformation = try? Transformation(from: .wgs84, to: system),
      (try? transformation.transform(&points)) != nil
    else { return nil }
    var result = points.reduce(into: BoundingBox.empty) { $0.include($1) }
    let margin = max(result.east - result.west, result.north - result.south) / Double(steps)
    result.west -= margin
    result.east += margin
    result.south -= margin
    result.north += margin
    return result
  }
}

/// The rows of a table on their way into columns.
private struct Rows {
  private let path: String
  private let table: GeoPackageTable
  private let keys: [String]
  /// The attribute columns: their place in the query, their name as JSON and the keys that they answer.
  private let attributes: [(index: Int, name: String, json: [UInt8], isBoolean: Bool, keys: [Int])]
  private var builder: PropertyBuilder
  private var geometries = GeometryColumn()
  private var rowKeys: [Int32] = []
  private var notices: [Layer.Notice] = []
  private var coordinatesWithHeight = 0
  private var binaryValues: [String: Int] = [:]

  init(reader: GeoPackageReader, table: GeoPackageTable) {
    path = reader.path
    keys = reader.keys
    self.table = table
    builder = PropertyBuilder(keyCount: reader.keys.count)
    let skipped = [table.primaryKey, table.geometryColumn].compactMap { $0?.lowercased() }
    let columns = table.columns.filter { !skipped.contains($0.name.lowercased()) }
    attributes = columns.enumerated().map { index, column in
      var json: [UInt8] = []
      JSONText.append(column.name, to: &json)
      return (
        index + 2, column.name, json, column.type.uppercased().hasPrefix("BOOL"),
        reader.keys.indices.filter { reader.keys[$0] == column.name }
      )
    }
  }

  func sql(isBoxed: Bool) -> String {
    let key = table.primaryKey.map(GeoPackageFile.quoted)
    let columns =
      [key ?? "NULL", GeoPackageFile.quoted(table.geometryColumn)] + attributes.map { GeoPackageFile.quoted($0.name) }
    var sql = "SELECT \(columns.joined(separator: ", ")) FROM \(GeoPackageFile.quoted(table.name))"
    if isBoxed, let key, let index = table.spatialIndex {
      sql += " WHERE \(key) IN (SELECT id FROM \(GeoPackageFile.quoted(index))"
      sql += " WHERE maxx >= ? AND minx <= ? AND maxy >= ? AND miny <= ?)"
    }
    return sql + (key.map { " ORDER BY \($0)" } ?? "")
  }

  mutating func append(_ row: Row) throws {
    let key: DatabaseValue = row[0]
    let number = Int64.fromDatabaseValue(key) ?? Int64(geometries.count + 1)
    rowKeys.append(Int32(clamping: number))
    builder.startFeature()
    for attribute in attributes { append(row[attribute.index], attribute) }
    builder.endFeature()
    try row.withUnsafeData(atIndex: 1) { blob in
      guard let blob else { return }
      try blob.withUnsafeBytes { try appendGeometry($0, row: number) }
    }
    geometries.closeFeature()
  }

  private mutating func append(
    _ value: DatabaseValue, _ column: (index: Int, name: String, json: [UInt8], isBoolean: Bool, keys: [Int])
  ) {
    // Text that is JSON already goes in as a "number", that is, as it stands.
    var json = ""
    switch value.storage {
    case .null: break
    case .int64(let number): json = column.isBoolean ? (number == 0 ? "false" : "true") : String(number)
    case .double(let number):
      var bytes: [UInt8] = []
      bytes.append(number: number)
      json = String(decoding: bytes, as: UTF8.self)
    case .string(let text):
      if !text.isEmpty {
        builder.append(name: column.json, value: text, isNumber: false, keys: column.keys)
        return
      }
      json = "\"\""
    case .blob: binaryValues[column.name, default: 0] += 1
    }
    builder.append(name: column.json, value: json, isNumber: true, keys: column.keys)
  }

  private mutating func appendGeometry(_ blob: UnsafeRawBufferPointer, row: Int64) throws(FormatError) {
    let place = "layer \(table.name), row \(row)"
    let header: GeoPackageBinaryHeader
    do throws(GeoPackageBinaryHeader.Failure) {
      header = try GeoPackageBinaryHeader(blob)
    } catch {
      throw FormatError(file: path, place: place, problem: error.problem)
    }
    if header.isEmpty { return }
    var reader = WellKnownBinaryReader(blob, from: header.length)
    do throws(WellKnownBinaryError) {
      _ = try reader.read(into: &geometries)
    } catch {
      throw FormatError(file: path, place: place, problem: error.description)
    }
    coordinatesWithHeight += reader.coordinatesWithHeight
    for remark in reader.remarks {
      notices.append(Layer.Notice(feature: geometries.count, text: remark.text, isLoss: remark.isLoss))
    }
  }

  func result(crs: String?) -> GeoPackageReader.Result {
    var chunk = builder.chunk(keys: keys, geometries: geometries)
    chunk.declaredCRS = crs
    chunk.coordinatesWithHeight = coordinatesWithHeight
    chunk.notices = notices
    for (column, count) in binaryValues.sorted(by: { $0.key < $1.key }) {
      chunk.notices.append(
        Layer.Notice(
          feature: nil, text: "\(path): the column \"\(column)\" holds binary values (\(count)); taken as null",
          isLoss: false))
    }
    return GeoPackageReader.Result(chunk: chunk, rowKeys: rowKeys)
  }
}
