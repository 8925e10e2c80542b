import Testing

@testable import Geospatial

@Suite struct WellKnownBinaryTests {
  private func read(_ bytes: [UInt8]) throws -> (column: GeometryColumn, remarks: [WellKnownBinaryReader.Remark]) {
    var column = GeometryColumn()
    let remarks = try bytes.withUnsafeBytes { buffer in
      var reader = WellKnownBinaryReader(buffer)
      _ = try reader.read(into: &column)
      return reader.remarks
    }
    column.closeFeature()
    return (column, remarks)
  }

  private func bytes(_ hexadecimal: String) -> [UInt8] {
    let digits = Array(hexadecimal)
    return stride(from: 0, to: digits.count, by: 2).compactMap { UInt8(String(digits[$0...($0 + 1)]), radix: 16) }
  }

  /// The geometries of the corpus as GEOS writes them.
  private static let corpus = [
    "POINT (105.85 21.03)", "LINESTRING (0 0, 1 2, 3 4)", "POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0), (1 1, 1 2, 2 2, 1 1))",
    "MULTIPOINT ((1 2), (3 4))", "MULTILINESTRING ((0 0, 1 1), (2 2, 3 3, 4 5))",
    "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)), ((5 5, 9 5, 9 9, 5 5), (7 6, 8 6, 8 7, 7 6)))",
    "GEOMETRYCOLLECTION (POINT (1 2), LINESTRING (0 0, 1 1), GEOMETRYCOLLECTION (POINT (3 4)))",
  ]

  @Test(arguments: [
    ("0101000000000000000000F03F0000000000000040", "little-endian"),
    ("00000000013FF00000000000004000000000000000", "big-endian"),
    ("01E9030000000000000000F03F00000000000000400000000000000840", "with height by ISO"),
    ("01D1070000000000000000F03F00000000000000400000000000000840", "with measure by ISO"),
    ("01B90B0000000000000000F03F000000000000004000000000000008400000000000001040", "with both by ISO"),
    ("0101000080000000000000F03F00000000000000400000000000000840", "with height by PostGIS"),
    ("0101000020E6100000000000000000F03F0000000000000040", "with a reference system by PostGIS"),
    ("01010000E0E6100000000000000000F03F000000000000004000000000000008400000000000001040", "with all by PostGIS"),
  ])
  func `a point is read in every form`(hexadecimal: String, form: String) throws {
    let column = try read(bytes(hexadecimal)).column
    #expect(column.coordinates == [Coordinate(longitude: 1, latitude: 2)])
    #expect(column.partKinds == [.point])
  }

  @Test(arguments: [
    "0101000000000000000000F87F000000000000F87F", "010200000000000000", "010300000000000000", "010700000000000000",
  ])
  func `an empty geometry has no parts`(hexadecimal: String) throws {
    #expect(try read(bytes(hexadecimal)).column.partKinds.isEmpty)
  }

  @Test(arguments: corpus)
  func `what is written is what GEOS reads, and is read back`(text: String) throws {
    let context = try GEOSContext()
    let original = try GEOSGeometry(wkt: text, in: context)
    let column = try read(try original.wkb()).column
    let shape = try #require(WellKnownBinaryWriter.shape(ofFeature: 0, of: column))
    var written: [UInt8] = []
    WellKnownBinaryWriter.append(feature: 0, of: column, as: shape, to: &written)
    let again = try read(written).column
    #expect(again.coordinates == column.coordinates)
    #expect(again.partKinds == column.partKinds)
    #expect(again.partEnds == column.partEnds)
    let geometry = try GEOSGeometry(wkb: written, in: context)
    // A collection inside a collection comes out flat.
    if !text.contains("GEOMETRYCOLLECTION") { #expect(try geometry.wkb() == original.wkb()) }
  }

  @Test(arguments: corpus)
  func `a geometry cut short anywhere is an error that leaves the column as it was`(text: String) throws {
    let whole = try GEOSGeometry(wkt: text, in: GEOSContext()).wkb()
    for length in 0..<whole.count {
      var column = GeometryColumn()
      #expect(throws: WellKnownBinaryError.self) {
        try Array(whole[..<length]).withUnsafeBytes { buffer in
          var reader = WellKnownBinaryReader(buffer)
          _ = try reader.read(into: &column)
        }
      }
      #expect(column.coordinates.isEmpty && column.partEnds.isEmpty && column.partKinds.isEmpty)
    }
  }

  @Test(arguments: corpus)
  func `a byte that is changed gives a geometry or an error`(text: String) throws {
    let whole = try GEOSGeometry(wkt: text, in: GEOSContext()).wkb()
    for index in whole.indices {
      for value: UInt8 in [0, 1, 0x7F, 0x80, 0xFF] {
        var changed = whole
        changed[index] = value
        guard let column = try? read(changed).column else { continue }
        #expect(column.partEnds.last.map(Int.init) ?? 0 == column.coordinates.count)
      }
    }
  }

  @Test(arguments: [
    ("02", "byte 0 of the geometry: the byte order is 2; expected 0 or 1"),
    ("0108000000", "the geometry type is 8; expected point, line"),
    ("0102000000FFFFFFFF", "it ends 0 bytes from here; expected at least 68719476720"),
    ("0104000000010000000102000000000000000000", "a line inside a Multi form of points"),
  ])
  func `an error says what was found and what was expected`(hexadecimal: String, message: String) throws {
    let error = #expect(throws: WellKnownBinaryError.self) { try read(bytes(hexadecimal)) }
    #expect(try #require(error).description.contains(message))
  }

  @Test func `collections within collections come to an end`() throws {
    let level: [UInt8] = [1, 7, 0, 0, 0, 1, 0, 0, 0]
    let error = #expect(throws: WellKnownBinaryError.self) {
      try read([[UInt8]](repeating: level, count: 1000).flatMap { $0 })
    }
    #expect(try #require(error).problem == "geometries more than 32 deep")
  }

  @Test func `a ring that is open is closed, and one of two positions left out`() throws {
    func ring(_ positions: [(Double, Double)]) -> [UInt8] {
      var bytes: [UInt8] = [1, 3, 0, 0, 0, 1, 0, 0, 0, UInt8(positions.count), 0, 0, 0]
      for (x, y) in positions {
        for number in [x, y] { withUnsafeBytes(of: number.bitPattern.littleEndian) { bytes += Array($0) } }
      }
      return bytes
    }
    let open = try read(ring([(0, 0), (1, 0), (1, 1)]))
    #expect(open.column.coordinates.count == 4)
    #expect(open.remarks.map(\.isLoss) == [false])
    let short = try read(ring([(0, 0), (1, 0)]))
    #expect(short.column.coordinates.isEmpty)
    #expect(short.remarks.map(\.isLoss) == [true])
  }
}
