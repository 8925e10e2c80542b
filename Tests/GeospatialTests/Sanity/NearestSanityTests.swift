import PlainGeometry
import Testing

@testable import Geospatial

/// The nearest feature as the index finds it, against a look at every segment with nothing but geodesics.
@Suite struct NearestSanityTests {
  /// What is promised up to 200 km, in **metres**.
  static let tolerance = 0.01
  static let promised = 200_000.0

  @Test(arguments: Scene.allCases, (41...44).map(UInt64.init))
  func `the nearest feature is that of a search along every segment`(scene: Scene, seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let column = scene.lines(&random)
    let plain = PlainSegments(column)
    let index = SegmentIndex(column)
    index.withSearch { search in
      for point in scene.questions(column, count: 60, &random) {
        let question = plain.question(from: point)
        let expected = plain.nearestMetres(question)
        let found = search.nearest(to: point)
        guard let expected, let found else {
          #expect(found == nil && expected == nil, "from \(point)")
          continue
        }
        guard min(expected, found.distanceMetres) <= Self.promised else { continue }
        let own = plain.nearestMetres(question, feature: found.feature) ?? .infinity
        #expect(abs(found.distanceMetres - expected) < Self.tolerance, "from \(point)")
        #expect(own - expected < Self.tolerance, "feature \(found.feature) from \(point)")
        #expect(!Self.hasTwin(before: found.feature, in: column), "feature \(found.feature) from \(point)")
      }
    }
  }

  /// Whether a lower feature has the same shape, so that it is as near and should have been told.
  static func hasTwin(before feature: Int, in column: GeometryColumn) -> Bool {
    func shapes(_ feature: Int) -> [[Coordinate]] {
      column.parts(ofFeature: feature).map { Array(column.coordinates[column.coordinates(ofPart: $0)]) }
    }
    let own = shapes(feature)
    return (0..<feature).contains { other in
      let theirs = shapes(other)
      return theirs == own || theirs == own.map { Array($0.reversed()) }
    }
  }

  @Test(arguments: Scene.allCases, (51...53).map(UInt64.init))
  func `the features within a distance are those of a search along every segment`(scene: Scene, seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let column = scene.lines(&random)
    let plain = PlainSegments(column)
    let index = SegmentIndex(column)
    for point in scene.questions(column, count: 10, &random) {
      let limit = [0.5, 300, 4_000, 60_000][random.integer(0...3)]
      let found = index.features(within: limit, of: point)
      let distances = Dictionary(uniqueKeysWithValues: found.map { ($0.feature, $0.distanceMetres) })
      let question = plain.question(from: point)
      for feature in 0..<column.count {
        let expected = plain.nearestMetres(question, feature: feature) ?? .infinity
        if let distance = distances[feature] {
          #expect(abs(distance - expected) < Self.tolerance, "feature \(feature) from \(point)")
        } else {
          #expect(expected > limit - Self.tolerance, "feature \(feature) from \(point)")
        }
      }
    }
  }
}
