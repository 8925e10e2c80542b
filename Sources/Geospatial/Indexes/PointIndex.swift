/// A packed index over points: towers, access points, villages. Distances are Karney's, to a tenth of a micrometre.
///
/// Built once, immutable, safe to share between tasks.
public struct PointIndex: Sendable {
  static let pointsPerLeaf = 8

  private let coordinates: [Coordinate]
  private let positions: [EarthCentred]
  private let features: [Int32]
  private let reaches: [Double]
  private let greatestReachMetres: Double
  private let tree: PackedTree

  /// How many points there are.
  public var count: Int { coordinates.count }

  /// An index over the points of the features for which `includes` is true. Other parts of the features are passed over.
  ///
  /// `reachMetres`, where given, has one entry per feature of the column: how far the feature's own service reaches, in
  /// **metres**; distances then count from the edge of the reach and are 0 inside.
  public init(
    _ column: GeometryColumn, reachMetres: [Double]? = nil, includes: (Int) -> Bool = { _ in true }
  ) {
    var points: [(coordinate: Coordinate, feature: Int32)] = []
    for feature in 0..<column.count where includes(feature) {
      for part in column.parts(ofFeature: feature) where column.partKinds[part] == .point {
        for index in column.coordinates(ofPart: part) {
          points.append((column.coordinates[index], Int32(truncatingIfNeeded: feature)))
        }
      }
    }
    let order = HilbertCurve.order(of: points.map(\.coordinate), in: column.boundingBox)
    coordinates = order.map { points[Int($0)].coordinate }
    features = order.map { points[Int($0)].feature }
    positions = coordinates.map { EarthCentred($0) }
    reaches = reachMetres.map { reach in order.map { reach[Int(points[Int($0)].feature)] } } ?? []
    greatestReachMetres = reaches.max() ?? 0
    var boxes: [PackedTree.Box] = []
    for start in stride(from: 0, to: positions.count, by: PointIndex.pointsPerLeaf) {
      var box = PackedTree.Box()
      for index in start..<min(start + PointIndex.pointsPerLeaf, positions.count) { box.include(positions[index]) }
      boxes.append(box)
    }
    tree = PackedTree(boxes)
  }

  /// The nearest feature within `limitMetres`; of equally near ones the lowest. Nil when there is none.
  public func nearest(to point: Coordinate, within limitMetres: Double = .infinity) -> Neighbour? {
    withSearch { search in search.nearest(to: point, within: limitMetres) }
  }

  /// All features within `limitMetres` of `point`, nearest first, equally near ones by index.
  public func features(within limitMetres: Double, of point: Coordinate) -> [Neighbour] {
    withSearch { search in search.features(within: limitMetres, of: point) }
  }

  /// Lends a search to `body`. Many questions in one search are faster than many searches.
  public func withSearch<Result, Failure: Error>(
    _ body: (inout Search) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try tree.withView { tree throws(Failure) in
      try coordinates.withUnsafeBufferPointer { coordinates throws(Failure) in
        try positions.withUnsafeBufferPointer { positions throws(Failure) in
          try features.withUnsafeBufferPointer { features throws(Failure) in
            try reaches.withUnsafeBufferPointer { reaches throws(Failure) in
              let ground = Ground(
                coordinates: coordinates, positions: positions, features: features, reaches: reaches,
                greatestReachMetres: greatestReachMetres)
              var search = Search(walk: TreeSearch(tree), ground: ground)
              defer { search.walk.free() }
              return try body(&search)
            }
          }
        }
      }
    }
  }

  /// A search through a `PointIndex`; valid only inside `withSearch`.
  public struct Search {
    var walk: TreeSearch
    let ground: Ground
    /// The point of the answer before, a good first bound for a question nearby.
    private var last = -1
    /// The points that may be nearest, kept between questions so that none allocates.
    private var rivals: [(point: Int, distance: Double)] = []

    init(walk: TreeSearch, ground: Ground) {
      self.walk = walk
      self.ground = ground
    }

