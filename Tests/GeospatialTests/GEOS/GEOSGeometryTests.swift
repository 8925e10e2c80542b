import Testing

@testable import Geospatial

@Suite struct GEOSGeometryTests {
  struct Shape: Sendable, CustomTestStringConvertible {
    let parts: [(GeometryColumn.PartKind, [Coordinate])]
    let kind: GEOSGeometry.Kind
    let wkt: String
    var testDescription: String { wkt }
  }

  static let point = [Coordinate(longitude: 1, latitude: 2)]
  static let line = [Coordinate(longitude: 0, latitude: 0), Coordinate(longitude: 1, latitude: 1)]
  static let outer = square(west: 0, south: 0, side: 4)
  static let inner = square(west: 1, south: 1, side: 1)
  static let apart = square(west: 9, south: 9, side: 1)

  static let shapes = [
    Shape(parts: [], kind: .geometryCollection, wkt: "GEOMETRYCOLLECTION EMPTY"),
    Shape(parts: [(.point, point)], kind: .point, wkt: "POINT (1 2)"),
    Shape(parts: [(.point, point), (.point, point)], kind: .multiPoint, wkt: "MULTIPOINT (1 2, 1 2)"),
    Shape(parts: [(.line, line)], kind: .lineString, wkt: "LINESTRING (0 0, 1 1)"),
    Shape(
      parts: [(.line, line), (.line, line)], kind: .multiLineString,
      wkt: "MULTILINESTRING ((0 0, 1 1), (0 0, 1 1))"),
    Shape(
      parts: [(.shell, outer), (.hole, inner)], kind: .polygon,
      wkt: "POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0), (1 1, 2 1, 2 2, 1 2, 1 1))"),
    Shape(
      parts: [(.shell, outer), (.hole, inner), (.shell, apart)], kind: .multiPolygon,
      wkt: """
        MULTIPOLYGON (((0 0, 4 0, 4 4, 0 4, 0 0), (1 1, 2 1, 2 2, 1 2, 1 1)), \
        ((9 9, 10 9, 10 10, 9 10, 9 9)))
        """),
    Shape(
      parts: [(.shell, apart), (.point, point), (.line, line)], kind: .geometryCollection,
      wkt: "GEOMETRYCOLLECTION (POLYGON ((9 9, 10 9, 10 10, 9 10, 9 9)), POINT (1 2), LINESTRING (0 0, 1 1))"),
  ]

  @Test(arguments: shapes) func `a feature becomes the geometry of its parts and comes back the same`(
    _ shape: Shape
  ) throws {
    let context = try GEOSContext()
    let original = column(shape.parts)
    let geometry = try GEOSGeometry(feature: 0, of: original, in: context)
    #expect(geometry.kind == shape.kind)
    // GEOS 3.12 writes each point of a MultiPoint in parentheses of its own.
    let text = try geometry.wkt().replacing("((1 2), (1 2))", with: "(1 2, 1 2)")
    #expect(text == shape.wkt)
    #expect(try geometry.isEmpty() == shape.parts.isEmpty)
    var back = GeometryColumn()
    try geometry.append(to: &back)
    #expect(back.coordinates == original.coordinates)
    #expect(back.partEnds == original.partEnds)
    #expect(back.partKinds == original.partKinds)
    #expect(back.featureEnds == original.featureEnds)
  }

  @Test(arguments: shapes) func `well-known binary comes back the same`(_ shape: Shape) throws {
    let context = try GEOSContext()
    let geometry = try GEOSGeometry(feature: 0, of: column(shape.parts), in: context)
    let bytes = try geometry.wkb()
    let back = try GEOSGeometry(wkb: bytes, in: context)
    #expect(back.kind == shape.kind)
    #expect(try back.wkb() == bytes)
    let digits = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    #expect(try GEOSGeometry(hexadecimalWKB: digits, in: context).wkb() == bytes)
    #expect(try GEOSGeometry(hexadecimalWKB: digits.uppercased(), in: context).wkb() == bytes)
  }

