import Geospatial
import Randomness

@testable import Rollout

/// Prices, settings and villages with round numbers, to work out by hand.
enum PowerGround {
  /// Ten years without discount, nothing worn out before the end: capital counts once, running cost ten times.
  static let catalogue = CostCatalogue(
    currency: "VND", priceYear: 2024, discountPercent: 0, horizonYears: 10,
    prices: [
      .mediumVoltageLine: price(80_000, 2_000), .lowVoltageLine: price(100_000), .transformer: price(50_000),
      .householdConnection: price(1_000), .gridEnergy: price(0, 1), .miniGridPower: price(20_000, 1_000),
      .miniGridHousehold: price(2_000), .solarHomeTier1: price(500, 10), .solarHomeTier2: price(2_000, 50),
      .solarHomeTier3: price(15_000, 100), .solarHomeTier4: price(60_000, 100), .solarHomeTier5: price(150_000, 100),
    ])

  static func price(_ capital: Double, _ running: Double = 0) -> Price {
    Price(capital: capital, runningPerYear: running, lifetimeYears: 10, source: "by hand")
  }

  /// No losses, no detour, 25 m of low-voltage line a household.
  static var settings: PowerSettings {
    var settings = PowerSettings()
    settings.gridLossPercent = 0
    settings.mediumVoltageDetourFactor = 1
    settings.lowVoltageMetresPerHousehold = 25
    return settings
  }

  /// The grid: a line of two kilometres along the meridian of the origin.
  static let grid = Ground.lines([(0, -1_000), (0, 1_000)])

  /// Villages of 40 households, so many **metres** east and north.
  static func villages(_ places: [(Double, Double)], households: Double? = 40) -> [PowerVillage] {
    places.map { PowerVillage(at: Ground.place($0.0, $0.1), households: households) }
  }

  /// Villages in a disc around the grid, of 5 to 120 households.
  static func drawn(_ generator: inout SeededGenerator, count: Int, extent: Double) -> [PowerVillage] {
    (0..<count).map { _ in
      PowerVillage(
        at: Ground.place(generator.number(-extent, extent), generator.number(-extent, extent)),
        households: Double(5 + generator.index(116)))
    }
  }
}
