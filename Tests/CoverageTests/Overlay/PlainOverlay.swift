import Geospatial
import PlainGeometry

@testable import Coverage

/// The overlay by looking at everything: no index, no order, no thread.
struct PlainOverlay {
  /// What a rule says of a place: how far what would serve it is, in **metres**; nil when the rule knows nothing.
  struct Rule {
    private let source: ServiceSource
    private let segments: PlainSegments

    init(_ source: ServiceSource) {
      self.source = source
      segments = PlainSegments(source.geometries)
    }

    /// The feature that holds `point`, or nil.
    private func holder(of point: Coordinate) -> Int? {
      PlainPolygons.features(source.geometries, containing: point).first
    }

    /// The least distance in **metres**, of one feature or of all; nil when there is none.
    func metres(from point: Coordinate, feature: Int? = nil) -> Double? {
      switch source.kind {
      case .within, .inside:
        if let holder = holder(of: point), feature == nil || feature == holder { return 0 }
        return segments.nearestMetres(segments.question(from: point), feature: feature)
      case .range(_, let metres):
        return (0..<source.geometries.count).filter { feature == nil || $0 == feature }.flatMap { site in
          source.geometries.coordinates[source.geometries.coordinates(ofFeature: site)].map { position in
            max(0, Geodesic.distance(point, position) - (source.reachMetres?[site] ?? metres ?? .nan))
          }
        }.min()
      }
    }

    /// Up to which distance in **metres** the rule serves.
    var thresholdMetres: Double {
      if case .within(let metres) = source.kind { metres } else { 0 }
    }
  }

  let rules: [Rule]

  init(_ sources: [ServiceSource]) { rules = sources.map { Rule($0) } }

  /// What one place has: its status, nil where a centimetre decides, and the distance in **metres**.
  func answer(_ point: Coordinate) -> (status: Status?, metres: Double) {
    guard !point.longitude.isNaN else { return (.unknown, .nan) }
    let distances = rules.map { ($0.metres(from: point) ?? .nan, $0.thresholdMetres) }
    let least = distances.map(\.0).filter { !$0.isNaN }.min() ?? .nan
    if least.isNaN { return (.unknown, .nan) }
    if distances.contains(where: { $0.0 <= max(0, $0.1 - 0.01) }) { return (.served, least) }
    return (distances.contains { $0.0 < $0.1 + 0.01 } ? nil : .unserved, least)
  }
}