  @Test func `later features take their own coordinates`() throws {
    var both = column([(.shell, Self.outer), (.hole, Self.inner)])
    both.append(contentsOf: column([(.line, Self.line)]))
    let geometry = try GEOSGeometry(feature: 1, of: both, in: GEOSContext())
    #expect(try geometry.wkt() == "LINESTRING (0 0, 1 1)")
  }

  @Test func `well-known binary of a point is the one in the standard`() throws {
    // OGC 06-103r4, 8.2.8: byte order, type 1, x, y; 105.5 and 21 as IEEE 754 doubles.
    let bytes: [UInt8] = [
      1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0x60, 0x5A, 0x40, 0, 0, 0, 0, 0, 0, 0x35, 0x40,
    ]
    let context = try GEOSContext()
    #expect(try GEOSGeometry(Coordinate(longitude: 105.5, latitude: 21), in: context).wkb() == bytes)
    #expect(try GEOSGeometry(wkb: bytes, in: context).firstCoordinate() == Coordinate(longitude: 105.5, latitude: 21))
  }

  @Test func `a third ordinate is dropped and empty members leave no trace`() throws {
    let context = try GEOSContext()
    var column = GeometryColumn()
    try GEOSGeometry(wkt: "GEOMETRYCOLLECTION (POINT Z (1 2 3), POLYGON EMPTY, POINT EMPTY)", in: context)
      .append(to: &column)
    #expect(column.count == 1)
    #expect(column.coordinates == Self.point)
    #expect(column.partKinds == [.point])
  }

  struct Unbuildable: Sendable, CustomTestStringConvertible {
    let parts: [(GeometryColumn.PartKind, [Coordinate])]
    let operation: String
    let testDescription: String
  }

  @Test(arguments: [
    Unbuildable(parts: [(.shell, Array(outer.dropLast()))], operation: "make ring", testDescription: "an open ring"),
    Unbuildable(
      parts: [(.shell, [line[0], line[0]])], operation: "make ring", testDescription: "a thin ring"),
    Unbuildable(parts: [(.line, point)], operation: "make line", testDescription: "a line of one position"),
    Unbuildable(parts: [(.hole, inner)], operation: "make polygon", testDescription: "a hole alone"),
    Unbuildable(
      parts: [(.shell, outer), (.point, point), (.hole, inner)], operation: "make polygon",
      testDescription: "a hole after a point"),
    Unbuildable(
      parts: [(.shell, outer), (.hole, Array(inner.dropLast()))], operation: "make ring",
      testDescription: "an open hole"),
  ])
  func `what GEOS cannot hold is an error with a reason`(_ bad: Unbuildable) throws {
    let context = try GEOSContext()
    let error = #expect(throws: GEOSError.self) {
      try GEOSGeometry(feature: 0, of: column(bad.parts), in: context)
    }
    #expect(error?.operation == bad.operation)
    #expect(error?.message != "GEOS gave no reason")
  }

  @Test(arguments: [[], [1], [1, 1, 0, 0, 0, 0, 0], [9, 9, 9, 9, 9, 9, 9, 9, 9]] as [[UInt8]])
  func `bad binary names the operation and what GEOS said`(_ bytes: [UInt8]) throws {
    let context = try GEOSContext()
    let error = #expect(throws: GEOSError.self) { try GEOSGeometry(wkb: bytes, in: context) }
    #expect(error?.operation == "read WKB")
    #expect(error?.message.contains("ParseException") == true)
    #expect(error?.description.hasPrefix("read WKB: ") == true)
  }

  @Test func `bad text and bad digits name their operation`() throws {
    let context = try GEOSContext()
    #expect(throws: GEOSError.self) { try GEOSGeometry(hexadecimalWKB: "0x", in: context) }
    let error = #expect(throws: GEOSError.self) { try GEOSGeometry(wkt: "POINT (1)", in: context) }
    #expect(error?.operation == "read WKT")
    #expect(error?.message.contains("ParseException") == true)
  }

  @Test func `a geometry outlives the variable of its context`() throws {
    func make() throws -> GEOSGeometry { try GEOSGeometry(wkt: "POINT (1 2)", in: GEOSContext()) }
    #expect(try make().wkt() == "POINT (1 2)")
  }

  @Test func `the version of GEOS starts with its numbers`() {
    #expect(GEOSLibrary.version.first?.isNumber == true)
  }
}
