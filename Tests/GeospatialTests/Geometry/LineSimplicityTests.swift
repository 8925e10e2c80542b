import Geospatial
import Testing

/// Lines that pass a point twice.
@Suite struct LineSimplicityTests {
  private static func crossing(_ positions: [(Double, Double)]) -> Coordinate? {
    let coordinates = positions.map { Coordinate(longitude: $0.0, latitude: $0.1) }
    return LineSimplicity.firstSelfCrossing(ofLine: 0..<coordinates.count, in: coordinates)
  }

  @Test(
    arguments: [
      [(0, 0), (1, 1), (2, 0), (3, 1)], [(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)], [(0, 0), (0, 0), (1, 1), (1, 1)],
      [(0, 0)], [(0, 0), (1, 0)], [(0, 0), (4, 0), (4, 4), (1, 4), (1, 1), (3, 1), (3, 3)], [(0, 0), (1, 0), (2, 0)],
    ] as [[(Double, Double)]])
  func `a line that passes no point twice is simple, closed or not`(line: [(Double, Double)]) {
    #expect(Self.crossing(line) == nil)
  }

  @Test(
    arguments: [
      ([(0, 0), (2, 2), (2, 0), (0, 2)], (1, 1)),
      ([(0, 0), (2, 0), (1, 0), (1, 1)], (2, 0)),
      ([(0, 0), (2, 0), (2, 2), (1, 2), (1, 0)], (1, 0)),
      ([(0, 0), (1, 0), (1, 1), (0, 1), (0, 0), (-1, 0)], (0, 0)),
      ([(0, 0), (4, 4), (4, 0), (2, 2), (0, 4)], (2, 2)),
      ([(0, 0), (1, 0), (0, 0)], (1, 0)),
    ] as [([(Double, Double)], (Double, Double))])
  func `the first place is told where a line crosses, touches or retraces itself`(
    line: [(Double, Double)], place: (Double, Double)
  ) {
    #expect(Self.crossing(line) == Coordinate(longitude: place.0, latitude: place.1))
    #expect(Self.crossing(line.reversed()) != nil)
  }

  @Test func `only the line asked about is looked at`() {
    let coordinates = [(0, 0), (2, 2), (2, 0), (0, 2), (5, 5), (6, 6)].map {
      Coordinate(longitude: $0.0, latitude: $0.1)
    }
    #expect(LineSimplicity.firstSelfCrossing(ofLine: 3..<6, in: coordinates) == nil)
    #expect(LineSimplicity.firstSelfCrossing(ofLine: 0..<4, in: coordinates) != nil)
  }
}
