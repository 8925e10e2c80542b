import PlainGeometry
import Testing

@testable import Geospatial

@Suite struct GeodesicCorridorTests {
  private static let centres = [
    Coordinate(longitude: 103.5, latitude: 21.7), Coordinate(longitude: 179.99, latitude: -17),
    Coordinate(longitude: 25, latitude: 78),
  ]

  /// A line that turns at any angle, now and then back on itself.
  private func line(_ centre: Coordinate, _ random: inout SeededGenerator) -> [Coordinate] {
    var line = [centre]
    var azimuth = random.double(-180...180)
    for _ in 0..<5 {
      azimuth += random.integer(0...3) == 0 ? 180 : random.double(-170...170)
      let next = Geodesic.direct(
        from: line[line.count - 1], azimuthDegrees: azimuth, distanceMetres: random.double(50...4000))
      line.append(next.coordinate)
    }
    return line
  }

  private func pieces(_ corridor: GeodesicCorridor, _ line: [Coordinate]) -> GeometryColumn {
    var pieces = GeometryColumn()
    let paths = zip(line, line.dropFirst()).map { Geodesic.inverse(from: $0, to: $1) }
    for (index, path) in paths.enumerated() {
      corridor.append(segmentFrom: line[index], to: line[index + 1], along: path, to: &pieces)
      if index > 0 {
        corridor.append(
          bendAt: line[index], arrivingDegrees: paths[index - 1].finalAzimuthDegrees,
          leavingDegrees: path.initialAzimuthDegrees, to: &pieces)
      }
    }
    corridor.append(capAt: line[0], arrivingDegrees: paths[0].initialAzimuthDegrees + 180, to: &pieces)
    corridor.append(
      capAt: line[line.count - 1], arrivingDegrees: paths[paths.count - 1].finalAzimuthDegrees, to: &pieces)
    pieces.unwrapPolygons()
    return pieces
  }

  @Test(arguments: centres, (1...6).map(UInt64.init))
  func `the pieces hold all ground within the distance of a line and none beyond it`(centre: Coordinate, seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let line = line(centre, &random)
    let corridor = GeodesicCorridor(metres: 500, errorMetres: 2)
    let index = PolygonIndex(pieces(corridor, line))
    let segments = PlainSegments(GeometryColumn(features: [[(.line, line)]]))
    var (inside, outside) = (0, 0)
    for vertex in line {
      for _ in 0..<40 {
        let place = Geodesic.direct(
          from: vertex, azimuthDegrees: random.double(-180...180), distanceMetres: random.double(0...1200)
        ).coordinate
        let metres = segments.nearestMetres(segments.question(from: place)) ?? .infinity
        let isIn = index.lowestFeature(containing: place) != nil
        if metres < 497.9 {
          inside += 1
          #expect(isIn, "\(place) at \(metres) m")
        } else if metres > 500.1 {
          outside += 1
          #expect(!isIn, "\(place) at \(metres) m")
        }
      }
    }
    #expect(inside > 50 && outside > 50)
  }
}
