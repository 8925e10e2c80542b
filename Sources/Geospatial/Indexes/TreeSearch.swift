/// The walk through a packed tree, nearest boxes first, shared by all nearest and within-distance searches.
///
/// It keeps its stack between searches, so a search allocates nothing; whoever makes one frees it.
struct TreeSearch {
  private let view: PackedTree.View
  /// Room for all entries there can be at a time.
  private let stack: UnsafeMutableBufferPointer<Entry>
  /// The squared distances to the children of the node just looked at.
  private let distances: UnsafeMutablePointer<SIMD8<Float>>

  private struct Entry {
    var squaredDistance: Float
    /// A node, or at level -1 an item.
    var index: Int32
    var level: Int32
  }

  init(_ view: PackedTree.View) {
    self.view = view
    // An entry that is taken makes room for one child more than it gives, on every level but the lowest.
    stack = .allocate(capacity: (view.levelStarts.count + 1) * PackedTree.fanOut)
    distances = .allocate(capacity: 1)
  }

  /// Gives the stack back.
  func free() {
    stack.deallocate()
    distances.deallocate()
  }

  /// Calls `visit` with each item whose box is within the limit, in an order that starts near the point; `visit` returns
  /// the new limit in **metres**, which may only shrink.
  @inline(__always)
  mutating func visit(near point: EarthCentred, limitMetres: Double, _ visit: (Int) -> Double) {
    guard view.count > 0 else { return }
    let (x, y, z) = (Float(point.x), Float(point.y), Float(point.z))
    // A position that is not a number is near nothing; its distance would be taken for 0, also to missing children.
    guard !(x + y + z).isNaN else { return }
    var limit = TreeSearch.squaredLimit(limitMetres)
    let stack = stack
    stack.initializeElement(
      at: 0, to: Entry(squaredDistance: 0, index: 0, level: Int32(view.levelStarts.count - 1)))
    var count = 1
    while count > 0 {
      count -= 1
      let entry = stack[count]
      if entry.squaredDistance > limit { continue }
      if entry.level < 0 {
        limit = TreeSearch.squaredLimit(visit(Int(entry.index)))
        continue
      }
      let node = view.levelStarts[Int(entry.level)] &+ Int(entry.index)
      let squared = view.squaredDistances(node: node, x: x, y: y, z: z)
      var near = LaneSet(squared .<= SIMD8<Float>(repeating: limit))
      distances.initialize(to: squared)
      let lanes = UnsafeRawPointer(distances)
      let bottom = count
      while let slot = near.popFirst() {
        // The nearest goes on top of the stack: an insertion sort of the few that are near enough.
        let child = Entry(
          squaredDistance: lanes.load(fromByteOffset: slot &* 4, as: Float.self),
          index: entry.index &* 8 &+ Int32(truncatingIfNeeded: slot), level: entry.level &- 1)
        var place = count
        while place > bottom, stack[place &- 1].squaredDistance < child.squaredDistance {
          stack[place] = stack[place &- 1]
          place &-= 1
        }
        stack[place] = child
        count &+= 1
      }
    }
  }

  /// The square of a limit in single precision, never less than exact; finite, so that missing boxes stay outside.
  @inline(__always)
  private static func squaredLimit(_ metres: Double) -> Float {
    let squared = Float(metres * metres) * PackedTree.slack
    return squared.isFinite ? squared : .greatestFiniteMagnitude
  }
}