    /// The nearest feature within `limitMetres`; of equally near ones the lowest. Nil when there is none.
    ///
    /// The walk goes by the local frame, which is right to a tenth of a millimetre; of the points that are nearest to
    /// within a millimetre, nearly always one, those beyond its most exact reach are measured by Karney's method.
    public mutating func nearest(to point: Coordinate, within limitMetres: Double = .infinity) -> Neighbour? {
      let frame = LocalFrame(at: point)
      let ground = ground
      let margin = Ground.frameMarginMetres
      var least = limitMetres
      // Taken out, for an array that stands in two places is copied when it changes.
      var rivals: [(point: Int, distance: Double)] = []
      swap(&rivals, &self.rivals)
      rivals.removeAll(keepingCapacity: true)
      @inline(__always)
      func look(at candidate: Int) {
        let distance = ground.frameDistance(frame, candidate, limitMetres: least + margin)
        guard distance <= least + margin else { return }
        least = min(least, distance)
        rivals.append((candidate, distance))
      }
      if last >= 0 { look(at: last) }
      let known = last
      walk.visit(near: frame.origin, limitMetres: least + ground.greatestReachMetres + margin) { leaf in
        let start = leaf * PointIndex.pointsPerLeaf
        for candidate in start..<min(start + PointIndex.pointsPerLeaf, ground.count) where candidate != known {
          look(at: candidate)
        }
        return least + ground.greatestReachMetres + margin
      }
      var best = Neighbour(feature: Int.max, distanceMetres: limitMetres)
      for rival in rivals where rival.distance <= least + margin {
        let reach = ground.reaches.isEmpty ? 0 : ground.reaches[rival.point]
        let isExact = rival.distance + reach <= Ground.exactFrameMetres
        let found = Neighbour(
          feature: Int(ground.features[rival.point]),
          distanceMetres: isExact ? rival.distance : ground.distance(point, rival.point))
        guard found.distanceMetres <= limitMetres, best.feature == Int.max || found.precedes(best) else { continue }
        best = found
        last = rival.point
      }
      self.rivals = rivals
      return best.feature == Int.max ? nil : best
    }

    /// All features within `limitMetres`, nearest first, equally near ones by index.
    public mutating func features(within limitMetres: Double, of point: Coordinate) -> [Neighbour] {
      let frame = LocalFrame(at: point)
      var found: [Int: Double] = [:]
      let ground = ground
      let limit = limitMetres + ground.greatestReachMetres + SegmentDistance.errorMetres
      walk.visit(near: frame.origin, limitMetres: limit) { leaf in
        let start = leaf * PointIndex.pointsPerLeaf
        for candidate in start..<min(start + PointIndex.pointsPerLeaf, ground.count) {
          let distance = ground.distance(frame.coordinate, candidate)
          guard distance <= limitMetres else { continue }
          let feature = Int(ground.features[candidate])
          found[feature] = min(distance, found[feature] ?? .infinity)
        }
        return limit
      }
      return found.map { Neighbour(feature: $0.key, distanceMetres: $0.value) }.sorted { $0.precedes($1) }
    }
  }

  /// What an index searches, as pointers; valid only inside `withSearch`.
  struct Ground {
    let coordinates: UnsafeBufferPointer<Coordinate>
    let positions: UnsafeBufferPointer<EarthCentred>
    let features: UnsafeBufferPointer<Int32>
    let reaches: UnsafeBufferPointer<Double>
    let greatestReachMetres: Double

    var count: Int { coordinates.count }

    @inline(__always)
    func distance(_ point: Coordinate, _ candidate: Int) -> Double {
      let distance = Geodesic.distance(point, coordinates[candidate])
      return reaches.isEmpty ? distance : max(0, distance - reaches[candidate])
    }

    /// More than the local frame is ever off, in **metres**, up to 50 km.
    static let frameMarginMetres = 0.001

    /// Up to this, in **metres**, the local frame is off by less than a tenth of a micrometre: 32 nanometres for the term
    /// that it neglects, and the rounding of numbers as large as the earth.
    static let exactFrameMetres = 10_000.0

    /// The distance by the local frame, or beyond its reach by Karney's method; infinite when certainly past the limit.
    @inline(__always)
    func frameDistance(_ frame: LocalFrame, _ candidate: Int, limitMetres: Double) -> Double {
      let reach = reaches.isEmpty ? 0 : reaches[candidate]
      let chord = positions[candidate] - frame.origin
      let squared = chord.lengthSquared
      // The straight distance is never more than the geodesic one.
      guard squared <= (limitMetres + reach) * (limitMetres + reach) else { return .infinity }
      guard squared <= SegmentDistance.farthestForFrameMetres * SegmentDistance.farthestForFrameMetres else {
        return distance(frame.coordinate, candidate)
      }
      return max(0, frame.surfaceDistance(chord: chord) - reach)
    }
  }
}
