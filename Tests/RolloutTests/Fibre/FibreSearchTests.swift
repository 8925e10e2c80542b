import Randomness
import Testing

@testable import Rollout

/// Plans on small networks against every plan there is.
@Suite struct FibreSearchTests {
  @Test(arguments: 0..<80) func `the least cost is that of the cheapest plan`(seed: Int) throws {
    let problem = try SmallNetworks.problem(seed: seed)
    let every = EveryFibrePlan(problem)
    var generator = SeededGenerator(seed: UInt64(seed))
    let some = (0..<problem.network.villageCount).filter { _ in generator.chance(0.6) }
    let plan = try FibrePlanner(problem).leastCost(villages: some)
    #expect(plan.cost == every.leastCost(of: plan.villages))
    #expect(plan.isOptimal)
    let wanted = Set(some).union(problem.required).subtracting(problem.excluded)
    #expect(plan.villages == wanted.filter { problem.isOpen[$0] }.sorted())
    try PlanChecks.check(plan.items(of: problem), villages: plan.villages, cost: plan.cost, of: problem)
  }

  @Test(arguments: 0..<80) func `a choice at a price is worth the most`(seed: Int) throws {
    let problem = try SmallNetworks.problem(seed: seed)
    let benefits = SmallNetworks.benefits(seed: seed, of: problem)
    let every = EveryFibrePlan(problem)
    for price in [0, 1_000, 4_000, 10_000, 100_000] {
      let choice = try FibrePlanner(problem).choose(price: price, benefits: benefits)
      let greatest = try #require(every.greatestValue(price: price, benefits: benefits))
      #expect(price * choice.benefit - choice.cost == greatest)
      #expect(choice.upperBound == greatest)
      #expect(choice.benefit == choice.villages.reduce(0) { $0 + benefits[$1] })
      try PlanChecks.check(choice.items, villages: choice.villages, cost: choice.cost, of: problem)
    }
  }

  @Test(arguments: 0..<80) func `a plan keeps to its budget and the bound is above the best`(seed: Int) throws {
    let problem = try SmallNetworks.problem(seed: seed)
    let benefits = SmallNetworks.benefits(seed: seed, of: problem)
    let every = EveryFibrePlan(problem)
    let all = try FibrePlanner(problem).leastCost().cost
    for percent in [0, 20, 50, 80, 100] {
      let budget = all * percent / 100
      guard let greatest = every.greatestBenefit(budget: budget, benefits: benefits) else {
        #expect(throws: FibreError.self) { try FibrePlanner(problem).within(budget: budget, benefits: benefits) }
        continue
      }
      let plan = try FibrePlanner(problem).within(budget: budget, benefits: benefits)
      #expect(plan.benefit <= greatest)
      #expect(plan.upperBound >= greatest)
      #expect(plan.choice.cost <= budget)
      #expect((0...1).contains(plan.gap))
      try PlanChecks.check(plan.choice.items, villages: plan.choice.villages, cost: plan.choice.cost, of: problem)
    }
  }
}
