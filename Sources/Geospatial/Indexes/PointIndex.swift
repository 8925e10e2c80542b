/// A packed index over points: towers, access points, villages. Distances are Karney's, to the last micrometre.
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
      var search = Search(walk: TreeSearch(tree), index: self)
      return try body(&search)
    }
  }

  /// A search through a `PointIndex`; valid only inside `withSearch`.
  public struct Search {
    var walk: TreeSearch
    let index: PointIndex
    private var last = -1

    init(walk: TreeSearch, index: PointIndex) {
      self.walk = walk
      self.index = index
    }

    /// The nearest feature within `limitMetres`; of equally near ones the lowest. Nil when there is none.
    public mutating func nearest(to point: Coordinate, within limitMetres: Double = .infinity) -> Neighbour? {
      let frame = LocalFrame(at: point)
      var best = Neighbour(feature: Int.max, distanceMetres: limitMetres)
      var bestPoint = -1
      let index = index
      if last >= 0 { index.improve(&best, &bestPoint, with: last, frame) }
      walk.visit(near: frame.origin, limitMetres: index.limit(best)) { leaf in
        let start = leaf * PointIndex.pointsPerLeaf
        for candidate in start..<min(start + PointIndex.pointsPerLeaf, index.count) {
          index.improve(&best, &bestPoint, with: candidate, frame)
        }
        return index.limit(best)
      }
      if bestPoint >= 0 { last = bestPoint }
      return best.feature == Int.max ? nil : best
    }

    /// All features within `limitMetres`, nearest first, equally near ones by index.
    public mutating func features(within limitMetres: Double, of point: Coordinate) -> [Neighbour] {
      let frame = LocalFrame(at: point)
      var found: [Int: Double] = [:]
      let index = index
      let limit = limitMetres + index.greatestReachMetres + SegmentDistance.errorMetres
      walk.visit(near: frame.origin, limitMetres: limit) { leaf in
        let start = leaf * PointIndex.pointsPerLeaf
        for candidate in start..<min(start + PointIndex.pointsPerLeaf, index.count) {
          let distance = index.distance(frame.coordinate, candidate)
          guard distance <= limitMetres else { continue }
          let feature = Int(index.features[candidate])
          found[feature] = min(distance, found[feature] ?? .infinity)
        }
        return limit
      }
      return found.map { Neighbour(feature: $0.key, distanceMetres: $0.value) }.sorted { $0.precedes($1) }
    }
  }

  /// How far the walk must look to beat `best`, in **metres**.
  @inline(__always)
  private func limit(_ best: Neighbour) -> Double {
    best.distanceMetres + greatestReachMetres + SegmentDistance.errorMetres
  }

  @inline(__always)
  private func distance(_ point: Coordinate, _ candidate: Int) -> Double {
    let distance = Geodesic.distance(point, coordinates[candidate])
    return reaches.isEmpty ? distance : max(0, distance - reaches[candidate])
  }

  @inline(__always)
  private func improve(_ best: inout Neighbour, _ bestPoint: inout Int, with candidate: Int, _ frame: LocalFrame) {
    // The straight distance is never more than the geodesic one, so most candidates need no geodesic.
    let reach = best.distanceMetres + (reaches.isEmpty ? 0 : reaches[candidate]) + SegmentDistance.errorMetres
    guard (positions[candidate] - frame.origin).lengthSquared <= reach * reach else { return }
    let found = Neighbour(feature: Int(features[candidate]), distanceMetres: distance(frame.coordinate, candidate))
    if found.precedes(best) {
      best = found
      bestPoint = candidate
    }
  }
}
