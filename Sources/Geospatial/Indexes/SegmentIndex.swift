/// A packed index over the single segments of lines and of polygon rings (and over points, as segments of length zero).
///
/// Runs of up to eight consecutive segments of a line share a leaf; leaves lie along a Hilbert curve in one array and
/// are found through a packed R-tree. Built once, immutable, safe to share between tasks.
///
/// ```swift
/// let index = SegmentIndex(fibre.geometries)
/// let nearest = index.nearest(to: Coordinate(longitude: 103.0, latitude: 21.4))
/// ```
public struct SegmentIndex: Sendable {
  static let segmentsPerLeaf = 8

  private let coordinates: [Coordinate]
  /// The vertices of all leaves, leaf by leaf; neighbouring leaves of a line repeat the vertex they share.
  private let vertices: [EarthCentred]
  private let leaves: [Leaf]
  private let tree: PackedTree

  /// A run of consecutive segments of one feature.
  struct Leaf {
    var feature: Int32
    /// The first of its vertices in `vertices`.
    var firstVertex: Int32
    /// Its first vertex in the coordinates of the column.
    var firstCoordinate: Int32
    var vertexCount: Int32
    /// How far the geodesics may bulge beyond their chords, in **metres**.
    var sagittaMetres: Float
  }

  /// How many segments there are; a lone point counts as one.
  public let segmentCount: Int

  /// An index over all parts of the features for which `includes` is true.
  ///
  /// O(n) in the number of segments, but for one radix sort of the leaves.
  public init(_ column: GeometryColumn, includes: (Int) -> Bool = { _ in true }) {
    let runs = SegmentIndex.runs(of: column, includes: includes)
    let scale = HilbertCurve.Scale(column.boundingBox)
    let keys = column.coordinates.withUnsafeBufferPointer { coordinates in
      runs.map { scale.index(coordinates[Int($0.firstCoordinate) + Int($0.vertexCount) / 2]) }
    }
    let order = RadixSort.order(of: keys)
    var places = [UInt32](repeating: 0, count: runs.count)
    var leaves = runs
    var vertexCount = 0
    for (place, run) in order.enumerated() {
      places[Int(run)] = UInt32(truncatingIfNeeded: place)
      leaves[place] = runs[Int(run)]
      leaves[place].firstVertex = Int32(truncatingIfNeeded: vertexCount)
      vertexCount += Int(leaves[place].vertexCount)
    }
    var boxes = [PackedTree.Box](repeating: PackedTree.Box(), count: runs.count)
    vertices = [EarthCentred](unsafeUninitializedCapacity: vertexCount) { vertices, count in
      column.coordinates.withUnsafeBufferPointer { coordinates in
        // In the order of the column, for to wait for what is read costs more than to write here and there.
        for place in places {
          boxes[Int(place)] = SegmentIndex.placeVertices(of: &leaves[Int(place)], from: coordinates, to: vertices)
        }
      }
      count = vertexCount
    }
    segmentCount = leaves.reduce(0) { $0 + max(1, Int($1.vertexCount) - 1) }
    coordinates = column.coordinates
    self.leaves = leaves
    tree = PackedTree(boxes)
  }

  private static func runs(of column: GeometryColumn, includes: (Int) -> Bool) -> [Leaf] {
    var runs: [Leaf] = []
    for feature in 0..<column.count where includes(feature) {
      for part in column.parts(ofFeature: feature) {
        let range = column.coordinates(ofPart: part)
        var first = range.lowerBound
        repeat {
          let last = min(first + segmentsPerLeaf, range.upperBound - 1)
          runs.append(
            Leaf(
              feature: Int32(truncatingIfNeeded: feature), firstVertex: 0,
              firstCoordinate: Int32(truncatingIfNeeded: first),
              vertexCount: Int32(truncatingIfNeeded: last - first + 1), sagittaMetres: 0))
          first = last
        } while first < range.upperBound - 1
      }
    }
    return runs
  }

  /// Places the vertices of a leaf from its `firstVertex` on, where there is room for them.
  private static func placeVertices(
    of leaf: inout Leaf, from coordinates: UnsafeBufferPointer<Coordinate>,
    to all: UnsafeMutableBufferPointer<EarthCentred>
  ) -> PackedTree.Box {
    let count = Int(leaf.vertexCount)
    let vertices = UnsafeMutableBufferPointer(rebasing: all[Int(leaf.firstVertex)..<(Int(leaf.firstVertex) + count)])
    EarthCentred.place(
      UnsafeBufferPointer(
        rebasing: coordinates[Int(leaf.firstCoordinate)..<(Int(leaf.firstCoordinate) + count)]), in: vertices)
    var longestSquared = 0.0
    for index in 1..<max(1, count) {
      longestSquared = max(longestSquared, (vertices[index] - vertices[index - 1]).lengthSquared)
    }
    let sagitta = SegmentIndex.sagittaMetres(squaredChord: longestSquared)
    leaf.sagittaMetres = Float(sagitta).nextUp
    var box = PackedTree.Box()
    for vertex in vertices { box.include(vertex, margin: sagitta) }
    return box
  }

  /// An upper bound of the height of an arc of the ellipsoid over its chord, in **metres**: `c²/8R` and its next term for
  /// chords to 1,000 km, and `c²/4R`, which holds for all, beyond.
  private static func sagittaMetres(squaredChord: Double) -> Double {
    let radius = Ellipsoid.leastRadiusOfCurvatureMetres
    return squaredChord < 1e12 ? squaredChord / (8 * radius) * 1.01 : squaredChord / (4 * radius)
  }

  // MARK: Questions

