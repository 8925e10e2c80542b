import Geospatial
import Glibc

/// Checks on the lines of a layer as a network: do they meet where they should, and all hang together.
public enum NetworkChecks {
  /// Findings on line ends that nearly touch another line, and on lines apart from the greatest network of the layer.
  ///
  /// Two lines meet where they have a vertex in common and where one ends within `limits.joinMetres` of the other, taken
  /// as geodesics or as straight in longitude and latitude. A line that ends on the inside of a segment so long (25 km at
  /// 21 degrees north) that the two differ by more than the snapping distance is not found.
  /// O(n log n) in the number of segments.
  public static func findings(in column: GeometryColumn, layer: String, limits: QualityLimits) -> [QualityFinding] {
    let lines = (0..<column.count).map { feature in
      column.parts(ofFeature: feature).contains { column.partKinds[$0] == .line }
    }
    guard lines.contains(true) else { return [] }
    var network = Network(column, lines)
    let dangling = network.joinEnds(layer: layer, limits: limits)
    return dangling + network.islands(layer: layer)
  }
}

/// The lines of a layer in sets that hang together.
private struct Network {
  private let column: GeometryColumn
  private let isLine: [Bool]
  /// Each feature's parent in its set (R. E. Tarjan's union-find); a feature that is its own parent stands for the set.
  private var parents: [Int32]

  init(_ column: GeometryColumn, _ isLine: [Bool]) {
    self.column = column
    self.isLine = isLine
    parents = (0..<Int32(truncatingIfNeeded: column.count)).map { $0 }
    joinVertices()
  }

  /// Joins the lines that have a vertex in common.
  private mutating func joinVertices() {
    var owners: [Coordinate: Int32] = [:]
    owners.reserveCapacity(column.coordinates.count)
    forEachLine { network, feature, range in
      for index in range {
        let coordinate = network.column.coordinates[index]
        if let owner = owners[coordinate] {
          if owner != feature { network.join(Int(owner), feature) }
        } else {
          owners[coordinate] = Int32(truncatingIfNeeded: feature)
        }
      }
    }
  }

  /// Joins the lines that end on another one, and tells of those that only nearly do.
  mutating func joinEnds(layer: String, limits: QualityLimits) -> [QualityFinding] {
    var ends: [(feature: Int, coordinate: Coordinate)] = []
    forEachLine { network, feature, range in
      let (first, last) = (
        network.column.coordinates[range.lowerBound], network.column.coordinates[range.upperBound - 1]
      )
      ends.append((feature, first))
      if first != last { ends.append((feature, last)) }
    }
    let lines = isLine
    let index = SegmentIndex(column) { lines[$0] }
    let order = HilbertOrder.order(of: ends.map(\.coordinate))
    var gaps: [(end: Int, other: Neighbour)] = []
    index.withSearch { search in
      for end in order.map({ Int($0) }) {
        let (feature, coordinate) = ends[end]
        let near = search.features(within: max(limits.snapMetres, limits.joinMetres), of: coordinate)
          .filter { $0.feature != feature }.map { straightened($0, coordinate) }.sorted { $0.precedes($1) }
        for other in near where other.distanceMetres <= limits.joinMetres { join(feature, other.feature) }
        guard let nearest = near.first, nearest.distanceMetres > limits.joinMetres,
          nearest.distanceMetres <= limits.snapMetres
        else { continue }
        gaps.append((end, nearest))
      }
    }
    return gaps.sorted { $0.end < $1.end }.map { gap in
      let (feature, coordinate) = ends[gap.end]
      return QualityFinding(
        .warning, .danglingEnd, layer: layer, feature: feature,
        other: gap.other.feature,
        "ends \(Rounded.distance(gap.other.distanceMetres)) from another line; expected it to meet it or to end more than "
          + "\(Rounded.distance(limits.snapMetres)) away",
        at: coordinate, distanceMetres: gap.other.distanceMetres)
    }
  }

  /// A neighbour of a position with the distance to its lines taken as straight in longitude and latitude (RFC 7946,
  /// section 3.1.1) where that is less: a GIS program that snaps to the middle of a segment puts the end there, which
  /// on 10 km is a metre from the geodesic.
  private func straightened(_ neighbour: Neighbour, _ position: Coordinate) -> Neighbour {
    let shrink = cos(position.latitude * .pi / 180)
    var best = (squared: Double.infinity, foot: position)
    for part in column.parts(ofFeature: neighbour.feature) where column.partKinds[part] == .line {
      for index in column.coordinates(ofPart: part).dropLast() {
        let (a, b) = (column.coordinates[index], column.coordinates[index + 1])
        let (x, y) = ((b.longitude - a.longitude) * shrink, b.latitude - a.latitude)
        let (toX, toY) = ((position.longitude - a.longitude) * shrink, position.latitude - a.latitude)
        let square = x * x + y * y
        let share = square > 0 ? max(0, min(1, (toX * x + toY * y) / square)) : 0
        let (offX, offY) = (toX - share * x, toY - share * y)
        guard offX * offX + offY * offY < best.squared else { continue }
        best = (
          offX * offX + offY * offY,
          Coordinate(
            longitude: a.longitude + share * (b.longitude - a.longitude),
            latitude: a.latitude + share * (b.latitude - a.latitude))
        )
      }
    }
    let metres = best.squared.isFinite ? Geodesic.distance(position, best.foot) : .infinity
    return Neighbour(feature: neighbour.feature, distanceMetres: min(metres, neighbour.distanceMetres))
  }

  /// One finding for each set of lines but the longest.
  mutating func islands(layer: String) -> [QualityFinding] {
    var lengths: [Int: (metres: Double, lines: Int)] = [:]
    for feature in isLine.indices where isLine[feature] {
      let set = representative(feature)
      let metres = Geodesic.lengthMetres(ofLinesOfFeature: feature, of: column)
      lengths[set, default: (0, 0)].metres += metres
      lengths[set, default: (0, 0)].lines += 1
    }
    // The representative of a set is its first feature, so the order does not depend on how it grew.
    let sets = lengths.sorted { ($1.value.metres, $0.key) < ($0.value.metres, $1.key) }
    return sets.dropFirst().map { set, size in
      let range = column.coordinates(ofFeature: set)
      let what = size.lines == 1 ? "1 line" : "\(size.lines) lines"
      return QualityFinding(
        .warning, .disconnectedNetwork, layer: layer, feature: set,
        "\(what) of \(Rounded.text(size.metres / 1000, 3)) km not joined to the greatest network of the layer, one of "
          + "\(sets.count)",
        at: column.coordinates[range.lowerBound], distanceMetres: nil)
    }
  }

  private mutating func forEachLine(_ body: (inout Network, Int, Range<Int>) -> Void) {
    for feature in 0..<column.count where isLine[feature] {
      for part in column.parts(ofFeature: feature) where column.partKinds[part] == .line {
        body(&self, feature, column.coordinates(ofPart: part))
      }
    }
  }

  private mutating func representative(_ feature: Int) -> Int {
    var feature = Int32(truncatingIfNeeded: feature)
    while parents[Int(feature)] != feature {
      parents[Int(feature)] = parents[Int(parents[Int(feature)])]
      feature = parents[Int(feature)]
    }
    return Int(feature)
  }

  private mutating func join(_ a: Int, _ b: Int) {
    let (one, other) = (representative(a), representative(b))
    parents[max(one, other)] = Int32(truncatingIfNeeded: min(one, other))
  }
}
