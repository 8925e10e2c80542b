import Geospatial

/// What a candidate network is made of.
public struct NetworkSources: Sendable {
  /// The existing network: cable routes as lines, access points as points. Filters are applied already.
  public var existing: GeometryColumn
  /// The villages to connect.
  public var villages: [Coordinate]
  /// Roads to follow; without them, and without funded routes, links are straight.
  public var roads: RoadLayer?
  /// Places where cables may branch, such as cabinets; nil where they may branch anywhere.
  public var branchPoints: [Coordinate]?
  /// Polygons that no new cable may cross; it may run along their borders. Roads are given up piece by piece. Existing and
  /// funded lines stay.
  public var forbidden: GeometryColumn?
  /// Routes that are paid for, as lines.
  public var fundedRoutes: GeometryColumn?
  /// Rivers as lines and waters as polygons, whose crossings are counted.
  public var water: GeometryColumn?
  /// How much more cable, or work, a metre takes at a place: 1 on easy ground. Asked in the middle of each piece of line.
  public var terrainFactor: (@Sendable (Coordinate) -> Double)?

  /// An existing network, villages to connect to it, and whatever else is known.
  public init(
    existing: GeometryColumn, villages: [Coordinate], roads: RoadLayer? = nil, branchPoints: [Coordinate]? = nil,
    forbidden: GeometryColumn? = nil, fundedRoutes: GeometryColumn? = nil, water: GeometryColumn? = nil,
    terrainFactor: (@Sendable (Coordinate) -> Double)? = nil
  ) {
    self.existing = existing
    self.villages = villages
    self.roads = roads
    self.branchPoints = branchPoints
    self.forbidden = forbidden
    self.fundedRoutes = fundedRoutes
    self.water = water
    self.terrainFactor = terrainFactor
  }
}
