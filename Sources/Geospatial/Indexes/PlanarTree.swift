import EightWide

/// A packed R-tree over boxes of longitude and latitude that finds the boxes that hold a point; eight boxes to a node.
///
/// Boxes are double precision and exact, for what lies on a border counts as inside. To find those that hold a point they
/// are looked at in single precision first: rounding keeps the order of numbers, so that no box is missed, and a box that
/// holds the point only as rounded is told as well.
struct PlanarTree: Sendable {
  static let fanOut = 8
  /// A node is 32 numbers: west of its eight children, south, east, north.
  private var bounds: [Double] = []
  /// The same in single precision.
  private var sketches: [Float] = []
  private var levelStarts: [Int] = []
  let count: Int

  /// A tree over `boxes`, which stand in the order of a space-filling curve. O(n).
  init(_ boxes: [BoundingBox]) {
    count = boxes.count
    guard count > 0 else { return }
    var lower = boxes
    repeat {
      levelStarts.append(bounds.count / 32)
      var upper: [BoundingBox] = []
      for start in stride(from: 0, to: lower.count, by: PlanarTree.fanOut) {
        let children = lower[start..<min(start + PlanarTree.fanOut, lower.count)]
        upper.append(children.reduce(into: BoundingBox.empty) { $0.include($1) })
        // A missing child is a box turned inside out, which holds nothing.
        let sides: [(BoundingBox) -> Double] = [\.west, \.south, \.east, \.north]
        for (side, missing) in zip(sides, [Double.infinity, .infinity, -.infinity, -.infinity]) {
          bounds.append(contentsOf: children.map(side))
          bounds.append(contentsOf: repeatElement(missing, count: PlanarTree.fanOut - children.count))
        }
      }
      lower = upper
    } while lower.count > 1
    sketches = bounds.map { Float($0) }
  }

  @inline(__always)
  func withView<Result, Failure: Error>(_ body: (View) throws(Failure) -> Result) throws(Failure) -> Result {
    try bounds.withUnsafeBufferPointer { bounds throws(Failure) in
      try sketches.withUnsafeBufferPointer { sketches throws(Failure) in
        try levelStarts.withUnsafeBufferPointer { levelStarts throws(Failure) in
          try body(View(bounds: bounds, sketches: sketches, levelStarts: levelStarts))
        }
      }
    }
  }

  /// The tree as pointers, with a stack that is kept between searches; valid only inside `withView`.
  struct View {
    private let bounds: UnsafeBufferPointer<Double>
    private let sketches: UnsafeBufferPointer<Float>
    private let levelStarts: UnsafeBufferPointer<Int>
    private var stack: [(node: Int32, level: Int32)] = []

    init(
      bounds: UnsafeBufferPointer<Double>, sketches: UnsafeBufferPointer<Float>,
      levelStarts: UnsafeBufferPointer<Int>
    ) {
      self.bounds = bounds
      self.sketches = sketches
      self.levelStarts = levelStarts
      stack.reserveCapacity(levelStarts.count * PlanarTree.fanOut)
    }

    /// Calls `body` with each box that holds `point`, and with those that hold it only when rounded to single precision.
    @inline(__always)
    mutating func visit(holding point: Coordinate, _ body: (Int) -> Void) {
      guard !levelStarts.isEmpty else { return }
      let (longitude, latitude) = (Float(point.longitude), Float(point.latitude))
      stack.append((0, Int32(levelStarts.count - 1)))
      while let (node, level) = stack.popLast() {
        var inside = children(of: levelStarts[Int(level)] &+ Int(node), holding: longitude, latitude)
        while let slot = inside.popFirst() {
          let child = node &* 8 &+ Int32(truncatingIfNeeded: slot)
          if level == 0 { body(Int(child)) } else { stack.append((child, level - 1)) }
        }
      }
    }

    /// Calls `body` with each box that shares a point with `box`.
    mutating func visit(meeting box: BoundingBox, _ body: (Int) -> Void) {
      guard !levelStarts.isEmpty else { return }
      stack.append((0, Int32(levelStarts.count - 1)))
      while let (node, level) = stack.popLast() {
        let first = (levelStarts[Int(level)] + Int(node)) * 32
        for slot in 0..<8
        where bounds[first + slot] <= box.east && box.west <= bounds[first + 16 + slot]
          && bounds[first + 8 + slot] <= box.north && box.south <= bounds[first + 24 + slot]
        {
          let child = node * 8 + Int32(slot)
          if level == 0 { body(Int(child)) } else { stack.append((child, level - 1)) }
        }
      }
    }

    /// The children that hold the point.
    @inline(__always)
    private func children(of node: Int, holding longitude: Float, _ latitude: Float) -> LaneSet {
      // `node` comes from the tree's own arithmetic, so 32 numbers from here are inside `sketches`.
      guard let first = sketches.baseAddress else { return LaneSet(bits: 0) }
      return LaneSet(bits: eightWideBoxesHolding(first + node &* 32, longitude, latitude))
    }
  }
}
