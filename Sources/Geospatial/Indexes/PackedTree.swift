/// A packed R-tree over boxes in the earth-centred frame: eight boxes to a node, all nodes in one array, built once
/// bottom-up from boxes that already stand in a good order (I. Kamel and C. Faloutsos, *On packing R-trees*, 1993).
///
/// Boxes are single precision and grown by a metre, which is more than the rounding of box and query point together, so
/// a distance to a box is never more than the distance to what it holds.
struct PackedTree: Sendable {
  static let fanOut = 8
  /// Single precision resolves half a metre at the earth's radius; this covers box and point.
  private static let marginMetres: Float = 1
  /// Covers the rounding of the few operations that make a squared distance.
  static let slack: Float = 1.000_01

  /// A node is 48 numbers: least x of its eight children, least y, least z, greatest x, greatest y, greatest z.
  private var bounds: [Float] = []
  /// The first node of each level, the lowest first; the last level is the root.
  private var levelStarts: [Int] = []
  /// How many boxes the tree was built over.
  let count: Int

  /// A box around things in the earth-centred frame.
  struct Box {
    var least = EarthCentred(x: .infinity, y: .infinity, z: .infinity)
    var greatest = EarthCentred(x: -.infinity, y: -.infinity, z: -.infinity)

    @inline(__always)
    mutating func include(_ point: EarthCentred, margin: Double = 0) {
      least.x = min(least.x, point.x - margin)
      least.y = min(least.y, point.y - margin)
      least.z = min(least.z, point.z - margin)
      greatest.x = max(greatest.x, point.x + margin)
      greatest.y = max(greatest.y, point.y + margin)
      greatest.z = max(greatest.z, point.z + margin)
    }
  }

  /// A tree over `boxes`, which stand in the order of a space-filling curve. O(n).
  init(_ boxes: [Box]) {
    count = boxes.count
    guard count > 0 else { return }
    var nodeCount = 0
    var levelCount = count
    repeat {
      levelCount = (levelCount + PackedTree.fanOut - 1) / PackedTree.fanOut
      levelStarts.append(nodeCount)
      nodeCount += levelCount
    } while levelCount > 1
    let levelStarts = levelStarts
    bounds = [Float](unsafeUninitializedCapacity: nodeCount * 48) { bounds, filled in
      var lower = boxes.map { box in
        (
          SIMD3(Float(box.least.x), Float(box.least.y), Float(box.least.z)) - PackedTree.marginMetres,
          SIMD3(Float(box.greatest.x), Float(box.greatest.y), Float(box.greatest.z)) + PackedTree.marginMetres
        )
      }
      for levelStart in levelStarts {
        let nodes = (lower.count + PackedTree.fanOut - 1) / PackedTree.fanOut
        lower = lower.withUnsafeBufferPointer { lower in
          (0..<nodes).map { node in
            PackedTree.placeNode(lower, from: node * PackedTree.fanOut, in: bounds, at: (levelStart + node) * 48)
          }
        }
      }
      filled = nodeCount * 48
    }
  }

  /// Places the node of up to eight children from `first` on; the box around them.
  private static func placeNode(
    _ children: UnsafeBufferPointer<(SIMD3<Float>, SIMD3<Float>)>, from first: Int,
    in bounds: UnsafeMutableBufferPointer<Float>, at start: Int
  ) -> (SIMD3<Float>, SIMD3<Float>) {
    var least = SIMD3<Float>(repeating: .infinity)
    var greatest = SIMD3<Float>(repeating: -.infinity)
    for slot in 0..<fanOut {
      // A missing child is a box turned inside out: infinitely far from everything.
      var child = (SIMD3<Float>(repeating: .infinity), SIMD3<Float>(repeating: -.infinity))
      if first + slot < children.count { child = children[first + slot] }
      for axis in 0..<3 {
        bounds.initializeElement(at: start + axis * 8 + slot, to: child.0[axis])
        bounds.initializeElement(at: start + 24 + axis * 8 + slot, to: child.1[axis])
      }
      least.replace(with: child.0, where: child.0 .< least)
      greatest.replace(with: child.1, where: child.1 .> greatest)
    }
    return (least, greatest)
  }

  /// Lends the tree to `body` in a form that can be searched without checks on every access.
  @inline(__always)
  func withView<Result, Failure: Error>(_ body: (View) throws(Failure) -> Result) throws(Failure) -> Result {
    try bounds.withUnsafeBufferPointer { bounds throws(Failure) in
      try levelStarts.withUnsafeBufferPointer { starts throws(Failure) in
        try body(View(bounds: bounds, levelStarts: starts, count: count))
      }
    }
  }

  /// How far a coordinate is outside an interval, given how far it is below and above; 0 inside.
  @inline(__always)
  private static func outside(_ below: SIMD8<Float>, _ above: SIMD8<Float>) -> SIMD8<Float> {
    // Comparison and choice, for `pointwiseMax` goes through the lanes one by one; so written, each is one instruction.
    let zero = SIMD8<Float>(repeating: 0)
    let farther = below.replacing(with: above, where: above .> below)
    return zero.replacing(with: farther, where: farther .> zero)
  }

  /// The tree as pointers; valid only inside `withView`.
  struct View {
    let bounds: UnsafeBufferPointer<Float>
    let levelStarts: UnsafeBufferPointer<Int>
    let count: Int

    /// The squared distances in **square metres** from a point to the eight boxes of a node.
    @inline(__always)
    func squaredDistances(node: Int, x: Float, y: Float, z: Float) -> SIMD8<Float> {
      // `node` comes from the tree's own arithmetic, so 48 numbers from here are inside `bounds`.
      let raw = UnsafeRawBufferPointer(bounds)
      let at = node &* (48 &* MemoryLayout<Float>.stride)
      @inline(__always)
      func load(_ index: Int) -> SIMD8<Float> {
        raw.loadUnaligned(fromByteOffset: at &+ index &* 32, as: SIMD8<Float>.self)
      }
      let dx = PackedTree.outside(load(0) - x, x - load(3))
      let dy = PackedTree.outside(load(1) - y, y - load(4))
      let dz = PackedTree.outside(load(2) - z, z - load(5))
      return dx * dx + dy * dy + dz * dz
    }
  }
}
