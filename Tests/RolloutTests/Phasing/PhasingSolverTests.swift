import Testing

@testable import Rollout

@Suite struct PhasingSolverTests {
  @Test(arguments: UInt64(0)..<400) func `a small plan brings what the best of all plans brings`(seed: UInt64) throws {
    guard let instance = SmallPlans.instance(seed: seed) else { return }
    guard let most = SmallPlans.most(of: instance) else {
      #expect(throws: PhasingError.self) { try PhasingSolver().solve(instance) }
      return
    }
    let plan = try PhasingSolver().solve(instance)
    #expect(try instance.benefit(of: plan.years) == plan.benefit)
    #expect(plan.benefit == most)
    #expect(plan.upperBound >= most)
    #expect(plan.isOptimal)
  }

  /// 5 for the trunk with 100 people, 3 and 4 for the branch and the tower with 10.
  @Test func `the trunk comes first, the tower when it is paid for`() throws {
    let instance = try PhasingInstance(
      items: PhasingInstanceTests.items, demands: PhasingInstanceTests.demands, yearCount: 3,
      limits: [.budget(perYear: [5, 4, 3])])
    let plan = try PhasingSolver().solve(instance)
    #expect(plan.years[0] == 1)
    #expect(plan.years[2] == 3)
    #expect(plan.servedYears == [1, 3])
    #expect(plan.benefit == 310)
    #expect(plan.upperBound == 310)
    #expect(plan.gap == 0)
    #expect(plan.used.map { $0.reduce(0, +) } == [12])
    #expect(!plan.wasCancelled)
  }

  @Test func `without limits all is built in the first year`() throws {
    let instance = try PhasingInstance(
      items: PhasingInstanceTests.items, demands: PhasingInstanceTests.demands, yearCount: 4, limits: [])
    let plan = try PhasingSolver().solve(instance)
    #expect(plan.years == [1, 1, 1])
    #expect(plan.benefit == 440)
    #expect(plan.isOptimal)
  }

  @Test func `one of two towers is enough for a village`() throws {
    // Tower 0 serves 10 people for 4, tower 1 serves the same 10 and 1 more for 4; both would be 8.
    let items = [PhasingItem(cost: 4, service: .signal), PhasingItem(cost: 4, service: .signal)]
    let demands = [
      PhasingDemand(village: 0, service: .signal, benefit: 10, options: [0, 1]),
      PhasingDemand(village: 1, service: .signal, benefit: 1, options: [1]),
    ]
    let instance = try PhasingInstance(
      items: items, demands: demands, yearCount: 2, limits: [.budget(perYear: [4, 4])])
    let plan = try PhasingSolver().solve(instance)
    #expect(plan.years[1] == 1)
    #expect(plan.benefit == 22)
    #expect(plan.isOptimal)
  }

  @Test func `a ceiling from outside counts when it is lower`() throws {
    let instance = try PhasingInstance(
      items: PhasingInstanceTests.items, demands: PhasingInstanceTests.demands, yearCount: 3,
      limits: [.budget(perYear: [5, 4, 3])])
    var solver = PhasingSolver()
    solver.stepLimit = 0
    solver.branchLimit = 0
    solver.benefitCeilings = [101, 102, 113]
    #expect(try solver.solve(instance).upperBound <= 316)
    solver.benefitCeilings = [1, 2]
    #expect(throws: PhasingError.unusableCeiling(reason: "2 numbers for 3 years; expected one per year")) {
      try solver.solve(instance)
    }
    solver.benefitCeilings = [1, -2, 3]
    #expect(throws: PhasingError.unusableCeiling(reason: "-2; expected at least 0")) { try solver.solve(instance) }
  }

  @Test(arguments: [0, 10_000, 100_000]) func `with little work the plan is sound and the bound holds`(work: Int)
    throws
  {
    let instance = try LargePlans.instance(itemCount: 60, seed: 3)
    var solver = PhasingSolver()
    solver.workLimit = 400_000
    let best = try solver.solve(instance)
    solver.workLimit = work
    let plan = try solver.solve(instance)
    #expect(try instance.benefit(of: plan.years) == plan.benefit)
    #expect(plan.benefit > 0)
    #expect(plan.upperBound >= best.benefit)
    #expect(best.upperBound >= plan.benefit)
  }

  @Test func `the same seed gives the same plan`() throws {
    let instance = try LargePlans.instance(itemCount: 60, seed: 5)
    var solver = PhasingSolver()
    solver.workLimit = 400_000
    #expect(try solver.solve(instance) == solver.solve(instance))
  }

  @Test func `a cancelled search keeps to the limits and its bound holds`() async throws {
    let instance = try LargePlans.instance(itemCount: 60, seed: 6)
    var solver = PhasingSolver()
    solver.workLimit = 400_000
    let best = try solver.solve(instance)
    let task = Task { [solver] in
      withUnsafeCurrentTask { $0?.cancel() }
      return try solver.solve(instance)
    }
    let plan = try await task.value
    #expect(plan.wasCancelled)
    #expect(try instance.benefit(of: plan.years) == plan.benefit)
    #expect(plan.benefit > 0)
    #expect(plan.upperBound >= best.benefit)
  }
}
