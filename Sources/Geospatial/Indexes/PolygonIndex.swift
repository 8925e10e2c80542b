/// A packed index over polygons that finds those that hold a point. A point on a border is inside; the test is exact.
///
/// The polygons are found through their boxes in eight-wide nodes; the edges of each lie in bands of latitude, so that a
/// test looks at a handful of them. Edges are straight in longitude and latitude (RFC 7946, section 3.1.1). Polygons
/// should be valid and, if they cross the antimeridian, unwrapped (`GeometryColumn.unwrapPolygons`).
public struct PolygonIndex: Sendable {
  private let coordinates: [Coordinate]
  private let polygons: [Polygon]
  /// Where the edges of each band start in `edges`; the bands of a polygon stand together, with one entry past the last.
  private let bandStarts: [Int]
  /// Edges by the index of their first coordinate.
  private let edges: [Int32]
  private let tree: PlanarTree
  private let isWrapped: Bool
  /// Answers for the lowest feature where there is one.
  private var raster: PolygonRaster?

  fileprivate struct Polygon {
    var feature: Int32
    var firstBand: Int32
    var bands: LatitudeBands
  }

  /// How many polygons there are; a MultiPolygon counts each of its own.
  public var count: Int { polygons.count }

  /// An index over the polygons of the features for which `includes` is true. Other parts are passed over.
  public init(_ column: GeometryColumn, includes: (Int) -> Bool = { _ in true }) {
    var shapes: [(feature: Int32, parts: Range<Int>, box: BoundingBox)] = []
    for feature in 0..<column.count where includes(feature) {
      for parts in column.polygons(ofFeature: feature) {
        var box = BoundingBox.empty
        for index in column.coordinates(ofPart: parts.lowerBound) { box.include(column.coordinates[index]) }
        shapes.append((Int32(truncatingIfNeeded: feature), parts, box))
      }
    }
    let whole = shapes.reduce(into: BoundingBox.empty) { $0.include($1.box) }
    let scale = HilbertCurve.Scale(whole)
    let keys = shapes.map { shape in
      scale.index(
        Coordinate(longitude: (shape.box.west + shape.box.east) / 2, latitude: (shape.box.south + shape.box.north) / 2))
    }
    shapes = RadixSort.order(of: keys).map { shapes[Int($0)] }
    var builder = BandBuilder()
    builder.edges.reserveCapacity(column.coordinates.count * 2)
    LargePages.advise(&builder.edges)
    polygons = column.coordinates.withUnsafeBufferPointer { coordinates in
      shapes.map { shape in
        let rings = shape.parts.map { column.coordinates(ofPart: $0) }
        let polygon = Polygon(
          feature: shape.feature, firstBand: Int32(truncatingIfNeeded: builder.starts.count),
          bands: LatitudeBands(shape.box, rings: rings, coordinates, touched: &builder.touched))
        builder.append(rings: rings, polygon.bands.count)
        return polygon
      }
    }
    coordinates = column.coordinates
    bandStarts = builder.starts
    edges = builder.edges
    tree = PlanarTree(shapes.map(\.box))
    // 180 and -180 are one meridian.
    isWrapped = !whole.isEmpty && (whole.west <= -180 || whole.east >= 180)
  }

  /// The same index with a raster of the same polygons, which makes ``lowestFeature(containing:)`` faster and changes no
  /// answer.
  public func with(_ raster: PolygonRaster?) -> PolygonIndex {
    var index = self
    index.raster = raster
    return index
  }

  /// The lowest feature that holds `point`; nil when none does.
  public func lowestFeature(containing point: Coordinate) -> Int? {
    withSearch { search in search.lowestFeature(containing: point) }
  }

  /// All features that hold `point`, in their order.
  public func features(containing point: Coordinate) -> [Int] {
    withSearch { search in search.features(containing: point) }
  }

  /// Lends a search to `body`. Many questions in one search are faster than many searches.
  public func withSearch<Result, Failure: Error>(
    _ body: (inout Search) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try tree.withView { tree throws(Failure) in
      try coordinates.withUnsafeBufferPointer { coordinates throws(Failure) in
        try edges.withUnsafeBufferPointer { edges throws(Failure) in
          try polygons.withUnsafeBufferPointer { polygons throws(Failure) in
            try bandStarts.withUnsafeBufferPointer { bandStarts throws(Failure) in
              var search = Search(
                tree: tree, coordinates: coordinates, edges: edges, polygons: polygons, bandStarts: bandStarts,
                isWrapped: isWrapped, raster: nil)
              guard let raster else { return try body(&search) }
              return try raster.withView { raster throws(Failure) in
                search.raster = raster
                return try body(&search)
              }
            }
          }
        }
      }
    }
  }

