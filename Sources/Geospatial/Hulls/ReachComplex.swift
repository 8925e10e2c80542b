/// Positions with the edges and triangles between those within reach of each other: of the Delaunay triangulation the edges
/// no longer than the reach, and the triangles all of whose sides are.
///
/// The triangles are the *alpha complex* of H. Edelsbrunner, D. Kirkpatrick and R. Seidel (*On the shape of a set of points
/// in the plane*, 1983) with the length of sides for its measure, as in the characteristic shape of M. Duckham, L. Kulik,
/// M. Worboys and A. Galton (*Efficient generation of simple polygons for characterizing the shape of a set of points in
/// the plane*, 2008), but with holes where positions stand around ground that none is near to.
struct ReachComplex {
  /// An edge between two positions, by their places, the lower first.
  struct Edge: Hashable {
    var a: Int32
    var b: Int32

    init(_ a: Int, _ b: Int) {
      self.a = Int32(truncatingIfNeeded: min(a, b))
      self.b = Int32(truncatingIfNeeded: max(a, b))
    }
  }

  /// The triangles, by the places of their corners.
  private(set) var triangles: [(Int, Int, Int)] = []
  /// The edges that do not have a triangle on each side, in order.
  private(set) var outerEdges: [Edge] = []
  /// The edges with a triangle on each side, in order.
  private(set) var innerEdges: [Edge] = []
  /// The positions on outer edges and those of no edge, ascending; of positions in one place the first.
  private(set) var outerVertices: [Int] = []

  /// The complex of `coordinates` with a reach of `reachMetres` **metres**.
  ///
  /// `links` are pairs of positions within reach that join all of them; those that are needed to make the complex as
  /// connected as they are, which is where positions stand on one line, are added to its edges. O(n log n).
  ///
  /// - Throws: `GEOSError` when GEOS cannot triangulate.
  init(
    _ coordinates: [Coordinate], links: [(Int, Int)], reachMetres: Double, in context: GEOSContext
  ) throws {
    let shared = Self.firstAtPlace(coordinates)
    var sides: [Edge: Int] = [:]
    var short: [Edge: Bool] = [:]
    func isShort(_ edge: Edge) -> Bool {
      if let known = short[edge] { return known }
      let isShort = Geodesic.distance(coordinates[Int(edge.a)], coordinates[Int(edge.b)]) <= reachMetres
      short[edge] = isShort
      return isShort
    }
    for (a, b, c) in try Self.delaunayTriangles(coordinates, shared, in: context) {
      let edges = [Edge(a, b), Edge(b, c), Edge(c, a)]
      for edge in edges where isShort(edge) { sides[edge, default: 0] += 0 }
      guard edges.allSatisfy(isShort) else { continue }
      triangles.append((a, b, c))
      for edge in edges { sides[edge, default: 0] += 1 }
    }
    Self.join(&sides, links.map { Edge(shared[$0.0], shared[$0.1]) }, count: coordinates.count)
    let edges = sides.keys.sorted { ($0.a, $0.b) < ($1.a, $1.b) }
    outerEdges = edges.filter { (sides[$0] ?? 0) < 2 }
    innerEdges = edges.filter { (sides[$0] ?? 0) >= 2 }
    var isInner = shared.indices.map { shared[$0] != $0 }
    for edge in sides.keys { (isInner[Int(edge.a)], isInner[Int(edge.b)]) = (true, true) }
    for edge in outerEdges { (isInner[Int(edge.a)], isInner[Int(edge.b)]) = (false, false) }
    outerVertices = shared.indices.filter { !isInner[$0] }
  }

  /// For each position the first one in the same place.
  private static func firstAtPlace(_ coordinates: [Coordinate]) -> [Int] {
    var first: [Coordinate: Int] = [:]
    return coordinates.enumerated().map { position, coordinate in
      if let known = first[coordinate] { return known }
      first[coordinate] = position
      return position
    }
  }

  /// The Delaunay triangles by positions; none for fewer than three places.
  private static func delaunayTriangles(
    _ coordinates: [Coordinate], _ shared: [Int], in context: GEOSContext
  ) throws -> [(Int, Int, Int)] {
    let plane = StereographicPlane(around: coordinates)
    var positions: [Coordinate: Int] = [:]
    var points = GeometryColumn()
    for (position, coordinate) in coordinates.enumerated() where shared[position] == position {
      guard let place = plane.place(coordinate), positions[place] == nil else { continue }
      positions[place] = position
      points.append(place)
      points.closePart(.point)
    }
    points.closeFeature()
    guard positions.count > 2 else { return [] }
    var column = GeometryColumn()
    try GEOSGeometry(feature: 0, of: points, in: context).delaunayTriangles().append(to: &column)
    return column.parts(ofFeature: 0).compactMap { part in
      let ring = column.coordinates[column.coordinates(ofPart: part)]
      let corners = ring.prefix(3).compactMap { positions[$0] }
      guard ring.count == 4, corners.count == 3 else { return nil }
      return (corners[0], corners[1], corners[2])
    }
  }

  /// Adds those of `links` to the edges that join what they leave apart.
  private static func join(_ sides: inout [Edge: Int], _ links: [Edge], count: Int) {
    var sets = DisjointSets(count: count)
    for edge in sides.keys { sets.join(Int(edge.a), Int(edge.b)) }
    for link in links where link.a != link.b && sets.join(Int(link.a), Int(link.b)) { sides[link, default: 0] += 0 }
  }
}
