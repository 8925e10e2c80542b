import Geospatial

/// Something that a plan builds, on the map.
public struct PlanFeature: Hashable, Sendable {
  /// What is built, as `cable` or `tower`.
  public var kind: String
  /// The service it is built for, as the plan names it.
  public var service: String
  /// The year; nil where it is not built within the years of the plan.
  public var year: Int?
  /// What it costs, in whole **đồng**; nil where the plan does not say.
  public var cost: Int?
  /// A point, or the corners of a line.
  public var places: [Coordinate]

  /// A thing to build; the cost in whole **đồng**, one place for a point, more for a line.
  public init(kind: String, service: String, year: Int?, cost: Int?, places: [Coordinate]) {
    self.kind = kind
    self.service = service
    self.year = year
    self.cost = cost
    self.places = places
  }
}
