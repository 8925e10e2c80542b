import Geospatial
import Testing

@testable import Rollout

@Suite struct WaterCrossingsTests {
  private static let water: GeometryColumn = {
    var water = Ground.lines([(300, -500), (300, 0), (300, 500)], [(600, -500), (600, 500)])
    water.append(contentsOf: Ground.rectangle(1_000, -300, 1_200, 300))
    return water
  }()

  struct Known: Sendable {
    var line: [(Double, Double)]
    var count: Int

    init(_ line: [(Double, Double)], count: Int) {
      self.line = line
      self.count = count
    }
  }

  static let known: [Known] = [
    Known([(0, 10), (2_000, 10)], count: 3),
    Known([(0, 10), (400, 10), (0, 20)], count: 2),
    Known([(0, 10), (1_100, 10)], count: 3),
    Known([(900, 10), (1_100, 10)], count: 1),
    Known([(900, 10), (1_300, 10), (1_100, 20)], count: 2),
    Known([(0, 10), (299, 10)], count: 0),
    Known([(400, 10), (500, 10), (500, 900)], count: 0),
  ]

  @Test(arguments: known)
  func `crossings of rivers and lakes`(known: Known) {
    let crossings = WaterCrossings(Self.water)
    let places: [Coordinate] = known.line.map { Ground.place($0.0, $0.1) }
    let back: [Coordinate] = places.reversed()
    #expect(crossings.count(along: places[...]) == known.count)
    #expect(crossings.count(along: back[...]) == known.count)
  }

  @Test func `a line through a vertex of a river, or with a vertex on it, crosses once`() {
    func at(_ x: Double, _ y: Double) -> Coordinate { Coordinate(longitude: 105 + x, latitude: 21 + y) }
    let river = Ground.layer([[at(0, -1), at(0, 0), at(0, 1)]])
    let crossings = WaterCrossings(river)
    #expect(crossings.count(along: [at(-1, 0), at(1, 0)]) == 1)
    #expect(crossings.count(along: [at(-1, 0.5), at(0, 0.5), at(1, 0.5)]) == 1)
    #expect(crossings.count(along: [at(-1, 0), at(0, 0), at(1, 0)]) == 1)
  }

  @Test func `across the antimeridian rivers count as elsewhere`() {
    func at(_ longitude: Double, _ latitude: Double) -> Coordinate {
      Coordinate(longitude: longitude, latitude: latitude)
    }
    let crossings = WaterCrossings(Ground.layer([[at(179.9, 0), at(-179.9, 0.1)]]))
    #expect(crossings.count(along: [at(-179.95, 0), at(-179.95, 1)]) == 1)
    #expect(crossings.count(along: [at(179.95, 0), at(179.95, 1)]) == 1)
    #expect(crossings.count(along: [at(0, 0), at(0, 1)]) == 0)
  }
}
