/// Points that are taken out of their index as they are found, each once.
///
/// That is what makes a flood over "all points within reach of one found before" near-linear also where very many points lie
/// within reach of each other: a question passes by every part of the tree that has nothing left. Distances are exact:
/// by the local frame where it decides, by Karney's method where it does not (see ``LocalFrame``).
final class DwindlingPoints {
  private static let pointsPerLeaf = 8
  /// More than the local frame is ever off, in **metres**, up to 50 km.
  private static let frameMarginMetres = 0.001

  private let coordinates: [Coordinate]
  private let positions: [EarthCentred]
  /// The place in the coordinates given of each point of the index.
  private let order: [UInt32]
  private let tree: PackedTree
  private var isLeft: [Bool]
  /// How many points are left under each node, level by level, the leaves first.
  private var counts: [[Int32]]
  private var stack: [(node: Int32, level: Int32)] = []

  /// An index over `coordinates`, all of which must be numbers. O(n), but for one radix sort.
  init(_ coordinates: [Coordinate]) {
    let box = coordinates.reduce(into: BoundingBox.empty) { $0.include($1) }
    order = HilbertCurve.order(of: coordinates, in: box)
    let sorted = order.map { coordinates[Int($0)] }
    let positions = sorted.map { EarthCentred($0) }
    var boxes: [PackedTree.Box] = []
    var leaves: [Int32] = []
    for start in stride(from: 0, to: positions.count, by: Self.pointsPerLeaf) {
      let end = min(start + Self.pointsPerLeaf, positions.count)
      boxes.append(positions[start..<end].reduce(into: PackedTree.Box()) { $0.include($1) })
      leaves.append(Int32(truncatingIfNeeded: end - start))
    }
    self.coordinates = sorted
    self.positions = positions
    tree = PackedTree(boxes)
    isLeft = [Bool](repeating: true, count: positions.count)
    counts = [leaves]
    while let level = counts.last, level.count > 1 || counts.count == 1, !level.isEmpty {
      counts.append(
        stride(from: 0, to: level.count, by: PackedTree.fanOut).map { start in
          level[start..<min(start + PackedTree.fanOut, level.count)].reduce(0, +)
        })
    }
  }

  /// Takes out every point that is left and within `limitMetres` **metres** of `point`, and calls `body` with its place
  /// in the coordinates given.
  func take(within limitMetres: Double, of point: Coordinate, _ body: (Int) -> Void) {
    forEach(within: limitMetres, of: point) { slot in
      remove(slot)
      body(Int(order[slot]))
      return true
    }
  }

  /// Takes out one point, by its place in the index.
  private func remove(_ slot: Int) {
    isLeft[slot] = false
    var node = slot / Self.pointsPerLeaf
    for level in counts.indices {
      counts[level][node] -= 1
      node /= PackedTree.fanOut
    }
  }

  /// Whether at least `count` points that are left, the point itself among them, are within `limitMetres` **metres**.
  /// O(count + log n).
  func has(_ count: Int, within limitMetres: Double, of point: Coordinate) -> Bool {
    var found = 0
    forEach(within: limitMetres, of: point) { _ in
      found += 1
      return found < count
    }
    return found >= count
  }

  /// Calls `body` with the points that are left and near, until it returns false.
  private func forEach(within limitMetres: Double, of point: Coordinate, _ body: (Int) -> Bool) {
    guard !positions.isEmpty else { return }
    let frame = LocalFrame(at: point)
    let limit = Float(limitMetres * limitMetres) * PackedTree.slack
    let (x, y, z) = (Float(frame.origin.x), Float(frame.origin.y), Float(frame.origin.z))
    tree.withView { view in
      stack.removeAll(keepingCapacity: true)
      stack.append((0, Int32(counts.count - 1)))
      while let (node, level) = stack.popLast() {
        if counts[Int(level)][Int(node)] == 0 { continue }
        if level == 0 {
          let first = Int(node) * Self.pointsPerLeaf
          for slot in first..<min(first + Self.pointsPerLeaf, positions.count)
          where isLeft[slot] && isWithin(limitMetres, frame, slot) {
            if !body(slot) { return }
          }
          continue
        }
        let distances = view.squaredDistances(
          node: view.levelStarts[Int(level) - 1] + Int(node), x: x, y: y, z: z)
        let children = counts[Int(level) - 1].count
        for slot in (0..<PackedTree.fanOut).reversed() {
          let child = Int(node) * PackedTree.fanOut + slot
          if child < children, distances[slot] <= limit { stack.append((Int32(child), level - 1)) }
        }
      }
    }
  }

  /// Whether a point is at most so far from the frame's, by its geodesic distance.
  private func isWithin(_ limitMetres: Double, _ frame: LocalFrame, _ slot: Int) -> Bool {
    let chord = positions[slot] - frame.origin
    let squared = chord.lengthSquared
    let farthest = limitMetres + Self.frameMarginMetres
    // The straight distance is never more than the geodesic one.
    guard squared <= farthest * farthest else { return false }
    if squared <= SegmentDistance.farthestForFrameMetres * SegmentDistance.farthestForFrameMetres {
      let distance = frame.surfaceDistance(chord: chord)
      if abs(distance - limitMetres) > Self.frameMarginMetres { return distance < limitMetres }
    }
    return Geodesic.distance(frame.coordinate, coordinates[slot]) <= limitMetres
  }
}
