import Geospatial

/// Roads, each with a class or none.
public struct RoadLayer: Sendable {
  /// The roads as lines; other parts of features but rings are passed over.
  public var geometries: GeometryColumn
  /// One per feature; empty where no road has a class.
  public var classes: [String?]

  /// Roads of some geometries, and one class, or nil, for each.
  public init(_ geometries: GeometryColumn, classes: [String?] = []) {
    self.geometries = geometries
    self.classes = classes
  }
}