  /// A search through a `PolygonIndex`; valid only inside `withSearch`.
  public struct Search {
    fileprivate var tree: PlanarTree.View
    fileprivate let coordinates: UnsafeBufferPointer<Coordinate>
    fileprivate let edges: UnsafeBufferPointer<Int32>
    fileprivate let polygons: UnsafeBufferPointer<Polygon>
    fileprivate let bandStarts: UnsafeBufferPointer<Int>
    fileprivate let isWrapped: Bool
    fileprivate var raster: PolygonRaster.View?

    /// The lowest feature that holds `point`; nil when none does.
    public mutating func lowestFeature(containing point: Coordinate) -> Int? {
      if let raster { return lowestFeature(containing: point, raster) }
      var lowest = Int.max
      // Only a polygon of a lower feature than the one found can change the answer.
      forEachPolygon(containing: point, where: { $0 < lowest }, { lowest = $0 })
      return lowest == Int.max ? nil : lowest
    }

    @inline(__always)
    private func lowestFeature(containing point: Coordinate, _ raster: PolygonRaster.View) -> Int? {
      var found = raster.lowestFeature(containing: point, coordinates)
      if isWrapped {
        for turn in [360.0, -360] {
          let turned = Coordinate(longitude: point.longitude + turn, latitude: point.latitude)
          let other = raster.lowestFeature(containing: turned, coordinates)
          if other >= 0, found < 0 || other < found { found = other }
        }
      }
      return found < 0 ? nil : found
    }

    /// All features that hold `point`, in their order.
    public mutating func features(containing point: Coordinate) -> [Int] {
      var found = Set<Int>()
      forEachPolygon(containing: point, where: { !found.contains($0) }, { found.insert($0) })
      return found.sorted()
    }

    /// Calls `body` with the features of the polygons that hold the point, of those for which `matters` is true.
    @inline(__always)
    private mutating func forEachPolygon(
      containing point: Coordinate, where matters: (Int) -> Bool, _ body: (Int) -> Void
    ) {
      visit(point, matters, body)
      guard isWrapped else { return }
      visit(Coordinate(longitude: point.longitude + 360, latitude: point.latitude), matters, body)
      visit(Coordinate(longitude: point.longitude - 360, latitude: point.latitude), matters, body)
    }

    @inline(__always)
    private mutating func visit(_ point: Coordinate, _ matters: (Int) -> Bool, _ body: (Int) -> Void) {
      let (coordinates, edges, polygons, bandStarts) = (coordinates, edges, polygons, bandStarts)
      tree.visit(holding: point) { index in
        let polygon = polygons[index]
        guard matters(Int(polygon.feature)) else { return }
        let band = Int(polygon.firstBand) + polygon.bands.band(of: point.latitude)
        var rule = EvenOddRule(point)
        for slot in bandStarts[band]..<bandStarts[band + 1] {
          let edge = Int(edges[slot])
          if rule.meets(coordinates[edge], coordinates[edge + 1]) {
            body(Int(polygon.feature))
            return
          }
        }
        if rule.isInside { body(Int(polygon.feature)) }
      }
    }
  }

  /// The edges of polygons sorted into bands of latitude, as they are added.
  private struct BandBuilder {
    var starts: [Int] = []
    var edges: [Int32] = []
    /// The bands of each edge of the polygon that comes next.
    var touched: [LatitudeBands.EdgeBands] = []
    private var ends: [Int] = []

    mutating func append(rings: [Range<Int>], _ bandCount: Int) {
      let edgeCount = rings.reduce(0) { $0 + max(0, $1.count - 1) }
      ends.removeAll(keepingCapacity: true)
      ends.append(contentsOf: repeatElement(0, count: bandCount + 1))
      for bands in touched[..<edgeCount] { for band in bands.first...bands.last { ends[Int(band) + 1] += 1 } }
      ends[0] = edges.count
      for band in 0..<bandCount { ends[band + 1] += ends[band] }
      starts.append(contentsOf: ends)
      edges.append(contentsOf: repeatElement(0, count: ends[bandCount] - edges.count))
      edges.withUnsafeMutableBufferPointer { edges in
        var number = 0
        for ring in rings {
          for edge in ring.dropLast() {
            for band in touched[number].first...touched[number].last {
              edges[ends[Int(band)]] = Int32(truncatingIfNeeded: edge)
              ends[Int(band)] += 1
            }
            number += 1
          }
        }
      }
    }
  }
}
