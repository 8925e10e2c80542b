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
}
