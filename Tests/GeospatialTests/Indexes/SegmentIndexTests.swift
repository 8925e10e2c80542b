import Testing

@testable import Geospatial

@Suite struct SegmentIndexTests {
  /// The distance of each feature by looking at every segment, ordered as the index promises.
  static func neighbours(_ column: GeometryColumn, of point: Coordinate) -> [Neighbour] {
    (0..<column.count).compactMap { feature in
      let distances = column.parts(ofFeature: feature).flatMap { part in
        let run = column.coordinates[column.coordinates(ofPart: part)]
        return run.count == 1
          ? run.map { SegmentDistance.metres(from: point, toSegment: $0, $0) }
          : zip(run, run.dropFirst()).map { SegmentDistance.metres(from: point, toSegment: $0, $1) }
      }
      return distances.min().map { Neighbour(feature: feature, distanceMetres: $0) }
    }.sorted { (($0.distanceMetres * 1e6).rounded(), $0.feature) < (($1.distanceMetres * 1e6).rounded(), $1.feature) }
  }

  @Test(arguments: Scene.allCases, [UInt64(1), 2, 3])
  func `the nearest feature is that of a look at every segment`(scene: Scene, seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let column = scene.lines(&random)
    let questions = scene.questions(column, count: 50, &random)
    let index = SegmentIndex(column)
    index.withSearch { warm in
      for point in questions {
        let expected = Self.neighbours(column, of: point).first
        #expect(index.nearest(to: point) == expected, "cold, from \(point)")
        #expect(warm.nearest(to: point) == expected, "warm, from \(point)")
      }
    }
  }

  @Test(arguments: Scene.allCases, [0, 0.001, 100, 2_500, 40_000, 3_000_000.0])
  func `the features within a distance are those of a look at every segment`(scene: Scene, metres: Double) {
    var random = SeededGenerator(seed: UInt64(metres) + 17)
    let column = scene.lines(&random)
    let index = SegmentIndex(column)
    for point in scene.questions(column, count: 15, &random) {
      let neighbours = Self.neighbours(column, of: point)
      let expected = neighbours.filter { $0.distanceMetres <= metres }
      #expect(index.features(within: metres, of: point) == expected, "from \(point)")
      // The one nearest is sought to the micrometre.
      let nearest = neighbours.first { ($0.distanceMetres * 1e6).rounded() <= (metres * 1e6).rounded() }
      #expect(index.nearest(to: point, within: metres) == nearest, "from \(point)")
    }
  }

  @Test func `of lines that lie on each other the first in the file wins`() {
    let line = [Coordinate(longitude: 105, latitude: 21), Coordinate(longitude: 105.1, latitude: 21.1)]
    let halves = [line[0], Coordinate(longitude: 105.05, latitude: 21.050_006_8), line[1]]
    let column = GeometryColumn(features: [
      [(.line, [Coordinate(longitude: 100, latitude: 10), Coordinate(longitude: 101, latitude: 10)])],
      [(.line, line.reversed())], [(.line, line)], [(.line, line)], [(.line, halves)],
    ])
    let index = SegmentIndex(column)
    var random = SeededGenerator(seed: 3)
    for _ in 0..<500 {
      let point = Coordinate(longitude: random.double(104.9...105.2), latitude: random.double(20.9...21.2))
      let nearest = index.nearest(to: point)
      #expect(nearest?.feature == 1 || nearest?.feature == 4)
    }
    #expect(index.nearest(to: line[1])?.feature == 1)
    #expect(index.segmentCount == 6)
  }

  @Test func `the bits of a distance do not depend on the question before`() {
    // One feature drawn twice with other vertices: both drawings are nearest, but for a few nanometres.
    var random = SeededGenerator(seed: 11)
    let (west, east) = (Coordinate(longitude: 105, latitude: 0), Coordinate(longitude: 105.3, latitude: 0))
    let features: [[(GeometryColumn.PartKind, [Coordinate])]] = (0..<30).map { _ in
      let inner = (0..<random.integer(1...30)).map { _ in random.double(105...105.3) }.sorted()
      return [(.line, [west] + inner.map { Coordinate(longitude: $0, latitude: 0) } + [east])]
    }
    let column = GeometryColumn(features: [features.flatMap { $0 }])
    let index = SegmentIndex(column)
    index.withSearch { warm in
      for _ in 0..<250 {
        let point = Coordinate(longitude: random.double(105...105.3), latitude: random.double(0.001...0.2))
        let cold = index.nearest(to: point)
        #expect(warm.nearest(to: point) == cold)
        #expect(cold?.distanceMetres == index.features(within: 50_000, of: point).first?.distanceMetres)
      }
    }
  }

  @Test func `only the features that count are found`() {
    var random = SeededGenerator(seed: 8)
    let column = Scene.vietnam.lines(&random)
    let index = SegmentIndex(column) { $0 % 3 == 1 }
    for point in Scene.vietnam.questions(column, count: 50, &random) {
      #expect(index.nearest(to: point) == Self.neighbours(column, of: point).first { $0.feature % 3 == 1 })
    }
  }

  @Test(arguments: [(Double.nan, 21.0), (105.0, .nan), (.nan, .nan)])
  func `a position that is no number is near nothing`(longitude: Double, latitude: Double) {
    var random = SeededGenerator(seed: 1)
    let index = SegmentIndex(Scene.vietnam.lines(&random))
    let nowhere = Coordinate(longitude: longitude, latitude: latitude)
    #expect(index.nearest(to: nowhere) == nil)
    #expect(index.features(within: 1e9, of: nowhere).isEmpty)
    index.withSearch { search in
      let before = search.nearest(to: Coordinate(longitude: 104, latitude: 21))
      #expect(search.nearest(to: nowhere) == nil)
      #expect(search.nearest(to: Coordinate(longitude: 104, latitude: 21)) == before)
    }
  }

  @Test func `a layer across the antimeridian is met from both sides`() {
    let column = GeometryColumn(features: [
      [(.line, [Coordinate(longitude: 179.9, latitude: 16), Coordinate(longitude: -179.9, latitude: 16)])]
    ])
    let index = SegmentIndex(column)
    for longitude in [-179.95, -180, 180, 179.95] {
      let nearest = index.nearest(to: Coordinate(longitude: longitude, latitude: 16))
      #expect((nearest?.distanceMetres ?? .infinity) < 5)
    }
  }
}
