/// Finds invalid polygons in a column and mends them with GEOS MakeValid.
public enum PolygonRepair {
  /// What was done to one feature.
  public struct Repair: Sendable, Hashable {
    /// The feature, by its place in the column.
    public var feature: Int
    /// Why it was invalid, in GEOS's words, with the place.
    public var reason: String
    /// Whether polygons came of it; if not, the feature has none any more.
    public var isMended: Bool
    /// Where it is invalid; nil when GEOS gives no place.
    public var coordinate: Coordinate?
  }

  /// Mends every invalid polygon of `column` and says which, in the order of the features.
  ///
  /// Points and lines of the same features stay as they are. O(n) for the polygons that a quick proof finds valid; only
  /// the others cost a GEOS geometry.
  ///
  /// - Throws: `GEOSError` when GEOS itself fails other than on a geometry.
  public static func repair(_ column: inout GeometryColumn, threads: Int = 1) async throws -> [Repair] {
    let source = column
    let suspects = try await Parallel.map(count: column.count, threads: threads) { range in
      PolygonRepair.unproved(source, range)
    }.flatMap { $0 }
    guard !suspects.isEmpty else { return [] }
    let mended = try await Parallel.map(count: suspects.count, threads: threads) { range in
      try PolygonRepair.mended(suspects[range], of: source)
    }.flatMap { $0 }
    if !mended.isEmpty {
      column = replacing(
        Dictionary(mended.map { ($0.repair.feature, $0.polygons) }) { first, _ in first }, in: source)
    }
    return mended.map(\.repair)
  }

  /// The repairs of those of `features` that GEOS finds invalid, with what comes in place of their polygons.
  private static func mended(
    _ features: ArraySlice<Int>, of source: GeometryColumn
  ) throws -> [(repair: Repair, polygons: GeometryColumn)] {
    let context = try GEOSContext()
    return try features.compactMap { feature in
      var polygons = GeometryColumn()
      for parts in source.polygons(ofFeature: feature) { polygons.appendParts(parts, of: source) }
      polygons.closeFeature()
      return try mend(polygons, feature: feature, context)
    }
  }

  /// The features of a range with polygons that the quick proof does not cover.
  private static func unproved(_ column: GeometryColumn, _ features: Range<Int>) -> [Int] {
    column.coordinates.withUnsafeBufferPointer { coordinates in
      var proof = ValidityProof(coordinates)
      return features.filter { feature in
        let polygons = column.polygons(ofFeature: feature)
        // Whether the polygons of one feature overlap is left to GEOS, unless their boxes are apart.
        guard polygons.count < 2 || boxesAreApart(polygons, column) else { return true }
        return !polygons.allSatisfy { parts in proof.proves(rings: parts.map { column.coordinates(ofPart: $0) }) }
      }
    }
  }

  private static func boxesAreApart(_ polygons: [Range<Int>], _ column: GeometryColumn) -> Bool {
    let boxes = polygons.map { parts in
      column.coordinates[column.coordinates(ofPart: parts.lowerBound)].reduce(into: BoundingBox.empty) {
        $0.include($1)
      }
    }.sorted { $0.west < $1.west }
    for (index, box) in boxes.enumerated() {
      for other in boxes[(index + 1)...] {
        if other.west > box.east { break }
        if box.intersects(other) { return false }
      }
    }
    return true
  }

  /// The repair of one feature's polygons; nil when GEOS finds them valid.
  private static func mend(
    _ polygons: GeometryColumn, feature: Int, _ context: GEOSContext
  ) throws -> (repair: Repair, polygons: GeometryColumn)? {
    var mended = GeometryColumn()
    let reason: String
    let place: Coordinate
    do {
      let geometry = try GEOSGeometry(feature: 0, of: polygons, in: context)
      guard case .invalid(let why, let at) = try geometry.validity() else { return nil }
      place = at
      reason = "\(why) at \(place)"
      try geometry.madeValid(method: .structure).append(to: &mended)
    } catch let error as GEOSError {
      mended = GeometryColumn()
      mended.closeFeature()
      return (Repair(feature: feature, reason: error.description, isMended: false), mended)
    }
    let repair = Repair(
      feature: feature, reason: reason, isMended: mended.partKinds.contains(.shell),
      coordinate: place.longitude.isNaN ? nil : place)
    return (repair, mended)
  }

  private static func replacing(_ replacements: [Int: GeometryColumn], in source: GeometryColumn) -> GeometryColumn {
    var result = GeometryColumn()
    result.coordinates.reserveCapacity(source.coordinates.count)
    LargePages.advise(&result.coordinates)
    for feature in 0..<source.count {
      guard let mended = replacements[feature] else {
        result.appendFeature(feature, of: source)
        continue
      }
      for part in source.parts(ofFeature: feature) where !source.partKinds[part].isRing {
        result.appendParts(part..<(part + 1), of: source)
      }
      for parts in mended.polygons(ofFeature: 0) { result.appendParts(parts, of: mended) }
      result.closeFeature()
    }
    return result
  }
}

extension GeometryColumn {
  /// Appends some parts of another column to the feature under construction.
  mutating func appendParts(_ parts: Range<Int>, of other: GeometryColumn) {
    for part in parts {
      coordinates.append(contentsOf: other.coordinates[other.coordinates(ofPart: part)])
      closePart(other.partKinds[part])
    }
  }
}
