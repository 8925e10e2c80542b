import Testing

@testable import Geospatial

@Suite struct PolygonIndexTests {
  /// Whether rings of small whole numbers hold a point of small whole numbers or halves, border included: doubles are
  /// exact here, so the plain rule is too.
  static func holds(_ column: GeometryColumn, _ parts: Range<Int>, _ point: Coordinate) -> Bool {
    var crossings = 0
    for part in parts {
      let ring = column.coordinates[column.coordinates(ofPart: part)]
      for (a, b) in zip(ring, ring.dropFirst()) {
        let side =
          (b.longitude - a.longitude) * (point.latitude - a.latitude)
          - (b.latitude - a.latitude) * (point.longitude - a.longitude)
        let isBetween =
          min(a.longitude, b.longitude) <= point.longitude && point.longitude <= max(a.longitude, b.longitude)
          && min(a.latitude, b.latitude) <= point.latitude && point.latitude <= max(a.latitude, b.latitude)
        if side == 0, isBetween { return true }
        if (a.latitude > point.latitude) != (b.latitude > point.latitude), (side > 0) == (b.latitude > a.latitude) {
          crossings += 1
        }
      }
    }
    return crossings % 2 == 1
  }

  static func features(_ column: GeometryColumn, containing point: Coordinate) -> [Int] {
    (0..<column.count).filter { feature in
      column.polygons(ofFeature: feature).contains { holds(column, $0, point) }
    }
  }

  /// Rings over a small grid, with horizontal edges, shared borders and vertices, duplicate vertices, and holes.
  static func gridPolygons(_ random: inout SeededGenerator, count: Int) -> GeometryColumn {
    GeometryColumn(
      features: (0..<count).map { number in
        if number % 7 == 6 { return [] }
        return (0..<random.integer(1...2)).flatMap { _ in
          var parts: [(GeometryColumn.PartKind, [Coordinate])] = []
          // A hole does not leave the box of its shell; otherwise the rings are as wild as they come.
          var box = BoundingBox(west: 100, south: -6, east: 112, north: 6)
          for kind in [GeometryColumn.PartKind.shell, .hole].prefix(random.integer(1...2)) {
            var ring = (0..<random.integer(3...40)).map { _ in
              let cell = random.coordinate(in: box)
              return Coordinate(longitude: cell.longitude.rounded(), latitude: cell.latitude.rounded())
            }
            ring.append(ring[0])
            parts.append((kind, ring))
            box = ring.reduce(into: .empty) { $0.include($1) }
          }
          return parts
        }
      })
  }

