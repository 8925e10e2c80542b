import Geospatial
import Testing

@testable import Reporting

@Suite struct PolylineTextTests {
  private static func line(_ corners: (Double, Double)...) -> [Coordinate] {
    corners.map { Coordinate(longitude: $0.1, latitude: $0.0) }
  }

  /// The example of the format's own page, which counts in hundred thousandths of a degree.
  @Test func `the published example`() {
    let line = Self.line((3.85, -12.02), (4.07, -12.095), (4.3252, -12.6453))
    let hundred = line.map { Coordinate(longitude: $0.longitude * 100, latitude: $0.latitude * 100) }
    #expect(PolylineText.text(hundred) == "_p~iF~ps|U_ulLnnqC_mqNvxq`@")
  }

  @Test func `nothing is an empty text`() { #expect(PolylineText.text([]) == "") }
}

@Suite struct LineSimplificationTests {
  private static func at(_ x: Double, _ y: Double) -> Coordinate { Coordinate(longitude: x, latitude: y) }

  /// A thousandth of a degree is 111 m; the corner in the middle lies that far off the straight line.
  @Test(arguments: [(100.0, 3), (112.0, 2)])
  func `a corner stays while the line would move by more than is allowed`(tolerance: Double, count: Int) {
    let line = [Self.at(105, 0), Self.at(105.01, 0.001), Self.at(105.02, 0)]
    #expect(LineSimplification.simplified(line[...], toleranceMetres: tolerance).count == count)
  }

  @Test func `both ends stay, and rings stay closed`() {
    let ring = [Self.at(105, 0), Self.at(105.1, 0), Self.at(105.1, 0.1), Self.at(105.0001, 0.1), Self.at(105, 0)]
    let simple = LineSimplification.simplified(ring[...], toleranceMetres: 50)
    #expect(simple.first == ring.first && simple.last == ring.last)
    #expect(simple.count == 5)
    #expect(LineSimplification.simplified([ring[0]][...], toleranceMetres: 50) == [ring[0]])
    #expect(LineSimplification.simplified([][...], toleranceMetres: 50).isEmpty)
  }
}
