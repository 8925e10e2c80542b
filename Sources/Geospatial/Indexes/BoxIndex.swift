/// A packed index over boxes of longitude and latitude that finds those that meet another box, on any turn of the earth.
///
/// Built once, immutable, safe to share between tasks.
public struct BoxIndex: Sendable {
  private let tree: PlanarTree
  /// The place in the boxes given of each box of the tree.
  private let order: [UInt32]
  private let whole: BoundingBox

  /// An index over `boxes`. O(n), but for one radix sort.
  public init(_ boxes: [BoundingBox]) {
    whole = boxes.reduce(into: .empty) { $0.include($1) }
    order = HilbertCurve.order(
      of: boxes.map { Coordinate(longitude: ($0.west + $0.east) / 2, latitude: ($0.south + $0.north) / 2) }, in: whole)
    tree = PlanarTree(order.map { boxes[Int($0)] })
  }

  /// How many boxes there are.
  public var count: Int { order.count }

  /// The places of the boxes that share a point with `box`, also when one has its longitudes whole turns further on; each
  /// once, in ascending order. O(log n + k log k) for k of them.
  public func boxes(meeting box: BoundingBox) -> [Int] {
    var found: [Int] = []
    tree.withView { view in
      var view = view
      for turn in [0.0, 360, -360] {
        let turned = BoundingBox(
          west: box.west + turn, south: box.south, east: box.east + turn, north: box.north)
        guard turned.intersects(whole) else { continue }
        view.visit(meeting: turned) { found.append(Int(order[$0])) }
      }
    }
    found.sort()
    // A box more than a turn wide is met on several turns.
    var last = -1
    return found.filter { place in
      defer { last = place }
      return place != last
    }
  }
}
