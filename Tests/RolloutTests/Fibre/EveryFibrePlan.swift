@testable import Rollout

/// Every plan of a small fibre problem: each set of vertices with the cheapest tree on it, and each set of villages there.
struct EveryFibrePlan {
  /// What a plan connects and costs.
  struct Plan {
    var villages: Int
    var cost: Int
  }

  /// Sets of villages as bits, with the least cost of each as found.
  let plans: [Plan]

  init(_ problem: FibreProblem) {
    let count = problem.graph.vertexCount
    let open = problem.isOpen.indices.filter { problem.isOpen[$0] }
    let required = problem.required.reduce(0) { $0 | 1 << $1 }
    var least: [Int: Int] = [:]
    for choice in 0..<(1 << count) where choice & 1 == 1 {
      let allowed = (0..<count).map { choice >> $0 & 1 == 1 }
      guard let cable = RandomInstances.spanningCost(problem.graph, allowed) else { continue }
      let here = open.filter { allowed[$0 + 1] }
      for some in 0..<(1 << here.count) {
        let chosen = here.indices.filter { some >> $0 & 1 == 1 }.map { here[$0] }
        let villages = chosen.reduce(0) { $0 | 1 << $1 }
        if villages & required != required { continue }
        let cost = cable + chosen.count * problem.connectionCost
        least[villages] = min(least[villages] ?? Int.max, cost)
      }
    }
    plans = least.map { Plan(villages: $0.key, cost: $0.value) }
  }

  /// The least cost of connecting at least some villages.
  func leastCost(of villages: [Int]) -> Int? {
    let wanted = villages.reduce(0) { $0 | 1 << $1 }
    return plans.filter { $0.villages == wanted }.map(\.cost).min()
  }

  func greatestValue(price: Int, benefits: [Int]) -> Int? {
    plans.map { price * Self.benefit($0, benefits) - $0.cost }.max()
  }

  func greatestBenefit(budget: Int, benefits: [Int]) -> Int? {
    plans.filter { $0.cost <= budget }.map { Self.benefit($0, benefits) }.max()
  }

  private static func benefit(_ plan: Plan, _ benefits: [Int]) -> Int {
    benefits.indices.reduce(0) { $0 + (plan.villages >> $1 & 1 == 1 ? benefits[$1] : 0) }
  }
}
