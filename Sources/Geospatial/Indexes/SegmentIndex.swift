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
  /// The vertices of each leaf again, seen from its first one, in single precision: nine x, nine y, nine z. Where there are
  /// fewer the last one stands again.
  private let sketches: [Float]
  private let tree: PackedTree

  private static let verticesPerSketch = segmentsPerLeaf + 1

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
    /// How far its vertices are from the first one at most, in **metres**, along any axis.
    var extentMetres: Float
    /// Its first vertex once more, so that nothing has to be fetched from where the leaf says before the leaf is there.
    var origin: EarthCentred
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
    var leaves = RadixSort.order(of: keys).map { runs[Int($0)] }
    let vertexCount = leaves.reduce(0) { $0 + Int($1.vertexCount) }
    var boxes: [PackedTree.Box] = []
    boxes.reserveCapacity(leaves.count)
    var sketches: [Float] = []
    sketches.reserveCapacity(leaves.count * 3 * SegmentIndex.verticesPerSketch)
    LargePages.advise(&sketches)
    vertices = [EarthCentred](unsafeUninitializedCapacity: vertexCount) { vertices, count in
      LargePages.advise(vertices.baseAddress, capacity: vertexCount)
      column.coordinates.withUnsafeBufferPointer { coordinates in
        for start in stride(from: 0, to: leaves.count, by: SegmentIndex.leavesPerStep) {
          let step = start..<min(start + SegmentIndex.leavesPerStep, leaves.count)
          SegmentIndex.placeVertices(of: &leaves, step, from: coordinates, to: vertices, from: &count)
          for leaf in step { boxes.append(SegmentIndex.measure(&leaves[leaf], vertices, &sketches)) }
        }
      }
    }
    self.sketches = sketches
    segmentCount = leaves.reduce(0) { $0 + max(1, Int($1.vertexCount) - 1) }
    coordinates = column.coordinates
    self.leaves = leaves
    tree = PackedTree(boxes)
  }

  private static func runs(of column: GeometryColumn, includes: (Int) -> Bool) -> [Leaf] {
    var runs: [Leaf] = []
    runs.reserveCapacity(column.coordinates.count / segmentsPerLeaf + column.partEnds.count)
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
              vertexCount: Int32(truncatingIfNeeded: last - first + 1), sagittaMetres: 0, extentMetres: 0,
              origin: EarthCentred(x: 0, y: 0, z: 0)))
          first = last
        } while first < range.upperBound - 1
      }
    }
    return runs
  }

  /// Leaves that are placed at a time.
  private static let leavesPerStep = 32

  /// Places the vertices of some leaves, one behind the other from place `count` on.
  ///
  /// Leaves lie anywhere in the column, so their coordinates are first brought together: to fetch many from afar at the
  /// same time takes hardly longer than to fetch one.
  private static func placeVertices(
    of leaves: inout [Leaf], _ step: Range<Int>, from coordinates: UnsafeBufferPointer<Coordinate>,
    to vertices: UnsafeMutableBufferPointer<EarthCentred>, from count: inout Int
  ) {
    withUnsafeTemporaryAllocation(of: Coordinate.self, capacity: leavesPerStep * verticesPerSketch) { gathered in
      var total = 0
      for leaf in step {
        leaves[leaf].firstVertex = Int32(truncatingIfNeeded: count + total)
        let first = Int(leaves[leaf].firstCoordinate)
        for index in first..<(first + Int(leaves[leaf].vertexCount)) {
          gathered.initializeElement(at: total, to: coordinates[index])
          total += 1
        }
      }
      EarthCentred.place(
        UnsafeBufferPointer(rebasing: gathered[..<total]),
        in: UnsafeMutableBufferPointer(rebasing: vertices[count..<(count + total)]))
      count += total
    }
  }

  /// Measures a leaf whose vertices are placed: how far its arcs bulge, its box, and its sketch, which is appended.
  @inline(__always)
  private static func measure(
    _ leaf: inout Leaf, _ all: UnsafeMutableBufferPointer<EarthCentred>, _ sketches: inout [Float]
  ) -> PackedTree.Box {
    let count = Int(leaf.vertexCount)
    let vertices = UnsafeMutableBufferPointer(rebasing: all[Int(leaf.firstVertex)..<(Int(leaf.firstVertex) + count)])
    let first = vertices[0]
    var longestSquared = 0.0
    var (least, greatest) = (first, first)
    withUnsafeTemporaryAllocation(of: Float.self, capacity: 3 * verticesPerSketch) { sketch in
      var before = first
      var extent: Float = 0
      for slot in 0..<verticesPerSketch {
        let vertex = vertices[min(slot, count - 1)]
        longestSquared = max(longestSquared, (vertex - before).lengthSquared)
        before = vertex
        least = EarthCentred(x: min(least.x, vertex.x), y: min(least.y, vertex.y), z: min(least.z, vertex.z))
        greatest = EarthCentred(
          x: max(greatest.x, vertex.x), y: max(greatest.y, vertex.y), z: max(greatest.z, vertex.z))
        let offset = vertex - first
        let (x, y, z) = (Float(offset.x), Float(offset.y), Float(offset.z))
        sketch.initializeElement(at: slot, to: x)
        sketch.initializeElement(at: slot + verticesPerSketch, to: y)
        sketch.initializeElement(at: slot + 2 * verticesPerSketch, to: z)
        extent = max(extent, max(abs(x), max(abs(y), abs(z))))
      }
      (leaf.extentMetres, leaf.origin) = (extent, first)
      sketches.append(contentsOf: sketch)
    }
    let sagitta = SegmentIndex.sagittaMetres(squaredChord: longestSquared)
    leaf.sagittaMetres = Float(sagitta).nextUp
    var box = PackedTree.Box()
    box.include(least, margin: sagitta)
    box.include(greatest, margin: sagitta)
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
          try sketches.withUnsafeBufferPointer { sketches throws(Failure) in
            try coordinates.withUnsafeBufferPointer { coordinates throws(Failure) in
              let ground = Ground(vertices: vertices, leaves: leaves, sketches: sketches, coordinates: coordinates)
              var search = Search(walk: TreeSearch(tree), ground: ground)
              defer { search.walk.free() }
              return try body(&search)
            }
          }
        }
      }
    }
  }

  /// A search through a `SegmentIndex`; valid only inside `withSearch`.
  public struct Search {
    var walk: TreeSearch
    let ground: Ground
    /// The leaf and segment of the answer before, a good first bound for a question nearby.
    private var lastLeaf = -1

    init(walk: TreeSearch, ground: Ground) {
      self.walk = walk
      self.ground = ground
    }

    /// The nearest feature within `limitMetres`; of equally near ones the lowest. Nil when there is none.
    public mutating func nearest(to point: Coordinate, within limitMetres: Double = .infinity) -> Neighbour? {
      let frame = LocalFrame(at: point)
      var best = Neighbour(feature: Int.max, distanceMetres: limitMetres)
      var bestLeaf = -1
      let ground = ground
      let known = lastLeaf
      if known >= 0 { ground.improve(&best, &bestLeaf, with: known, frame) }
      walk.visit(near: frame.origin, limitMetres: best.distanceMetres + SegmentDistance.errorMetres) { leaf in
        // Nothing nearer was left out where it was looked at without a limit.
        if leaf != known { ground.improve(&best, &bestLeaf, with: leaf, frame) }
        return best.distanceMetres + SegmentDistance.errorMetres
      }
      if bestLeaf >= 0 { lastLeaf = bestLeaf }
      return best.feature == Int.max ? nil : best
    }

    /// All features within `limitMetres`, nearest first, equally near ones by index.
    public mutating func features(within limitMetres: Double, of point: Coordinate) -> [Neighbour] {
      let frame = LocalFrame(at: point)
      var found: [Int: Double] = [:]
      let ground = ground
      walk.visit(near: frame.origin, limitMetres: limitMetres + SegmentDistance.errorMetres) { index in
        let feature = Int(ground.leaves[index].feature)
        ground.forEachDistance(ofLeaf: index, frame, limit: { limitMetres }) { distance in
          guard distance <= limitMetres else { return }
          found[feature] = min(distance, found[feature] ?? .infinity)
        }
        return limitMetres + SegmentDistance.errorMetres
      }
      return found.map { Neighbour(feature: $0.key, distanceMetres: $0.value) }.sorted { $0.precedes($1) }
    }
  }
}
