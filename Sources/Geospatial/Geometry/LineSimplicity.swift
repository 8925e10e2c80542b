/// Whether a line passes a point twice. A simple line does not, but for one that ends where it starts (OGC 06-103r4,
/// section 6.1.6).
public enum LineSimplicity {
  /// The first place where a line crosses, touches or retraces itself, by its segments; nil for a simple line.
  ///
  /// Segments are straight in longitude and latitude; repeated positions count once; the decision is exact, the place
  /// is rounded. O(n log n) for lines that do not fill their box, O(n) for those that always go one way.
  ///
  /// - Parameters:
  ///   - line: the line's place in `coordinates`.
  ///   - coordinates: the coordinates of a column.
  public static func firstSelfCrossing(ofLine line: Range<Int>, in coordinates: [Coordinate]) -> Coordinate? {
    var vertices: [Coordinate] = []
    vertices.reserveCapacity(line.count)
    for index in line where vertices.last != coordinates[index] { vertices.append(coordinates[index]) }
    guard vertices.count > 2, !goesOneWay(vertices, \.longitude), !goesOneWay(vertices, \.latitude) else { return nil }
    return Sweep(vertices).firstCrossing
  }

  /// Whether one of the two numbers only grows or only shrinks; such a line cannot come back to itself.
  private static func goesOneWay(_ vertices: [Coordinate], _ axis: KeyPath<Coordinate, Double>) -> Bool {
    let isLongitude = axis == \Coordinate.longitude
    var (grows, shrinks) = (true, true)
    var last = isLongitude ? vertices[0].longitude : vertices[0].latitude
    for vertex in vertices.dropFirst() {
      let next = isLongitude ? vertex.longitude : vertex.latitude
      if next <= last { grows = false }
      if next >= last { shrinks = false }
      if !grows, !shrinks { return false }
      last = next
    }
    return true
  }
}

/// The segments of a line in the order of their lower ends along the longer side of the line's box.
private struct Sweep {
  private let vertices: [Coordinate]
  private let isClosed: Bool
  private let segments: [Segment]

  private struct Segment {
    var first: Int
    var low: Double
    var high: Double
  }

  init(_ vertices: [Coordinate]) {
    self.vertices = vertices
    isClosed = vertices.first == vertices.last
    let box = vertices.reduce(into: BoundingBox.empty) { $0.include($1) }
    let isWide = box.east - box.west > box.north - box.south
    segments = vertices.indices.dropLast().map { index in
      let (a, b) = (vertices[index], vertices[index + 1])
      return isWide
        ? Segment(first: index, low: min(a.longitude, b.longitude), high: max(a.longitude, b.longitude))
        : Segment(first: index, low: min(a.latitude, b.latitude), high: max(a.latitude, b.latitude))
    }.sorted { ($0.low, $0.first) < ($1.low, $1.first) }
  }

  /// The place of the crossing whose segments come first along the line.
  var firstCrossing: Coordinate? {
    var best: (first: Int, second: Int, place: Coordinate)?
    for (rank, segment) in segments.enumerated() {
      for other in segments[(rank + 1)...] {
        if other.low > segment.high { break }
        let (first, second) = (min(segment.first, other.first), max(segment.first, other.first))
        if let best, (best.first, best.second) <= (first, second) { continue }
        if let place = meeting(first, second) { best = (first, second, place) }
      }
    }
    return best?.place
  }

  /// Where two segments meet other than as neighbours do.
  private func meeting(_ first: Int, _ second: Int) -> Coordinate? {
    let (a, b) = (vertices[first], vertices[first + 1])
    let (c, d) = (vertices[second], vertices[second + 1])
    if max(a.longitude, b.longitude) < min(c.longitude, d.longitude)
      || max(c.longitude, d.longitude) < min(a.longitude, b.longitude)
      || max(a.latitude, b.latitude) < min(c.latitude, d.latitude)
      || max(c.latitude, d.latitude) < min(a.latitude, b.latitude)
    {
      return nil
    }
    if second == first + 1 { return turnsBack(a, b, d) ? b : nil }
    if isClosed, first == 0, second == vertices.count - 2 { return turnsBack(b, a, c) ? a : nil }
    let (signC, signD) = (Orientation.sign(a, b, c), Orientation.sign(a, b, d))
    if signC == signD, signC != 0 { return nil }
    let (signA, signB) = (Orientation.sign(c, d, a), Orientation.sign(c, d, b))
    if signA == signB, signA != 0 { return nil }
    if signA == 0 { return isBetween(a, c, d) ? a : b }
    if signB == 0 { return b }
    if signC == 0 { return c }
    if signD == 0 { return d }
    return crossing(a, b, c, d)
  }

  /// Whether a line from `a` to `b` goes on to `c` over its own ground.
  private func turnsBack(_ a: Coordinate, _ b: Coordinate, _ c: Coordinate) -> Bool {
    guard Orientation.sign(a, b, c) == 0 else { return false }
    return (a.longitude - b.longitude) * (c.longitude - b.longitude) + (a.latitude - b.latitude)
      * (c.latitude - b.latitude) > 0
  }

  private func isBetween(_ point: Coordinate, _ a: Coordinate, _ b: Coordinate) -> Bool {
    var box = BoundingBox.empty
    box.include(a)
    box.include(b)
    return box.contains(point)
  }

  private func crossing(_ a: Coordinate, _ b: Coordinate, _ c: Coordinate, _ d: Coordinate) -> Coordinate {
    let (abX, abY) = (b.longitude - a.longitude, b.latitude - a.latitude)
    let (cdX, cdY) = (d.longitude - c.longitude, d.latitude - c.latitude)
    let determinant = abX * cdY - abY * cdX
    // Segments that cross are not parallel, but their determinant may still round to nothing.
    guard determinant != 0 else { return a }
    let part = ((c.longitude - a.longitude) * cdY - (c.latitude - a.latitude) * cdX) / determinant
    return Coordinate(longitude: a.longitude + part * abX, latitude: a.latitude + part * abY)
  }
}
