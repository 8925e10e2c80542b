import GeoFormats
import Geospatial

/// A feature whose geometry a rule cannot use.
public struct FeatureMismatch: Error, Sendable, Hashable {
  /// The feature, by its place in the layer.
  public var feature: Int
  /// What was found and what the rule needs.
  public var problem: String

  /// The first feature that counts for `source` and has a geometry of the wrong kind; nil when all fit.
  ///
  /// `within` takes any geometry, `inside` polygons, `range` points.
  public static func first(in source: ServiceSource) -> FeatureMismatch? {
    let wanted: (GeometryColumn.PartKind) -> Bool
    let expected: String
    switch source.kind {
    case .within: return nil
    case .inside: (wanted, expected) = ({ $0.isRing }, "a Polygon or MultiPolygon, for the rule is \"inside\"")
    case .range: (wanted, expected) = ({ $0 == .point }, "a Point, for the rule is \"range\"")
    }
    for feature in 0..<source.geometries.count where source.counts(feature) {
      for part in source.geometries.parts(ofFeature: feature) where !wanted(source.geometries.partKinds[part]) {
        return FeatureMismatch(
          feature: feature, problem: "found a \(source.geometries.partKinds[part].name); expected \(expected)")
      }
    }
    return nil
  }
}
