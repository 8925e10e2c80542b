/// A thing that is bought in a rollout, by the name that catalogues and project files give it.
public enum CostItem: String, CaseIterable, Hashable, Sendable, CustomStringConvertible {
  /// Fibre cable on poles, by terrain.
  case aerialFibrePlain = "fibre.aerial.plain"
  case aerialFibreHill = "fibre.aerial.hill"
  case aerialFibreMountain = "fibre.aerial.mountain"
  /// Fibre cable in the ground, by terrain.
  case buriedFibrePlain = "fibre.buried.plain"
  case buriedFibreHill = "fibre.buried.hill"
  case buriedFibreMountain = "fibre.buried.mountain"
  /// A closure where a cable branches or ends.
  case spliceClosure = "fibre.splice_closure"
  /// The end of a cable in a village: cabinet, splitter, power.
  case drop = "fibre.drop"
  /// What crossing a river adds to a cable.
  case riverCrossing = "fibre.river_crossing"
  /// A new mobile site with a tower of this height and its radio equipment.
  case tower30 = "tower.30m"
  case tower45 = "tower.45m"
  case tower60 = "tower.60m"
  /// Newer radio equipment on a tower that stands.
  case towerUpgrade = "tower.upgrade"
  /// Panels and batteries of a site without a power line.
  case towerSolar = "tower.solar_power"
  /// One hop of microwave radio, both ends.
  case microwaveHop = "backhaul.microwave_hop"
  /// Backhaul of a site by satellite.
  case satelliteBackhaul = "backhaul.satellite"
  /// A point-to-point radio link from a fibre node or tower to a village.
  case microwaveAccess = "access.microwave"
  /// A satellite terminal for a village.
  case satelliteAccess = "access.satellite"
  /// A router on the mobile network for a village.
  case mobileAccess = "access.mobile"
  /// A medium-voltage line, 22 or 35 kV.
  case mediumVoltageLine = "power.medium_voltage"
  /// A low-voltage line, 0.4 kV.
  case lowVoltageLine = "power.low_voltage"
  /// A distribution transformer.
  case transformer = "power.transformer"
  /// The connection of a household to a line: service wire, meter, wiring.
  case householdConnection = "power.connection"
  /// Energy from the grid.
  case gridEnergy = "power.grid_energy"
  /// A mini-grid's panels, batteries and inverters.
  case miniGridPower = "minigrid.kilowatt_peak"
  /// A mini-grid's wires and meter for a household.
  case miniGridHousehold = "minigrid.household"
  /// A solar home system for a tier of the multi-tier framework (M. Bhatia, N. Angelou, *Beyond Connections*, ESMAP
  /// technical report 008/15, 2015).
  case solarHomeTier1 = "solar_home.tier1"
  case solarHomeTier2 = "solar_home.tier2"
  case solarHomeTier3 = "solar_home.tier3"
  case solarHomeTier4 = "solar_home.tier4"
  case solarHomeTier5 = "solar_home.tier5"

  /// The name in catalogues, project files and bills.
  public var description: String { rawValue }

  /// What a price is for one of.
  public var unit: CostUnit {
    switch self {
    case .aerialFibrePlain, .aerialFibreHill, .aerialFibreMountain, .buriedFibrePlain, .buriedFibreHill,
      .buriedFibreMountain, .mediumVoltageLine, .lowVoltageLine:
      .kilometre
    case .tower30, .tower45, .tower60, .towerUpgrade, .towerSolar, .satelliteBackhaul: .site
    case .drop, .microwaveAccess, .satelliteAccess, .mobileAccess: .village
    case .spliceClosure, .riverCrossing, .microwaveHop, .transformer: .piece
    case .householdConnection, .miniGridHousehold, .solarHomeTier1, .solarHomeTier2, .solarHomeTier3,
      .solarHomeTier4, .solarHomeTier5:
      .household
    case .miniGridPower: .kilowattPeak
    case .gridEnergy: .kilowattHourPerYear
    }
  }

  /// A kilometre of cable by method and terrain.
  public static func fibre(_ method: CableMethod, _ terrain: Terrain) -> CostItem {
    switch (method, terrain) {
    case (.aerial, .plain): .aerialFibrePlain
    case (.aerial, .hill): .aerialFibreHill
    case (.aerial, .mountain): .aerialFibreMountain
    case (.buried, .plain): .buriedFibrePlain
    case (.buried, .hill): .buriedFibreHill
    case (.buried, .mountain): .buriedFibreMountain
    }
  }
}

/// How a cable is laid.
public enum CableMethod: String, CaseIterable, Hashable, Sendable {
  /// On poles.
  case aerial
  /// In the ground.
  case buried
}

/// What the ground is like where something is built.
public enum Terrain: String, CaseIterable, Hashable, Sendable {
  case plain, hill, mountain
}

/// What a price is for one of.
public enum CostUnit: String, Hashable, Sendable, CustomStringConvertible {
  case kilometre = "km"
  case piece
  case site
  case village
  case household
  case kilowattPeak = "kWp"
  case kilowattHourPerYear = "kWh a year"

  /// The word in catalogues and bills.
  public var description: String { rawValue }
}
