import Testing

@testable import Geospatial

@Suite struct BoxIndexTests {
  private func box(_ random: inout SeededGenerator, within degrees: Double) -> BoundingBox {
    let (west, south) = (random.double(-190...185), random.double(-90...80))
    return BoundingBox(
      west: west, south: south, east: west + random.double(0...degrees), north: south + random.double(0...10))
  }

  /// On any turn: moved by none, one or minus one whole turn they share a point.
  private func meet(_ a: BoundingBox, _ b: BoundingBox) -> Bool {
    [0.0, 360, -360].contains { turn in
      a.west <= b.east + turn && b.west + turn <= a.east && a.south <= b.north && b.south <= a.north
    }
  }

  @Test(arguments: [0, 1, 7, 8, 9, 300], [1, 2, 3] as [UInt64])
  func `boxes that meet another are found on every turn, each once, in order`(count: Int, seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let boxes = (0..<count).map { _ in box(&random, within: 8) }
    let index = BoxIndex(boxes)
    #expect(index.count == count)
    for question in (0..<60).map({ _ in box(&random, within: 40) }) {
      #expect(index.boxes(meeting: question) == boxes.indices.filter { meet(boxes[$0], question) })
    }
    let whole = BoundingBox(west: -180, south: -90, east: 180, north: 90)
    #expect(index.boxes(meeting: whole) == Array(boxes.indices))
  }
}
