import Testing

@testable import Geospatial

@Suite struct PointIndexTests {
  /// A layer of points and multipoints, made from the vertices of a scene's lines.
  static func points(_ scene: Scene, _ random: inout SeededGenerator) -> GeometryColumn {
    let lines = scene.lines(&random)
    return GeometryColumn(
      features: (0..<lines.count).map { feature in
        lines.coordinates[lines.coordinates(ofFeature: feature)].map { (.point, [$0]) }
      })
  }

  static func neighbours(
    _ column: GeometryColumn, of point: Coordinate, reaches: [Double]? = nil
  ) -> [Neighbour] {
    (0..<column.count).compactMap { feature in
      let nearest = column.coordinates[column.coordinates(ofFeature: feature)].map { Geodesic.distance(point, $0) }
        .min()
      return nearest.map {
        Neighbour(feature: feature, distanceMetres: max(0, $0 - (reaches?[feature] ?? 0)))
      }
    }.sorted { (($0.distanceMetres * 1e6).rounded(), $0.feature) < (($1.distanceMetres * 1e6).rounded(), $1.feature) }
  }

  /// Whether two answers are the same to a tenth of a micrometre, to which the index knows the nearest distance.
  static func areSame(_ one: Neighbour?, _ other: Neighbour?) -> Bool {
    guard let one, let other else { return one == nil && other == nil }
    return one.feature == other.feature && abs(one.distanceMetres - other.distanceMetres) <= 1e-7
  }

  @Test(arguments: Scene.allCases, [UInt64(4), 5])
  func `the nearest point is that of a look at every point`(scene: Scene, seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let column = Self.points(scene, &random)
    let index = PointIndex(column)
    index.withSearch { warm in
      for point in scene.questions(column, count: 60, &random) {
        let expected = Self.neighbours(column, of: point)
        #expect(Self.areSame(index.nearest(to: point), expected.first), "cold, from \(point)")
        #expect(Self.areSame(warm.nearest(to: point), expected.first), "warm, from \(point)")
        let near = expected.filter { $0.distanceMetres <= 20_000 }
        #expect(index.features(within: 20_000, of: point) == near)
        #expect(Self.areSame(index.nearest(to: point, within: 20_000), near.first))
      }
    }
  }

  @Test(arguments: Scene.allCases)
  func `with reaches, distances count from their edge`(scene: Scene) {
    var random = SeededGenerator(seed: 6)
    let column = Self.points(scene, &random)
    let reaches = (0..<column.count).map { _ in [0, 100, random.double(0...60_000)][random.integer(0...2)] }
    let index = PointIndex(column, reachMetres: reaches)
    index.withSearch { warm in
      for point in scene.questions(column, count: 40, &random) {
        let expected = Self.neighbours(column, of: point, reaches: reaches)
        #expect(Self.areSame(index.nearest(to: point), expected.first), "cold, from \(point)")
        #expect(Self.areSame(warm.nearest(to: point), expected.first), "warm, from \(point)")
        let near = expected.filter { $0.distanceMetres <= 5_000 }
        #expect(index.features(within: 5_000, of: point) == near)
      }
    }
  }

  @Test func `distances are Karney's to the last bit`() {
    let saigon = Coordinate(longitude: 106.7009, latitude: 10.7769)
    let index = PointIndex(GeometryColumn(features: [[(.point, [saigon])]]))
    let hanoi = Coordinate(longitude: 105.8542, latitude: 21.0285)
    // geod -I, see GeodesicTests.
    #expect(abs((index.nearest(to: hanoi)?.distanceMetres ?? 0) - 1_138_049.892074) < 1e-6)
    #expect(index.nearest(to: hanoi)?.distanceMetres == Geodesic.distance(hanoi, saigon))
  }

  @Test func `of a cluster at one place the first in the file wins`() {
    let place = Coordinate(longitude: 105, latitude: 21)
    let index = PointIndex(GeometryColumn(features: Array(repeating: [(.point, [place])], count: 100)))
    #expect(index.nearest(to: place) == Neighbour(feature: 0, distanceMetres: 0))
    #expect(index.features(within: 0, of: place).map(\.feature) == Array(0..<100))
    #expect(index.nearest(to: Coordinate(longitude: .nan, latitude: 0)) == nil)
  }
}