  @Test(arguments: (1...16).map(UInt64.init))
  func `every place of a grid is found as by looking at every edge`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let column = Self.gridPolygons(&random, count: 12)
    let index = PolygonIndex(column)
    index.withSearch { search in
      for step in 0..<350 {
        let point = Coordinate(longitude: 99.5 + Double(step % 25) * 0.5, latitude: -6.5 + Double(step / 25) * 1)
        let shifted = Coordinate(longitude: point.longitude, latitude: point.latitude.rounded())
        for asked in [point, shifted] {
          let expected = Self.features(column, containing: asked)
          #expect(search.features(containing: asked) == expected, "\(asked)")
          #expect(search.lowestFeature(containing: asked) == expected.first, "\(asked)")
        }
      }
    }
  }

  /// A ring around a centre with vertices at random distances, which is always simple.
  static func star(_ centre: Coordinate, _ radii: ClosedRange<Double>, count: Int, _ random: inout SeededGenerator)
    -> [Coordinate]
  {
    var directions = (0..<count).map { (Double($0) + random.double(0...0.9)) / Double(count) }
    directions.sort()
    var ring = directions.map { direction in
      let (x, y) = Self.circle(direction)
      let radius = random.double(radii)
      return Coordinate(longitude: centre.longitude + radius * x, latitude: centre.latitude + radius * y)
    }
    ring.append(ring[0])
    return ring
  }

  /// A point at a part of the way around a diamond, which does as well as a circle and needs no sine.
  private static func circle(_ part: Double) -> (Double, Double) {
    switch part * 4 {
    case ..<1: (1 - part * 4, part * 4)
    case ..<2: (1 - part * 4, 2 - part * 4)
    case ..<3: (part * 4 - 3, 2 - part * 4)
    default: (part * 4 - 3, part * 4 - 4)
    }
  }

  @Test(arguments: (1...30).map(UInt64.init))
  func `valid polygons hold what GEOS says they cover`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let centre = Coordinate(longitude: 105, latitude: 21)
    let size = [1e-6, 0.01, 1][Int(seed % 3)]
    let column = GeometryColumn(features: [
      [
        (.shell, Self.star(centre, (size * 0.6)...size, count: random.integer(8...300), &random)),
        (.hole, Self.star(centre, (size * 0.05)...(size * 0.2), count: random.integer(3...40), &random)),
      ]
    ])
    let context = try GEOSContext()
    let geometry = try GEOSGeometry(feature: 0, of: column, in: context)
    try #require(try geometry.validity() == .valid)
    let prepared = try PreparedGeometry(geometry)
    let index = PolygonIndex(column)
    for number in 0..<300 {
      let edge = random.integer(0...(column.coordinates.count - 2))
      let (a, b) = (column.coordinates[edge], column.coordinates[edge + 1])
      let part = random.double(0...1)
      let onEdge = Coordinate(
        longitude: a.longitude + (b.longitude - a.longitude) * part,
        latitude: a.latitude + (b.latitude - a.latitude) * part)
      let point =
        switch number % 5 {
        case 0: a
        case 1: onEdge
        case 2: Coordinate(longitude: onEdge.longitude.nextUp, latitude: onEdge.latitude)
        case 3: Coordinate(longitude: onEdge.longitude + 1e-9, latitude: a.latitude)
        default:
          random.coordinate(
            in: BoundingBox(
              west: 105 - size, south: 21 - size, east: 105 + size, north: 21 + size))
        }
      #expect(index.features(containing: point).isEmpty == !(try prepared.covers(point)), "\(point)")
    }
  }

  /// A comb on its back: `count` long edges side by side, each a `width` further west than the one before it. Everything
  /// is a multiple of a power of two, so that doubles are exact.
  static func comb(count: Int, width: Double = 1.0 / 64) -> [Coordinate] {
    var ring = [Coordinate(longitude: 0, latitude: 0), Coordinate(longitude: Double(count) * width, latitude: 0)]
    for tooth in (0...count).reversed() {
      ring.append(Coordinate(longitude: Double(tooth) * width, latitude: tooth % 2 == 0 ? 64 : 1))
    }
    return ring + [ring[0]]
  }

  // Bands for the many edges of the second would have more than 2^31 entries if each long edge were in every band.
  @Test(arguments: [(6_000, 1.0 / 64, 400), (530_000, 1.0 / 4_096, 12)])
  func `a comb of long edges holds what looking at every edge says`(count: Int, width: Double, points: Int) {
    var random = SeededGenerator(seed: UInt64(count))
    let column = GeometryColumn(features: [[(.shell, Self.comb(count: count, width: width))]])
    var found = 0
    PolygonIndex(column).withSearch { search in
      for _ in 0..<points {
        let point = Coordinate(
          longitude: Double(random.integer(0...(2 * count))) * width / 2,
          latitude: Double(random.integer(-1...130)) / 2)
        let expected = Self.features(column, containing: point)
        #expect(search.features(containing: point) == expected, "\(point)")
        found += expected.count
      }
    }
    #expect(found > 0 && found < points)
  }

  @Test func `where polygons touch both hold the border and the lower one is told`() {
    let squares = GeometryColumn(features: [
      [], [(.shell, square(west: 105, south: 20, side: 1))], [(.shell, square(west: 104, south: 20, side: 1))],
    ])
    let index = PolygonIndex(squares)
    #expect(index.count == 2)
    for latitude in [20, 20.3, 21] {
      let border = Coordinate(longitude: 105, latitude: latitude)
      #expect(index.features(containing: border) == [1, 2])
      #expect(index.lowestFeature(containing: border) == 1)
    }
  }

  @Test func `the border of a hole is inside and its interior is not`() {
    let column = GeometryColumn(features: [
      [(.shell, square(west: 0, south: 0, side: 4)), (.hole, square(west: 1, south: 1, side: 2))]
    ])
    let index = PolygonIndex(column)
    #expect(index.lowestFeature(containing: Coordinate(longitude: 2, latitude: 2)) == nil)
    #expect(index.lowestFeature(containing: Coordinate(longitude: 1, latitude: 2)) == 0)
    #expect(index.lowestFeature(containing: Coordinate(longitude: 3, latitude: 3)) == 0)
    #expect(index.lowestFeature(containing: Coordinate(longitude: 0.5, latitude: 2)) == 0)
  }

  @Test(arguments: [(Double.nan, 2.0), (2.0, .nan), (.infinity, 2.0), (2.0, -.infinity)])
  func `nothing holds a position that is no number`(longitude: Double, latitude: Double) {
    let nowhere = Coordinate(longitude: longitude, latitude: latitude)
    for column in [GeometryColumn(features: [[(.shell, square(west: 0, south: 0, side: 4))]]), GeometryColumn()] {
      #expect(PolygonIndex(column).features(containing: nowhere).isEmpty)
    }
  }

  @Test func `a polygon of hardly any height is indexed`() {
    let sliver = [(0.0, 0.0), (1, 0), (1, Double.leastNonzeroMagnitude), (0, 0)].map {
      Coordinate(longitude: $0.0, latitude: $0.1)
    }
    let index = PolygonIndex(GeometryColumn(features: [[(.shell, sliver)]]))
    #expect(index.lowestFeature(containing: Coordinate(longitude: 0.5, latitude: 0)) == 0)
    #expect(index.lowestFeature(containing: Coordinate(longitude: 0.5, latitude: 1)) == nil)
  }
}
