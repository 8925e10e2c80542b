/// The walk through a packed tree, nearest boxes first, shared by all nearest and within-distance searches.
///
/// It keeps its stack between searches, so a search allocates nothing; whoever makes one frees it.
struct TreeSearch {
  private let view: PackedTree.View
  /// Room for all entries there can be at a time.
  private let stack: UnsafeMutableBufferPointer<Entry>

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
  }

  /// Gives the stack back.
  func free() { stack.deallocate() }

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
      let node = view.levelStarts[Int(entry.level)] + Int(entry.index)
      let distances = view.squaredDistances(node: node, x: x, y: y, z: z)
      let bottom = count
      let near = distances .<= SIMD8<Float>(repeating: limit)
      // A bit for each child that is near enough.
      var children = SIMD8<Int32>().replacing(with: SIMD8(1, 2, 4, 8, 16, 32, 64, 128), where: near).wrappedSum()
      while children != 0 {
        let slot = children.trailingZeroBitCount
        children &= children - 1
        // The nearest goes on top of the stack: an insertion sort of the few that are near enough.
        let child = Entry(
          squaredDistance: distances[slot], index: entry.index * 8 + Int32(slot), level: entry.level - 1)
        var place = count
        while place > bottom, stack[place - 1].squaredDistance < child.squaredDistance {
          stack[place] = stack[place - 1]
          place -= 1
        }
        stack[place] = child
        count += 1
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
