import Geospatial
import Randomness

@testable import Rollout

/// Problems of the signal tests: prices that are easy to add, and places a known distance apart.
enum SignalGround {
  static let prices: [CostItem: Double] = [
    .tower30: 800, .tower45: 1_000, .tower60: 1_300, .towerUpgrade: 400, .towerSolar: 150, .microwaveHop: 200,
    .satelliteBackhaul: 90, .lowVoltageLine: 100, .aerialFibrePlain: 250, .aerialFibreHill: 300, .spliceClosure: 7,
  ]

  static let catalogue = CostCatalogue(
    currency: "VND", priceYear: 2024, discountPercent: 10, horizonYears: 20,
    prices: prices.mapValues { Price(capital: $0, runningPerYear: 0, lifetimeYears: 10, source: "test") })

  static let centre = Coordinate(longitude: 104, latitude: 21)

  /// The place so many **metres** east and north of the centre.
  static func place(east: Double, north: Double = 0) -> Coordinate {
    let start = Geodesic.direct(from: centre, azimuthDegrees: 0, distanceMetres: north).coordinate
    return Geodesic.direct(from: start, azimuthDegrees: 90, distanceMetres: east).coordinate
  }

  static func line(_ coordinates: Coordinate...) -> GeometryColumn {
    var column = GeometryColumn()
    for coordinate in coordinates { column.append(coordinate) }
    column.closePart(.line)
    column.closeFeature()
    return column
  }

  static func problem(
    _ sources: SignalSources, _ change: (inout SignalSettings) -> Void = { _ in }
  ) throws -> SignalProblem {
    var settings = SignalSettings()
    change(&settings)
    return try SignalProblem(sources, settings: settings, catalogue: catalogue)
  }

  /// What bills come to at the prices.
  static func cost(of items: [PlanItem]) -> Int {
    items.flatMap(\.bill).reduce(0) { sum, line in
      sum + Int(((prices[line.item] ?? .nan) * line.quantity).rounded())
    }
  }

  /// A problem of up to 11 sites in which hops are short, so that many sites need others.
  static func seeded(_ seed: UInt64) throws -> SignalProblem {
    var generator = SeededGenerator(seed: seed)
    func anywhere() -> Coordinate {
      place(east: generator.number(0, 40_000), north: generator.number(0, 40_000))
    }
    var sources = SignalSources(villages: (0..<(2 + generator.index(6))).map { _ in anywhere() })
    sources.isServed = sources.villages.map { _ in generator.chance(0.15) }
    sources.points = (0..<generator.index(3)).map { _ in anywhere() }
    sources.towers = (0..<(1 + generator.index(3))).map { _ in
      StandingTower(
        anywhere(), hasFibre: generator.chance(0.3) ? nil : generator.chance(0.5),
        isUpgradable: generator.chance(0.5))
    }
    sources.fibre = line(place(east: -3_000, north: 0), place(east: -3_000, north: 40_000))
    sources.power = line(place(east: 0, north: 15_000), place(east: 40_000, north: 15_000))
    if generator.chance(0.3) { sources.conditions[.village(0)] = generator.chance(0.5) ? .required : .forbidden }
    let isSatelliteAllowed = generator.chance(0.5) || sources.conditions.values.contains(.required)
    let reach = generator.number(3_000, 14_000)
    return try problem(sources) { settings in
      settings.newSiteReachMetres = reach
      settings.upgradeReachMetres = reach * 0.8
      settings.farthestFibreMetres = 6_000
      settings.farthestPowerLineMetres = 8_000
      settings.longestHopMetres = 14_000
      settings.allowsSatellite = isSatelliteAllowed
    }
  }
}
