import Geospatial
import Testing

@testable import Rollout

@Suite struct PlanItemPhasingTests {
  static let prices = CostCatalogue(
    currency: "VND", priceYear: 2024, discountPercent: 8, horizonYears: 20,
    prices: [
      .aerialFibrePlain: Price(capital: 100, runningPerYear: 0, lifetimeYears: 20, source: "test"),
      .drop: Price(capital: 30, runningPerYear: 0, lifetimeYears: 20, source: "test"),
      .tower45: Price(capital: 900, runningPerYear: 0, lifetimeYears: 20, source: "test"),
    ])
  static let here = PlanItem.Shape.point(Coordinate(longitude: 105, latitude: 21))
  static let items = [
    PlanItem(.cable, for: .fibre, at: here, bill: [BillLine(.aerialFibrePlain, quantity: 2.5)]),
    PlanItem(.fibreVillage, for: .fibre, at: here, bill: [BillLine(.drop, quantity: 1)], needs: [0], villages: [1]),
    PlanItem(.tower, for: .signal, at: here, bill: [BillLine(.tower45, quantity: 1)], needs: [0], villages: [0, 1]),
    PlanItem(.tower, for: .signal, at: here, bill: [BillLine(.tower45, quantity: 1)], villages: [1]),
  ]

  @Test func `a plan's items keep cost, length and needs, and serve villages by service`() throws {
    let instance = try PhasingInstance(
      planItems: Self.items, prices: Self.prices, benefits: [.fibre: [5, 6], .signal: [7, 8]], yearCount: 2,
      limits: [.budget(perYear: [1180, 900])], changing: { $0[3].earliestYear = 2 })
    #expect(instance.items.map(\.cost) == [250, 30, 900, 900])
    #expect(instance.items.map(\.lengthMetres) == [2500, 0, 0, 0])
    #expect(instance.items.map(\.needs) == [[], [0], [0], []])
    #expect(instance.items.map(\.earliestYear) == [1, 1, 1, 2])
    #expect(
      instance.demands == [
        PhasingDemand(village: 1, service: .fibre, benefit: 6, options: [1]),
        PhasingDemand(village: 0, service: .signal, benefit: 7, options: [2]),
        PhasingDemand(village: 1, service: .signal, benefit: 8, options: [2, 3]),
      ])
    let plan = try PhasingSolver().solve(instance)
    #expect(plan.years[...2] == [1, 1, 1])
    #expect(plan.benefit == 2 * 21)
    #expect(plan.isOptimal)
  }

  @Test func `unknown prices and villages are refused, services without benefit left out`() throws {
    let lines = [PlanItem(.powerLine, for: .power, at: Self.here, bill: [BillLine(.mediumVoltageLine, quantity: 1)])]
    #expect(throws: CostError.unknownPrice(.mediumVoltageLine)) {
      try PhasingInstance(planItems: lines, prices: Self.prices, benefits: [:], yearCount: 1, limits: [])
    }
    #expect(throws: PhasingError.noSuchVillage(item: 1, village: 1, villageCount: 1)) {
      try PhasingDemand.demands(of: Self.items, benefits: [.fibre: [5]])
    }
    #expect(try PhasingDemand.demands(of: Self.items, benefits: [.fibre: [5, 6]]).map(\.service) == [.fibre])
  }
}
