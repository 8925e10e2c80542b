import GeoFormats
import Geospatial

/// Finds polygons of one operator and technology that cover the same ground.
public enum OverlapChecks {
  /// Names of properties that tell the operator and the technology, in lower case.
  private static let operatorNames: Set<String> = ["operator", "operator_name", "network", "provider", "nha_mang"]
  private static let technologyNames: Set<String> = [
    "technology", "tech", "radio", "radio_type", "generation", "cong_nghe",
  ]
  /// Pairs that are measured in one group; past it a count is a lower bound.
  static let greatestPairCount = 20_000

  /// A note for each group of polygons with the same operator and technology, of which some overlap: how many pairs and
  /// how many **square kilometres**, on the ellipsoid. Layers without such properties are one group.
  ///
  /// O(n log n + p) for p pairs whose boxes overlap. Polygons must be valid.
  ///
  /// - Throws: `GEOSError` when there is no memory for a context.
  public static func findings(
    in layer: Layer, name: String, limits: QualityLimits, threads: Int = 1
  ) async throws -> [QualityFinding] {
    let groups = groups(of: layer)
    let column = layer.geometries
    return try await Parallel.map(groups, threads: threads) { group -> QualityFinding? in
      let overlaps = try GroupOverlaps(group.features, of: column, limits: limits)
      guard let greatest = overlaps.greatest else { return nil }
      let of = group.name.isEmpty ? "" : " of \(group.name)"
      let bound = overlaps.isComplete ? "" : "at least "
      let count = bound + (overlaps.pairCount == 1 ? "1 pair" : "\(overlaps.pairCount) pairs")
      return QualityFinding(
        .note, .overlappingCoverage, layer: name, feature: greatest.first, other: greatest.second,
        "\(count) of polygons\(of) overlap, by \(area(overlaps.squareMetres)) together; the most, "
          + "\(area(greatest.squareMetres)), by this and another",
        at: greatest.place)
    }.compactMap { $0 }
  }

  /// The features with polygons, grouped by operator and technology in the order of their first features.
  private static func groups(of layer: Layer) -> [(name: String, features: [Int])] {
    var groups: [(name: String, features: [Int])] = []
    var known: [String: Int] = [:]
    for feature in 0..<layer.count {
      guard layer.geometries.parts(ofFeature: feature).contains(where: { layer.geometries.partKinds[$0] == .shell })
      else { continue }
      let name = groupName(ofFeature: feature, layer)
      if let group = known[name] {
        groups[group].features.append(feature)
      } else {
        known[name] = groups.count
        groups.append((name, [feature]))
      }
    }
    return groups
  }

  private static func groupName(ofFeature feature: Int, _ layer: Layer) -> String {
    var words: [String?] = [nil, nil]
    layer.attributes.forEachProperty(ofFeature: feature) { key, value in
      let name = JSONText.unescaped(key).lowercased()
      let place = operatorNames.contains(name) ? 0 : (technologyNames.contains(name) ? 1 : 2)
      guard place < 2, words[place] == nil, value.first != UInt8(ascii: "n") else { return }
      let isText = value.first == UInt8(ascii: "\"")
      let text = isText ? UnsafeBufferPointer(rebasing: value[1..<(value.count - 1)]) : value
      words[place] = JSONText.unescaped(text)
    }
    return words.compactMap { $0 }.joined(separator: " ")
  }

  private static func area(_ squareMetres: Double) -> String { "\(Rounded.text(squareMetres / 1e6, 6)) km²" }
}

/// The overlaps among some polygons, pair by pair.
private struct GroupOverlaps {
  struct Pair {
    var first: Int
    var second: Int
    var squareMetres: Double
    var place: Coordinate?
  }

  private(set) var pairCount = 0
  /// The areas of all pairs together, so that ground covered three times counts three times.
  private(set) var squareMetres = 0.0
  private(set) var greatest: Pair?
  /// Whether all pairs were looked at.
  private(set) var isComplete = true

  init(_ features: [Int], of column: GeometryColumn, limits: QualityLimits) throws {
    guard features.count > 1 else { return }
    let context = try GEOSContext()
    var geometries: [Int: PreparedGeometry] = [:]
    func geometry(_ feature: Int) throws -> PreparedGeometry {
      if let known = geometries[feature] { return known }
      let made = try PreparedGeometry(GEOSGeometry(feature: feature, of: column, in: context))
      geometries[feature] = made
      return made
    }
    let (pairs, isComplete) = GroupOverlaps.candidates(features, column)
    self.isComplete = isComplete
    for (first, second) in pairs {
      // Where GEOS cannot tell of two polygons, the others still count.
      guard let (one, other) = try? (geometry(first), geometry(second)),
        (try? one.intersects(other.geometry)) == true, let shared = try? one.geometry.intersection(other.geometry)
      else { continue }
      var ground = GeometryColumn()
      guard (try? shared.append(to: &ground)) != nil else { continue }
      let area = Geodesic.areaSquareMetres(ofFeature: 0, of: ground)
      guard area >= limits.leastOverlapSquareMetres else { continue }
      pairCount += 1
      squareMetres += area
      if area > greatest?.squareMetres ?? 0 {
        greatest = Pair(first: first, second: second, squareMetres: area, place: try? shared.pointOnSurface())
      }
    }
  }

  /// The pairs whose boxes overlap, by a sweep from west to east, in the order of their features.
  private static func candidates(
    _ features: [Int], _ column: GeometryColumn
  ) -> (pairs: [(Int, Int)], isComplete: Bool) {
    let boxes = features.map { (feature: $0, box: column.boundingBox(ofFeature: $0)) }
      .sorted { ($0.box.west, $0.feature) < ($1.box.west, $1.feature) }
    var pairs: [(Int, Int)] = []
    for (rank, one) in boxes.enumerated() {
      for other in boxes[(rank + 1)...] {
        if other.box.west >= one.box.east { break }
        guard other.box.south < one.box.north, one.box.south < other.box.north else { continue }
        if pairs.count == OverlapChecks.greatestPairCount { return (pairs.sorted(by: <), false) }
        pairs.append((min(one.feature, other.feature), max(one.feature, other.feature)))
      }
    }
    return (pairs.sorted(by: <), true)
  }
}
