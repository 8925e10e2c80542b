import EightWide

extension SegmentIndex {
  /// What an index searches, as pointers; valid only inside `withSearch`.
  struct Ground {
    let vertices: UnsafeBufferPointer<EarthCentred>
    let leaves: UnsafeBufferPointer<Leaf>
    let sketches: UnsafeBufferPointer<Float>
    let coordinates: UnsafeBufferPointer<Coordinate>

    /// Takes the nearest segment of a leaf if it is to be preferred to the best so far.
    @inline(__always)
    func improve(_ best: inout Neighbour, _ bestLeaf: inout Int, with index: Int, _ frame: LocalFrame) {
      let feature = Int(leaves[index].feature)
      forEachDistance(ofLeaf: index, frame, limit: { best.distanceMetres }) { distance in
        let candidate = Neighbour(feature: feature, distanceMetres: distance)
        if candidate.precedes(best) {
          best = candidate
          bestLeaf = index
        }
      }
    }

    /// Calls `body` with the distance of each segment of a leaf that may be within `limit`.
    @inline(__always)
    func forEachDistance(ofLeaf index: Int, _ frame: LocalFrame, limit: () -> Double, _ body: (Double) -> Void) {
      let leaf = leaves[index]
      let origin = frame.origin
      let sagitta = Double(leaf.sagittaMetres) + SegmentDistance.errorMetres
      var (candidates, areNear) = candidates(
        ofLeaf: index, leaf, origin, limitMetres: limit(), sagittaMetres: sagitta)
      while let segment = candidates.popFirst() {
        let second = leaf.vertexCount > 1 ? segment + 1 : segment
        let start = vertices[Int(leaf.firstVertex) + segment]
        let end = vertices[Int(leaf.firstVertex) + second]
        // The geodesics that distances from afar need take long, and here many segments may be left.
        guard areNear || Ground.mayReach(start, end, from: origin, reachMetres: limit() + sagitta) else { continue }
        let at = Int(leaf.firstCoordinate)
        body(
          SegmentDistance.metres(from: frame, start, end) {
            (coordinates[at + segment], coordinates[at + second])
          })
      }
    }

    /// Whether a chord comes within reach: the straight distance to it, less the bulge of its arc, is never more than the
    /// geodesic distance.
    @inline(never)
    private static func mayReach(
      _ start: EarthCentred, _ end: EarthCentred, from origin: EarthCentred, reachMetres: Double
    ) -> Bool {
      let along = end - start
      let toStart = start - origin
      let lengthSquared = along.lengthSquared
      let foot = lengthSquared > 0 ? max(0, min(1, -toStart.dot(along) / lengthSquared)) : 0
      return (toStart + along * foot).lengthSquared <= reachMetres * reachMetres
    }

    /// The segments of a leaf that may be within `limitMetres` and may be its nearest, all eight looked at side by side;
    /// arcs bulge at most `sagittaMetres` beyond their chords, what distances may be off included.
    ///
    /// Single precision is off by less than a millionth of the reach and of the leaf together; ten times as much is
    /// allowed for, so that no segment within reach is missed. The nearest segment is no farther than the nearest chord and
    /// the bulge of its arc, which hardly lengthens the way for the earth's own curve: `c³/24R²`, less than 3 millionths of
    /// it up to 50 km, and less than a hundredth of the bulge where that is larger. What is farther than that, less its own
    /// bulge, is not the nearest. `areNear` tells that the nearest chord is no farther than 50 km.
    @inline(__always)
    private func candidates(
      ofLeaf index: Int, _ leaf: Leaf, _ origin: EarthCentred, limitMetres: Double, sagittaMetres: Double
    ) -> (lanes: LaneSet, areNear: Bool) {
      let every = LaneSet(first: max(1, Int(leaf.vertexCount) &- 1))
      let seen = origin - leaf.origin
      let reach = Float((limitMetres + sagittaMetres) * 1.000_01) + leaf.extentMetres * 1e-5 + 0.001
      let rise = leaf.extentMetres * 2e-5 + Float(2.01 * sagittaMetres) + 0.002
      var areNear = false
      // A leaf has 27 numbers.
      guard let sketch = sketches.baseAddress?.advanced(by: index &* 27) else { return (every, false) }
      let lanes = eightWideChordsInReach(
        sketch, Float(seen.x), Float(seen.y), Float(seen.z), reach, 1.000_03, rise,
        Float(SegmentDistance.farthestForFrameMetres), &areNear)
      return (LaneSet(bits: lanes).intersection(every), areNear)
    }
  }
}
