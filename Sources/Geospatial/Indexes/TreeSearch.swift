import EightWide

/// The walk through a packed tree, nearest boxes first, shared by all nearest and within-distance searches.
///
/// It keeps its stack between searches, so a search allocates nothing; whoever makes one frees it. The loop over nodes is
/// `eightWideNextItem`.
struct TreeSearch {
  private let view: PackedTree.View
  /// Room for all entries there can be at a time.
  private let stack: UnsafeMutablePointer<EightWideEntry>

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
    guard view.count > 0, let bounds = view.bounds.baseAddress, let starts = view.levelStarts.baseAddress else {
      return
    }
    let (x, y, z) = (Float(point.x), Float(point.y), Float(point.z))
    // A position that is not a number is near nothing; its distance would be taken for 0, also to missing children.
    guard !(x + y + z).isNaN else { return }
    var limit = TreeSearch.squaredLimit(limitMetres)
    stack.initialize(
      to: EightWideEntry(squaredDistance: 0, index: 0, level: Int32(truncatingIfNeeded: view.levelStarts.count &- 1)))
    var walk = EightWideWalk(bounds: bounds, levelStarts: starts, stack: stack, count: 1, x: x, y: y, z: z)
    while case let item = eightWideNextItem(&walk, limit), item >= 0 {
      limit = TreeSearch.squaredLimit(visit(Int(item)))
    }
  }

  /// The square of a limit in single precision, never less than exact; finite, so that missing boxes stay outside.
  @inline(__always)
  private static func squaredLimit(_ metres: Double) -> Float {
    let squared = Float(metres * metres) * PackedTree.slack
    return squared.isFinite ? squared : .greatestFiniteMagnitude
  }
}
