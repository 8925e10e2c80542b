import Geospatial
import Testing

@testable import Reporting

@Suite struct MapProjectionTests {
  /// From the south of Vietnam to the north, and one district.
  static let boxes = [
    BoundingBox(west: 102.1, south: 8.5, east: 109.5, north: 23.4),
    BoundingBox(west: 103.0, south: 21.2, east: 103.3, north: 21.4),
    BoundingBox(west: 105, south: 0, east: 105, north: 0),
  ]

  @Test(arguments: boxes)
  func `the scale is true at the middle latitude, east and north`(box: BoundingBox) {
    let projection = MapProjection(box, width: 700, greatestHeight: 1500)
    let middle = projection.middleLatitude
    let (west, east) = (Coordinate(longitude: 105.1, latitude: middle), Coordinate(longitude: 105.11, latitude: middle))
    let pixels = projection.point(east).x - projection.point(west).x
    #expect(abs(pixels * projection.metresPerPixel / Geodesic.distance(west, east) - 1) < 1e-6)
    let (south, north) = (
      Coordinate(longitude: 105, latitude: middle - 0.005), Coordinate(longitude: 105, latitude: middle + 0.005)
    )
    let rise = projection.point(south).y - projection.point(north).y
    #expect(abs(rise * projection.metresPerPixel / Geodesic.distance(south, north) - 1) < 1e-6)
  }

  @Test(arguments: boxes)
  func `everything asked for is in the frame`(box: BoundingBox) {
    let projection = MapProjection(box, width: 700, greatestHeight: 1500)
    for (x, y) in [(box.west, box.south), (box.east, box.north)] {
      let point = projection.point(Coordinate(longitude: x, latitude: y))
      #expect(point.x >= 0 && point.x <= projection.width && point.y >= 0 && point.y <= projection.height)
    }
    #expect(projection.height <= 1501)
  }

  @Test(arguments: [(3.4, 500.0), (130, 10_000), (1333, 100_000), (1334, 200_000)])
  func `the bar is the longest of a round length that has room`(metresPerPixel: Double, metres: Double) {
    let degrees = metresPerPixel * 700 / 1.06 / 111_319.49
    let projection = MapProjection(
      BoundingBox(west: 105, south: 0, east: 105 + degrees, north: 0), width: 700, greatestHeight: 1500)
    let length = projection.roundLength(atMostPixels: 150)
    #expect(length == metres)
    #expect(length / projection.metresPerPixel <= 150)
    #expect(length * 2.5 / projection.metresPerPixel > 150)
  }
}
