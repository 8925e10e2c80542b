import Testing

@testable import Geospatial

@Suite struct HilbertCurveTests {
  @Test(arguments: [1, 2, 4, 8, 64] as [UInt32])
  func `the curve visits each cell of a corner once, in steps to neighbours`(side: UInt32) throws {
    var cells = [(x: UInt32, y: UInt32)?](repeating: nil, count: Int(side * side))
    for x in 0..<side {
      for y in 0..<side {
        let index = Int(HilbertCurve.index(x: x, y: y))
        try #require(index < cells.count, "the corner of a power of two comes before all else")
        #expect(cells[index] == nil)
        cells[index] = (x, y)
      }
    }
    for (one, next) in zip(cells, cells.dropFirst()) {
      let (one, next) = try (#require(one), #require(next))
      #expect(abs(Int(one.x) - Int(next.x)) + abs(Int(one.y) - Int(next.y)) == 1)
    }
  }

  @Test func `the curve ends in the last cells of the grid`() {
    let corners = [(0, 0), (65_535, 0), (0, 65_535), (65_535, 65_535)] as [(UInt32, UInt32)]
    let places = corners.map { HilbertCurve.index(x: $0.0, y: $0.1) }
    #expect(places.min() == 0)
    #expect(places.max() == .max)
    #expect(Set(places).count == 4)
  }

  @Test func `coordinates outside a box and without number go to its edge`() {
    let scale = HilbertCurve.Scale(BoundingBox(west: 100, south: 10, east: 110, north: 20))
    let corner = scale.index(Coordinate(longitude: 100, latitude: 10))
    #expect(scale.index(Coordinate(longitude: -500, latitude: .nan)) == corner)
    #expect(scale.index(Coordinate(longitude: .nan, latitude: -.infinity)) == corner)
    let far = scale.index(Coordinate(longitude: 110, latitude: 20))
    #expect(scale.index(Coordinate(longitude: .infinity, latitude: 1e300)) == far)
    let nothing = HilbertCurve.Scale(.empty)
    #expect(nothing.index(Coordinate(longitude: 5, latitude: 5)) == 0)
  }

  @Test func `positions that are not on earth are left out of the order`() {
    let coordinates = [
      Coordinate(longitude: 105, latitude: 21), Coordinate(longitude: .nan, latitude: 21),
      Coordinate(longitude: 105, latitude: 91), Coordinate(longitude: 106, latitude: 10),
    ]
    #expect(HilbertOrder.order(of: coordinates).sorted() == [0, 3])
    #expect(HilbertOrder.order(of: []).isEmpty)
  }
}

@Suite struct RadixSortTests {
  @Test(arguments: [0, 1, 2, 100, 5_000], [UInt32(0), 3, 65_535, .max])
  func `the order is that of a stable sort`(count: Int, greatest: UInt32) {
    var random = SeededGenerator(seed: UInt64(count) &+ UInt64(greatest))
    let keys = (0..<count).map { _ in UInt32.random(in: 0...greatest, using: &random) }
    let expected = keys.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }.map { UInt32($0) }
    #expect(RadixSort.order(of: keys) == expected)
  }
}

@Suite struct TreeTests {
  @Test(arguments: [0, 1, 7, 8, 9, 64, 65, 600])
  func `a planar tree finds the boxes that hold a point, borders included`(count: Int) {
    var random = SeededGenerator(seed: UInt64(count))
    let boxes = (0..<count).map { number in
      let (west, south) = (Double(random.integer(0...30)), Double(random.integer(0...30)))
      let side = Double(number % 4)
      return BoundingBox(west: west, south: south, east: west + side, north: south + side)
    }
    let tree = PlanarTree(boxes)
    #expect(tree.count == count)
    tree.withView { view in
      var view = view
      for _ in 0..<300 {
        let point = Coordinate(
          longitude: Double(random.integer(-1...64)) / 2, latitude: Double(random.integer(-1...34)))
        var found: [Int] = []
        view.visit(holding: point) { found.append($0) }
        #expect(found.sorted() == boxes.indices.filter { boxes[$0].contains(point) })
      }
    }
  }

  @Test(arguments: [0, 1, 8, 9, 200], [0.0, 1_000, 100_000, 20_000_000, .infinity])
  func `a packed tree visits every box within the limit, each once`(count: Int, limitMetres: Double) {
    var random = SeededGenerator(seed: UInt64(count))
    let world = BoundingBox(west: 100, south: 8, east: 110, north: 24)
    let places = (0..<count).map { _ in EarthCentred(random.coordinate(in: world)) }
    let tree = PackedTree(
      places.map { place in
        var box = PackedTree.Box()
        box.include(place)
        return box
      })
    tree.withView { view in
      var walk = TreeSearch(view)
      defer { walk.free() }
      for number in 0..<100 {
        let point =
          number % 2 == 0 && count > 0 ? places[number % count] : EarthCentred(random.coordinate(in: world))
        var visited: [Int] = []
        walk.visit(near: point, limitMetres: limitMetres) { item in
          visited.append(item)
          return limitMetres
        }
        #expect(Set(visited).count == visited.count)
        let near = places.indices.filter { (places[$0] - point).lengthSquared <= limitMetres * limitMetres }
        #expect(Set(visited).isSuperset(of: near))
        #expect(visited.allSatisfy { $0 < count })
      }
    }
  }
}