  /// The nearest feature within `limitMetres`; of equally near ones the lowest. Nil when there is none.
  public func nearest(to point: Coordinate, within limitMetres: Double = .infinity) -> Neighbour? {
    withSearch { search in search.nearest(to: point, within: limitMetres) }
  }

  /// All features within `limitMetres` of `point`, nearest first, equally near ones by index.
  public func features(within limitMetres: Double, of point: Coordinate) -> [Neighbour] {
    withSearch { search in search.features(within: limitMetres, of: point) }
  }

  /// Lends a search to `body`. Many questions in one search are faster than many searches: each starts from the answer
  /// to the one before.
  public func withSearch<Result, Failure: Error>(
    _ body: (inout Search) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try tree.withView { tree throws(Failure) in
      try vertices.withUnsafeBufferPointer { vertices throws(Failure) in
        try leaves.withUnsafeBufferPointer { leaves throws(Failure) in
          var search = Search(
            walk: TreeSearch(tree), vertices: vertices, leaves: leaves, coordinates: coordinates)
          return try body(&search)
        }
      }
    }
  }

  /// A search through a `SegmentIndex`; valid only inside `withSearch`.
  public struct Search {
    var walk: TreeSearch
    let vertices: UnsafeBufferPointer<EarthCentred>
    let leaves: UnsafeBufferPointer<Leaf>
    let coordinates: [Coordinate]
    /// The leaf and segment of the answer before, a good first bound for a question nearby.
    private var lastLeaf = -1

    init(
      walk: TreeSearch, vertices: UnsafeBufferPointer<EarthCentred>, leaves: UnsafeBufferPointer<Leaf>,
      coordinates: [Coordinate]
    ) {
      self.walk = walk
      self.vertices = vertices
      self.leaves = leaves
      self.coordinates = coordinates
    }

    /// The nearest feature within `limitMetres`; of equally near ones the lowest. Nil when there is none.
    public mutating func nearest(to point: Coordinate, within limitMetres: Double = .infinity) -> Neighbour? {
      let frame = LocalFrame(at: point)
      var best = Neighbour(feature: Int.max, distanceMetres: limitMetres)
      var bestLeaf = -1
      let (leaves, vertices, coordinates) = (leaves, vertices, coordinates)
      if lastLeaf >= 0 {
        Search.improve(&best, &bestLeaf, with: lastLeaf, frame, leaves, vertices, coordinates)
      }
      walk.visit(near: frame.origin, limitMetres: best.distanceMetres + SegmentDistance.errorMetres) { leaf in
        Search.improve(&best, &bestLeaf, with: leaf, frame, leaves, vertices, coordinates)
        return best.distanceMetres + SegmentDistance.errorMetres
      }
      if bestLeaf >= 0 { lastLeaf = bestLeaf }
      return best.feature == Int.max ? nil : best
    }

    @inline(__always)
    private static func improve(
      _ best: inout Neighbour, _ bestLeaf: inout Int, with index: Int, _ frame: LocalFrame,
      _ leaves: UnsafeBufferPointer<Leaf>, _ vertices: UnsafeBufferPointer<EarthCentred>, _ coordinates: [Coordinate]
    ) {
      let leaf = leaves[index]
      forEachDistance(of: leaf, frame, vertices, coordinates, limit: { best.distanceMetres }) { distance in
        let candidate = Neighbour(feature: Int(leaf.feature), distanceMetres: distance)
        if candidate.precedes(best) {
          best = candidate
          bestLeaf = index
        }
      }
    }

    /// All features within `limitMetres`, nearest first, equally near ones by index.
    public mutating func features(within limitMetres: Double, of point: Coordinate) -> [Neighbour] {
      let frame = LocalFrame(at: point)
      var found: [Int: Double] = [:]
      let (leaves, vertices, coordinates) = (leaves, vertices, coordinates)
      walk.visit(near: frame.origin, limitMetres: limitMetres + SegmentDistance.errorMetres) { index in
        let leaf = leaves[index]
        Search.forEachDistance(of: leaf, frame, vertices, coordinates, limit: { limitMetres }) { distance in
          guard distance <= limitMetres else { return }
          found[Int(leaf.feature)] = min(distance, found[Int(leaf.feature)] ?? .infinity)
        }
        return limitMetres + SegmentDistance.errorMetres
      }
      return found.map { Neighbour(feature: $0.key, distanceMetres: $0.value) }.sorted { $0.precedes($1) }
    }

    /// Calls `body` with the distance of each segment of a leaf that may be within `limit`.
    @inline(__always)
    private static func forEachDistance(
      of leaf: Leaf, _ frame: LocalFrame, _ vertices: UnsafeBufferPointer<EarthCentred>, _ coordinates: [Coordinate],
      limit: () -> Double, _ body: (Double) -> Void
    ) {
      let origin = frame.origin
      let sagitta = Double(leaf.sagittaMetres) + SegmentDistance.errorMetres
      let segments = max(1, Int(leaf.vertexCount) - 1)
      var start = vertices[Int(leaf.firstVertex)]
      for segment in 0..<segments {
        let second = leaf.vertexCount > 1 ? segment + 1 : segment
        let end = vertices[Int(leaf.firstVertex) + second]
        // The straight distance to the chord, less the bulge, is never more than the geodesic distance.
        let along = end - start
        let toStart = start - origin
        let lengthSquared = along.lengthSquared
        let foot = lengthSquared > 0 ? max(0, min(1, -toStart.dot(along) / lengthSquared)) : 0
        let reach = limit() + sagitta
        if (toStart + along * foot).lengthSquared <= reach * reach {
          let at = Int(leaf.firstCoordinate)
          body(
            SegmentDistance.metres(from: frame, start, end) {
              (coordinates[at + segment], coordinates[at + second])
            })
        }
        start = end
      }
    }
  }
}
