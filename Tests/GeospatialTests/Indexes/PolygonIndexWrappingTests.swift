import Testing

@testable import Geospatial

@Suite struct PolygonIndexWrappingTests {
  static func wrapped(_ coordinate: Coordinate) -> Coordinate {
    coordinate.longitude > 180
      ? Coordinate(longitude: coordinate.longitude - 360, latitude: coordinate.latitude) : coordinate
  }

  @Test(arguments: (1...25).map(UInt64.init))
  func `a ring that jumps at the antimeridian holds the same places as the one that does not`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let plain = GeometryColumn(
      features: (0..<6).map { _ in
        let east = Double(random.integer(172...186))
        let south = Double(random.integer(-20...10))
        let shell = square(west: east - 6, south: south, side: 8)
        let hole = square(west: east + Double(random.integer(-5...0)), south: south + 3, side: 1)
        let start = random.integer(0...3)
        // Begin the rings anywhere, so that either side of the antimeridian may come first.
        return [(.shell, Self.turned(shell, by: start)), (.hole, Self.turned(hole, by: 3 - start))]
      })
    var jumping = plain
    jumping.coordinates = plain.coordinates.map(Self.wrapped)
    jumping.unwrapPolygons()
    let index = PolygonIndex(jumping)
    for step in 0..<1600 {
      let point = Coordinate(
        longitude: 165 + Double(step % 40) * 0.75, latitude: -22 + Double(step / 40) + Double(step % 2) / 2)
      let expected = PolygonIndexTests.features(plain, containing: point)
      // At 180 itself a ring that only touches the antimeridian is met from its own side alone.
      guard point.longitude != 180 else { continue }
      #expect(index.features(containing: Self.wrapped(point)) == expected, "\(point)")
    }
  }

  static func turned(_ ring: [Coordinate], by start: Int) -> [Coordinate] {
    let open = ring.dropLast()
    return Array(open[start...] + open[..<start] + [ring[start]])
  }

  @Test func `a polygon cut at the antimeridian is inside up to the cut on both sides`() {
    // RFC 7946, section 3.1.9.
    let column = GeometryColumn(features: [
      [(.shell, square(west: 170, south: 0, side: 10)), (.shell, square(west: -180, south: 0, side: 10))]
    ])
    let index = PolygonIndex(column)
    for longitude in [170, 179.999, 180, -180, -179.999, -170] {
      #expect(index.features(containing: Coordinate(longitude: longitude, latitude: 5)) == [0])
    }
    for longitude in [169.999, -169.999, 0] {
      #expect(index.features(containing: Coordinate(longitude: longitude, latitude: 5)).isEmpty)
    }
  }

  @Test(arguments: [1.0, -1], [0, 30, 60, -150, -180])
  func `a ring around a pole holds the pole and all around it`(side: Double, start: Int) {
    let ring = (0...12).map { step in
      let longitude = Double((start + step * 30 + 540) % 360 - 180)
      return Coordinate(longitude: longitude, latitude: 80 * side)
    }
    var column = GeometryColumn(features: [[(.shell, ring)]])
    #expect(column.unwrapPolygons() == 1)
    let index = PolygonIndex(column)
    for longitude in stride(from: -180.0, through: 180, by: 7.5) {
      for (latitude, isInside) in [(79.999, false), (80, true), (85, true), (90, true)] {
        let point = Coordinate(longitude: longitude, latitude: latitude * side)
        #expect((index.lowestFeature(containing: point) == 0) == isInside, "\(point)")
      }
    }
  }

  @Test func `a ring that follows the antimeridian to the pole is left as it is`() {
    // As Antarctica is drawn: along -90 from one side of the map to the other.
    let ring = [(-180.0, -90.0), (-180, -80), (-60, -65), (60, -70), (180, -80), (180, -90), (-180, -90)].map {
      Coordinate(longitude: $0.0, latitude: $0.1)
    }
    var column = GeometryColumn(features: [[(.shell, ring)]])
    #expect(column.unwrapPolygons() == 0)
    #expect(column.coordinates == ring)
    let index = PolygonIndex(column)
    #expect(index.lowestFeature(containing: Coordinate(longitude: 100, latitude: -85)) == 0)
    #expect(index.lowestFeature(containing: Coordinate(longitude: 0, latitude: -60)) == nil)
  }

  @Test func `other features keep their bytes when one is unwrapped`() {
    let line = [Coordinate(longitude: 179, latitude: 0), Coordinate(longitude: -179, latitude: 0)]
    let ring = [(179.0, 0.0), (-179, 0), (-179, 1), (179, 0)].map { Coordinate(longitude: $0.0, latitude: $0.1) }
    var column = GeometryColumn(features: [
      [(.line, line)], [], [(.point, [line[0]]), (.shell, ring), (.line, line)],
      [(.shell, square(west: 0, south: 0, side: 1))],
    ])
    #expect(column.unwrapPolygons() == 1)
    #expect(Array(column.coordinates[0..<2]) == line)
    #expect(Array(column.coordinates[2..<7]).map(\.longitude) == [179, 179, 181, 181, 179])
    #expect(Array(column.coordinates[7..<9]) == line)
    #expect(column.featureEnds == [1, 1, 4, 5])
    #expect(Array(column.coordinates[9...]) == square(west: 0, south: 0, side: 1))
  }
}
