import Geospatial

/// A tower that stands.
public struct StandingTower: Hashable, Sendable {
  /// Where it stands.
  public var coordinate: Coordinate
  /// How high its antennas are above the ground, in **metres**.
  public var heightMetres: Double
  /// Whether it has fibre, so that hops of microwave radio may end there; nil where the fibre network tells.
  public var hasFibre: Bool?
  /// Whether it may be upgraded. It has its backhaul and its power.
  public var isUpgradable: Bool

  /// A tower with antennas at a height in **metres**.
  public init(
    _ coordinate: Coordinate, heightMetres: Double = 40, hasFibre: Bool? = nil, isUpgradable: Bool = false
  ) {
    self.coordinate = coordinate
    self.heightMetres = heightMetres
    self.hasFibre = hasFibre
    self.isUpgradable = isUpgradable
  }
}
