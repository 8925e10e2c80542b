import Geospatial

/// Something that a plan builds, whole and within one year: a stretch of cable, a tower, the grid of a village.
public struct PlanItem: Equatable, Sendable {
  /// What is built.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// New cable between two places where cables meet or end.
    case cable
    /// The end of a cable in a village.
    case fibreVillage = "fibre_village"
    /// A new mobile site.
    case tower
    /// Newer equipment on a tower that stands.
    case towerUpgrade = "tower_upgrade"
    /// A hop of microwave radio from a site towards fibre.
    case microwaveHop = "microwave_hop"
    /// The backhaul of a site by satellite.
    case satelliteBackhaul = "satellite_backhaul"
    /// Panels and batteries of a site without a power line.
    case siteSolar = "site_solar"
    /// A medium-voltage line.
    case powerLine = "power_line"
    /// A village's transformers, low-voltage lines and connections.
    case gridVillage = "grid_village"
    /// A grid of a village's own.
    case miniGrid = "mini_grid"
    /// A solar home system for each household of a village.
    case solarHomes = "solar_homes"
  }

  /// Where it is built.
  public enum Shape: Hashable, Sendable {
    case point(Coordinate)
    case line([Coordinate])
  }

  /// What is built.
  public var kind: Kind
  /// The service it is built for.
  public var service: PlannedService
  /// Where.
  public var shape: Shape
  /// What is bought for it.
  public var bill: [BillLine]
  /// The items, by their place in the plan's list, that must stand before this one can serve.
  public var needs: [Int]
  /// The villages, by their place in the list given, that have the service once this and all it needs stand.
  public var villages: [Int]

  /// An item of a plan; `needs` and `villages` by their places in their lists.
  public init(
    _ kind: Kind, for service: PlannedService, at shape: Shape, bill: [BillLine], needs: [Int] = [],
    villages: [Int] = []
  ) {
    self.kind = kind
    self.service = service
    self.shape = shape
    self.bill = bill
    self.needs = needs
    self.villages = villages
  }
}
