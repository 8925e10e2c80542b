import Randomness
import Testing

@testable import Rollout

@Suite struct PhasingRelaxationTests {
  @Test(arguments: UInt64(0)..<200)
  func `whatever the prices, no plan brings more than the bound less its losses`(seed: UInt64) throws {
    guard let instance = SmallPlans.instance(seed: seed) else { return }
    let plans = SmallPlans.plans(of: instance)
    let core = instance.core
    var generator = SeededGenerator(seed: seed).fork("prices")
    var relaxation = PhasingRelaxation(core, windows: YearWindows(core))
    for _ in 0..<4 {
      let scale = generator.number(0, 3e6)
      let prices = PhasingPrices(
        limits: (0..<(core.rows.count * core.yearCount)).map { _ in
          generator.chance(0.3) ? 0 : generator.number(0, scale)
        },
        choices: (0..<(relaxation.choices.count * core.yearCount)).map { _ in
          generator.chance(0.3) ? 0 : generator.number(0, 2e7)
        })
      let bound = relaxation.bound(at: prices)
      let losses = YearLosses(relaxation, bound: bound)
      for plan in plans {
        // An item on which nothing depends may stand in a plan, but not in the relaxation.
        let years = plan.years.enumerated().map { item, year in
          relaxation.windows.first[item] == core.yearCount ? core.yearCount : year.map { $0 - 1 } ?? core.yearCount
        }
        let lost = years.indices.reduce(0) { $0 + losses.loss(of: $1, from: years[$1]) }
        #expect(lost >= 0)
        #expect(plan.benefit <= (bound - lost).inYears + 1e-9)
      }
    }
  }

  @Test(arguments: UInt64(0)..<200)
  func `no plan of interest is outside the windows`(seed: UInt64) throws {
    guard let instance = SmallPlans.instance(seed: seed) else { return }
    let windows = YearWindows(instance.core)
    for plan in SmallPlans.plans(of: instance) {
      for (item, year) in plan.years.enumerated() where windows.first[item] < instance.yearCount {
        #expect(windows.first[item] < year ?? .max)
        #expect(year ?? 0 <= windows.last[item] + 1)
        if year == nil { #expect(windows.last[item] == instance.yearCount) }
      }
    }
  }

  @Test func `the bound of a shared budget is that of the linear relaxation`() throws {
    // Two villages of 10 and 6 for 5 and 4, 7 to spend in one year: 10 and half of the other.
    let items = [PhasingItem(cost: 5, service: .fibre), PhasingItem(cost: 4, service: .fibre)]
    let demands = [
      PhasingDemand(village: 0, service: .fibre, benefit: 10, options: [0]),
      PhasingDemand(village: 1, service: .fibre, benefit: 6, options: [1]),
    ]
    let instance = try PhasingInstance(
      items: items, demands: demands, yearCount: 1, limits: [.budget(perYear: [7])])
    var dual = PhasingDual(
      PhasingRelaxation(instance.core, windows: YearWindows(instance.core)), prices: nil,
      ceiling: instance.core.plainBound)
    dual.start(workLimit: .max)
    for _ in 0..<200 { dual.step(target: 10_000_000) }
    #expect(dual.bound.inYears >= 13)
    #expect(dual.bound.inYears < 13.02)
  }

  @Test func `a village that two towers reach is counted once in the linear relaxation`() throws {
    // Two towers for 4 each reach the same 10 people, 8 to spend: without the shares the bound would be 20.
    let items = [PhasingItem(cost: 4, service: .signal), PhasingItem(cost: 4, service: .signal)]
    let demands = [PhasingDemand(village: 0, service: .signal, benefit: 10, options: [0, 1])]
    let instance = try PhasingInstance(
      items: items, demands: demands, yearCount: 1, limits: [.budget(perYear: [6])])
    var dual = PhasingDual(
      PhasingRelaxation(instance.core, windows: YearWindows(instance.core)), prices: nil, ceiling: 20_000_000)
    dual.start(workLimit: .max)
    for _ in 0..<300 { dual.step(target: 9_000_000) }
    #expect(dual.bound.inYears >= 10)
    #expect(dual.bound.inYears < 10.1)
  }
}
