import Geospatial
import Randomness
import Testing

@testable import Rollout

@Suite struct LatticeTests {
  @Test(arguments: [-180.0, -179.9999999, -0.5, 0, 104.956408, 179.9999999])
  func `seven decimals come back to the last bit`(longitude: Double) {
    let coordinate = Coordinate(longitude: longitude, latitude: 22.7819754)
    let lattice = Lattice(around: [coordinate])
    let back = lattice.coordinate(of: lattice.point(at: coordinate))
    #expect(back.latitude == coordinate.latitude)
    #expect(back.longitude == longitude || (abs(back.longitude) == 180 && abs(longitude) == 180))
  }

  static let maps: [[Double]] = [
    [104, 109], [-179.5, 179.5], [170, -170, 178], [0.1, -0.1], [-179.9, -90, 0, 90], [10, 179],
  ]

  @Test(arguments: maps)
  func `neighbours across any meridian are neighbours on the lattice`(longitudes: [Double]) {
    let coordinates = longitudes.map { Coordinate(longitude: $0, latitude: 10) }
    let lattice = Lattice(around: coordinates)
    let points = coordinates.map { lattice.point(at: $0) }
    // The seam lies in the widest gap, by whole degrees, so the places span all but that gap.
    let sorted = longitudes.sorted()
    let gaps = zip(sorted, sorted.dropFirst() + [sorted[0] + 360]).map { $1 - $0 }
    let span = Double((points.map(\.x).max() ?? 0)) - Double((points.map(\.x).min() ?? 0))
    #expect(abs(span / Lattice.unitsPerDegree - (360 - (gaps.max() ?? 0))) < 1)
    for (coordinate, point) in zip(coordinates, points) {
      #expect(abs(lattice.coordinate(of: point).longitude - coordinate.longitude) < 1e-7)
    }
  }

  @Test func `positions all around the earth stay in range`() {
    let coordinates = (0..<720).map { Coordinate(longitude: -180 + Double($0) / 2, latitude: 0) }
    let lattice = Lattice(around: coordinates)
    #expect(coordinates.allSatisfy { lattice.coordinate(of: lattice.point(at: $0)).longitude == $0.longitude })
  }
}
