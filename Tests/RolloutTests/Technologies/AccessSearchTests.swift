import Randomness
import Testing

@testable import Rollout

/// Seeded choices of technologies against search through everything, and against the method over a fixed spanning tree.
@Suite struct AccessSearchTests {
  /// No budget, and budgets of 0 and from 20 to 100 % of what connecting all costs.
  private static let shares: [Int?] = [nil, 0, 20, 50, 80, 100]

  private struct Outcome {
    var value: Int
    var bound: Int
    var best: Int
    var fixedTree: Int?
  }

  /// By the objective, a cost counted as less than nothing; nil where all must be connected and cannot be.
  private static func outcome(_ seed: Int, _ objective: AccessObjective, _ share: Int?) throws -> Outcome? {
    let small = try SmallModel(seed: seed)
    let all = AccessTerms(small.model, .leastCost)
    let everything = all.total(try all.decide(.init(value: 1, capital: 0), solver: PrizeSolver()).choice).capital
    let budget = share.map { everything * $0 / 100 }
    let best = small.best(objective, budget: budget)
    var search = AccessSearch(model: small.model, objective: objective, budget: budget, solver: PrizeSolver())
    let result: AccessSearch.Result
    do {
      result = try search.run()
    } catch {
      guard case AccessError.budgetTooSmall(_, _, let lowerBound) = error else { throw error }
      #expect(best == nil, "no plan was found where there is one")
      #expect(lowerBound <= everything)
      return nil
    }
    let total = AccessTerms(small.model, objective).total(result.choice)
    if let budget { #expect(total.capital <= budget) }
    try checkTree(result.choice, small.model)
    let sign = objective == .leastCost ? -1 : 1
    #expect(total.value == sign * result.value)
    let tree = SpanningTreeAccess(AccessTerms(small.model, objective))
    return Outcome(
      value: total.value, bound: sign * result.bound, best: try #require(best),
      fixedTree: small.best(objective, budget: budget, tree: tree))
  }

  private static func checkTree(_ choice: AccessChoice, _ model: AccessModel) throws {
    let fibre = choice.picks.indices.filter { choice.picks[$0] == .fibre }.map { $0 + 1 }
    let goal = SteinerInstance(graph: model.graph, marking: [0] + fibre)
    try SteinerTree(edges: choice.edges, in: model.graph).check(against: goal)
  }

  @Test(arguments: AccessObjective.allCases)
  func `the choice is the best there is, proven, and at times better than over a fixed tree`(
    objective: AccessObjective
  ) throws {
    var better = 0
    for seed in 0..<20 {
      for share in Self.shares {
        guard let outcome = try Self.outcome(seed, objective, share) else { continue }
        #expect(outcome.value == outcome.best, "seed \(seed), budget \(share ?? -1) %")
        #expect(outcome.bound == outcome.best, "seed \(seed), budget \(share ?? -1) %")
        guard let fixedTree = outcome.fixedTree else { continue }
        #expect(outcome.value >= fixedTree)
        if outcome.value > fixedTree { better += 1 }
      }
    }
    #expect(better > 0)
  }
}
