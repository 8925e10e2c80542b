import Geospatial

extension CQL2 {
  /// The functions that the project adds to the standard's (clause 7.10); their names count in any case.
  public enum Function: String, Hashable, Sendable, CaseIterable {
    /// The shortest distance between two geometries on the WGS 84 ellipsoid in **metres**, 0 where they meet.
    ///
    /// Between points by Karney's method (`Geodesic`), to lines and borders within 1 cm up to 200 km
    /// (`SegmentDistance`).
    case distance = "DISTANCE"
    /// The area of the polygons of a geometry in **square metres**, 0 without polygons.
    case area = "AREA"
    /// The length of the lines of a geometry in **metres**, 0 without lines.
    case length = "LENGTH"

    init?(named name: String) { self.init(rawValue: ASCII.uppercased(name)) }

    /// What it takes.
    var parameters: [ValueType] { self == .distance ? [.geometry, .geometry] : [.geometry] }

    /// What it gives.
    var result: ValueType { .number }

    /// How it is called, as in `DISTANCE(geometry, geometry)`.
    public var signature: String {
      "\(rawValue)(\(parameters.map { $0 == .geometry ? "geometry" : $0.rawValue }.joined(separator: ", ")))"
    }

    /// What the user of an unknown function may have meant.
    static func hint(for name: String) -> String {
      let upper = ASCII.uppercased(name)
      let bare = upper.hasPrefix("ST_") || upper.hasPrefix("S_") ? upper.drop { $0 != "_" }.dropFirst() : upper[...]
      if let relation = SpatialRelation(rawValue: "S_" + bare) { return "write \(relation.rawValue)" }
      switch bare {
      case "LOWER", "UPPER", "LCASE", "UCASE": return "CASEI compares without case"
      case "UNACCENT": return "write ACCENTI"
      case "DWITHIN": return "write DISTANCE(a, b) <= metres"
      default: break
      }
      let known = allCases.map(\.rawValue) + Keyword.allCases.map(\.rawValue)
      if let near = EditDistance.nearest(to: String(bare), among: known) { return "did you mean \(near)?" }
      return "known are \(allCases.map(\.signature).joined(separator: ", "))"
    }
  }
}
