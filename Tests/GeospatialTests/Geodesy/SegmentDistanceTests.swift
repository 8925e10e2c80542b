import PlainGeometry
import Testing

@testable import Geospatial

@Suite struct SegmentDistanceTests {
  /// Where segments start: the equator, Vietnam, middle latitudes, next to both poles, both sides of the antimeridian.
  static let places = [
    Coordinate(longitude: 0, latitude: 0), Coordinate(longitude: 105.85, latitude: 21.03),
    Coordinate(longitude: 103.1, latitude: 8.6), Coordinate(longitude: -70, latitude: -45),
    Coordinate(longitude: 12, latitude: 89.99), Coordinate(longitude: -140, latitude: -89.99),
    Coordinate(longitude: 179.999, latitude: 16), Coordinate(longitude: -179.95, latitude: -0.01),
  ]
  static let lengths: [Double] = [0, 1, 100, 1_000, 19_900, 20_100, 100_000]
  static let distances: [Double] = [0, 0.001, 1, 499.9, 5_000, 30_000, 49_990, 50_010, 120_000, 199_000]

  /// A segment at a place, and a point about `metres` off its geodesic, beside it or past its ends.
  static func segmentAndPoint(
    at place: Coordinate, length: Double, metres: Double, _ random: inout SeededGenerator
  ) -> (start: Coordinate, end: Coordinate, point: Coordinate) {
    let azimuth = random.double(-180...180)
    let end = Geodesic.direct(from: place, azimuthDegrees: azimuth, distanceMetres: length)
    let foot = Geodesic.direct(
      from: place, azimuthDegrees: azimuth, distanceMetres: length * random.double(-0.3...1.3))
    let turn = random.integer(0...3) == 0 ? random.double(-180...180) : (Bool.random(using: &random) ? 90 : -90)
    let point = Geodesic.direct(
      from: foot.coordinate, azimuthDegrees: foot.finalAzimuthDegrees + turn, distanceMetres: metres)
    return (place, length == 0 ? place : end.coordinate, point.coordinate)
  }

  @Test(arguments: lengths, distances)
  func `the distance is that of a search along the geodesic to a centimetre`(length: Double, metres: Double) {
    var random = SeededGenerator(seed: UInt64(length * 1000 + metres))
    var worst = 0.0
    for place in Self.places {
      for _ in 0..<12 {
        let (start, end, point) = Self.segmentAndPoint(at: place, length: length, metres: metres, &random)
        let found = SegmentDistance.metres(from: point, toSegment: start, end)
        let expected = PlainSegments.metres(from: point, toSegment: start, end)
        worst = max(worst, abs(found - expected))
        if abs(found - expected) >= 0.01 {
          Issue.record("\(found) m, sought \(expected) m: \(point) to \(start)-\(end)")
        }
      }
    }
    if length <= 20_000, metres < 45_000 { #expect(worst < (metres > 1 || length <= 1_000 ? 0.000_2 : 0.005)) }
  }

  @Test(arguments: lengths, [0, 1, 5_000, 49_990, 120_000])
  func `a reversed segment is as far to the last bit`(length: Double, metres: Double) {
    var random = SeededGenerator(seed: UInt64(length + metres * 7))
    for place in Self.places {
      for _ in 0..<20 {
        let (start, end, point) = Self.segmentAndPoint(at: place, length: length, metres: metres, &random)
        let there = SegmentDistance.metres(from: point, toSegment: start, end)
        let back = SegmentDistance.metres(from: point, toSegment: end, start)
        #expect(there.bitPattern == back.bitPattern, "\(point) to \(start)-\(end)")
      }
    }
  }

  @Test(arguments: [400_000.0, 2_000_000, 8_000_000])
  func `long segments are met to a centimetre up to 200 km`(length: Double) {
    var random = SeededGenerator(seed: UInt64(length))
    for place in Self.places {
      for metres in [0, 10, 20_000, 190_000.0] {
        let (start, end, point) = Self.segmentAndPoint(at: place, length: length, metres: metres, &random)
        let found = SegmentDistance.metres(from: point, toSegment: start, end)
        let expected = PlainSegments.metres(from: point, toSegment: start, end)
        #expect(abs(found - expected) < 0.01, "\(point) to \(start)-\(end)")
      }
    }
  }

  @Test func `a vertex shared by two segments is equally far through both`() {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<2_000 {
      let shared = Coordinate(longitude: random.double(102...110), latitude: random.double(8...23))
      let azimuth = random.double(-180...180)
      let point = Geodesic.direct(
        from: shared, azimuthDegrees: azimuth, distanceMetres: random.double(1...40_000)
      ).coordinate
      let distances = [-150.0, 150].map { turn in
        let other = Geodesic.direct(from: shared, azimuthDegrees: azimuth + turn, distanceMetres: 5_000).coordinate
        return SegmentDistance.metres(from: point, toSegment: shared, other)
      }
      #expect(distances[0] == distances[1])
      #expect(abs(distances[0] - Geodesic.distance(point, shared)) < 0.000_2)
    }
  }
}
