import Testing

@testable import Geospatial

@Suite struct HilbertTilesTests {
  @Test(arguments: [0, 1, 5_000])
  func `every place stands in one tile, those of a tile in their order`(count: Int) {
    var random = SeededGenerator(seed: 11)
    let box = BoundingBox(west: 102, south: 8, east: 110, north: 24)
    var points = (0..<count).map { _ in random.coordinate(in: box) }
    if count > 3 {
      points[1] = Coordinate(longitude: .nan, latitude: .nan)
      points[2] = Coordinate(longitude: 180, latitude: -90)
    }
    let tiles = HilbertTiles(points, in: box)
    let places = (0..<HilbertTiles.count).map { tiles.places(inTile: $0) }
    #expect(places.joined().sorted() == (0..<UInt32(count)).map { $0 })
    #expect(places.allSatisfy { $0.elementsEqual($0.sorted()) })
    if count > 1_000 { #expect(places.count { !$0.isEmpty } > HilbertTiles.count / 2) }
  }

  @Test func `tiles are the same for points of one map, whatever else is asked`() {
    let box = BoundingBox(west: 0, south: 0, east: 32, north: 32)
    let points = (0..<1_024).map { Coordinate(longitude: Double($0 % 32) + 0.5, latitude: Double($0 / 32) + 0.5) }
    let all = HilbertTiles(points, in: box)
    for tile in 0..<HilbertTiles.count {
      #expect(all.places(inTile: tile).count == 1)
      for place in all.places(inTile: tile) {
        #expect(HilbertTiles([points[Int(place)]], in: box).places(inTile: tile).count == 1)
      }
    }
  }
}
