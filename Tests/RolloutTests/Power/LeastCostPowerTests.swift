import Geospatial
import Randomness
import Testing

@testable import Rollout

/// 40 households of tier 3, 365 kWh a year each, at the prices of `PowerGround`:
/// - grid: one transformer 50,000; 40 · 25 m of low voltage at 100,000 a km 100,000; connections 40 · 1,000 = 40,000;
///   energy 40 · 365 = 14,600 kWh a year, ten years, 146,000. Together 336,000.
/// - mini-grid: 14.6 kWp at 20,000 and ten times 1,000, 438,000; households 40 · 2,000 = 80,000. Together 518,000.
/// - solar homes: 40 · (15,000 + 10 · 100) = 640,000.
/// - line: 80,000 and ten times 2,000, 100,000 a km. The grid saves 182,000, which pays for 1,820 m.
@Suite struct LeastCostPowerTests {
  private func plan(
    _ villages: [PowerVillage], grid: GeometryColumn = PowerGround.grid, settings: PowerSettings = PowerGround.settings
  ) throws -> PowerPlan {
    try Electrification(of: villages, grid: grid, catalogue: PowerGround.catalogue, settings: settings).leastCost()
  }

  private func isNear(_ cost: Int, _ expected: Int) -> Bool { abs(cost - expected) <= 5 }

  @Test func `the costs of a village are those worked out by hand`() throws {
    let plan = try plan(PowerGround.villages([(1_000, 0)]))
    #expect(plan.costs[0].grid == 336_000)
    #expect(plan.costs[0].miniGrid == 518_000)
    #expect(plan.costs[0].solarHomes == 640_000)
    #expect(abs((plan.breakEvenMetres[0] ?? 0) - 1_820) < 1e-6)
    #expect(abs((plan.ownLineMetres[0] ?? 0) - 1_000) < 0.02)
  }

  @Test(arguments: [(1_800.0, PowerTechnology.grid, 516_000), (1_840, .miniGrid, 518_000)])
  func `a village joins the grid up to its break-even distance`(
    metres: Double, technology: PowerTechnology, cost: Int
  ) throws {
    let plan = try plan(PowerGround.villages([(metres, 0)]))
    #expect(plan.technologies == [technology])
    #expect(isNear(plan.cost, cost))
    #expect(plan.lowerBound == plan.cost)
    #expect(plan.gap == 0)
  }

  /// The second village is 2,000 m from the grid, beyond 1,820 m, but only 1,000 m from the first: 2 · 336,000 + 200,000.
  @Test func `a line is shared`() throws {
    let plan = try plan(PowerGround.villages([(1_000, 0), (2_000, 0)]))
    #expect(plan.technologies == [.grid, .grid])
    #expect(isNear(plan.cost, 872_000))
    #expect(plan.items.map(\.kind) == [.powerLine, .powerLine, .gridVillage, .gridVillage])
    #expect(plan.items.map(\.needs) == [[], [0], [0], [1]])
    #expect(plan.items.map(\.villages) == [[], [], [0], [1]])
    guard case .line(let line) = plan.items[1].shape else {
      Issue.record("no line")
      return
    }
    #expect(line.first == Ground.place(1_000, 0) && line.last == Ground.place(2_000, 0))
  }

  /// Neither pays for 3,000 m alone; both save 364,000, and their 3,500 m cost 350,000.
  @Test func `villages join together that would not alone`() throws {
    let both = try plan(PowerGround.villages([(3_000, 0), (3_500, 0)]))
    #expect(both.technologies == [.grid, .grid])
    #expect(isNear(both.cost, 2 * 336_000 + 350_000))
    let alone = try plan(PowerGround.villages([(3_000, 0)]))
    #expect(alone.technologies == [.miniGrid])
    #expect(alone.cost == 518_000)
  }

  /// Tier 1: 4.5 kWh and 3 W. Solar homes 40 · (500 + 100) = 24,000; the grid's wires alone are more, however near.
  @Test func `small demand is met by solar homes, and no line pays`() throws {
    var settings = PowerGround.settings
    settings.tier = .tier1
    let plan = try plan(PowerGround.villages([(10, 0)]), settings: settings)
    #expect(plan.technologies == [.solarHomes])
    #expect(plan.cost == 24_000)
    #expect(plan.capital == 20_000)
    #expect(plan.breakEvenMetres == [nil])
    #expect(plan.items.map(\.kind) == [.solarHomes])
  }

  /// Tier 5, 200 households, 0.5 · 2 kW each: 200 kW, three transformers of 67.5 kW, and as many by 95 households each; with
  /// all peaks at once 400 kW, six. A loss of 20 % feeds 600,000 / 0.8 = 750,000 kWh.
  @Test(arguments: [(0.5, 3.0), (1, 6)]) func `transformers carry the common peak`(factor: Double, pieces: Double) {
    var settings = PowerGround.settings
    settings.tier = .tier5
    settings.coincidenceFactor = factor
    settings.gridLossPercent = 20
    let bill = PowerBills(settings).bill(.grid, households: 200)
    #expect(bill.first { $0.item == .transformer }?.quantity == pieces)
    #expect(bill.first { $0.item == .gridEnergy }?.quantity == 750_000)
  }

  /// Panels for 4.5 kWh would be 0.0045 kWp, the peak of 3 W asks for 0.003.
  @Test func `a mini-grid has panels for its energy and its peak`() {
    var settings = PowerGround.settings
    settings.tier = .tier1
    #expect(PowerBills(settings).bill(.miniGrid, households: 100)[0].quantity == 0.45)
    settings.coincidenceFactor = 1
    settings.miniGridYieldKilowattHours = 3_000
    #expect(PowerBills(settings).bill(.miniGrid, households: 100)[0].quantity == 0.3)
  }

  @Test func `only what is allowed is built, and who cannot be reached is told`() throws {
    var settings = PowerGround.settings
    settings.technologies = [.grid]
    settings.longestLineMetres = 5_000
    let plan = try plan(PowerGround.villages([(4_000, 0), (20_000, 0)]), settings: settings)
    #expect(plan.technologies == [.grid, nil])
    #expect(isNear(plan.cost, 336_000 + 400_000))
    #expect(plan.leftOut.map(\.village) == [1])
    #expect(plan.breakEvenMetres == [nil, nil])
    settings.technologies = [.solarHomes]
    let solar = try self.plan(PowerGround.villages([(100, 0)]), settings: settings)
    #expect(solar.technologies == [.solarHomes])
    #expect(solar.cost == 640_000)
  }

  @Test func `without a grid all villages stand alone`() throws {
    let plan = try plan(PowerGround.villages([(100, 0), (200, 0)]), grid: GeometryColumn())
    #expect(plan.technologies == [.miniGrid, .miniGrid])
    #expect(plan.leftOut.isEmpty)
    #expect(plan.ownLineMetres == [nil, nil])
  }
}
