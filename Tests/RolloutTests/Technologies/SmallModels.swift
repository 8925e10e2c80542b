import Randomness

@testable import Rollout

/// Small choices of technologies drawn from a seed, with search through everything.
///
/// Routes have a net present cost of twice their capital, so that the cheapest tree is the same by both.
struct SmallModel {
  let model: AccessModel
  private let treeCapitals: [Int]

  init(seed: Int, places: ClosedRange<Int> = 3...5) throws {
    var generator = SeededGenerator(seed: UInt64(seed)).fork("access")
    let graph = try RandomInstances.graph(&generator, vertices: 6...8)
    let count = places.lowerBound + generator.index(places.count)
    let dearest = 3 * ((graph.costs.max() ?? 1) + 1)
    func option() -> AccessModel.Option {
      let capital = generator.index(dearest)
      return AccessModel.Option(capital: capital, netPresentCost: capital + generator.index(dearest))
    }
    var fibre: [AccessModel.Option?] = []
    var alternatives: [[AccessModel.Option]] = []
    for _ in 0..<count {
      fibre.append(generator.chance(0.9) ? AccessModel.Option(capital: 1, netPresentCost: 2) : nil)
      alternatives.append((0..<generator.index(3)).map { _ in option() })
    }
    model = AccessModel(
      graph: graph, routeNetPresentCosts: graph.costs.map { 2 * $0 }, routeLengths: graph.costs, fibre: fibre,
      alternatives: alternatives, people: (0..<count).map { _ in 1 + generator.index(50) },
      revenues: (0..<count).map { _ in generator.index(4 * dearest) })
    treeCapitals = Self.treeCapitals(graph, places: count)
  }

  /// For every set of places with fibre, the least capital of a tree that reaches them.
  private static func treeCapitals(_ graph: Graph, places: Int) -> [Int] {
    let all = 1 << (graph.vertexCount - 1)
    var capitals = (0..<all).map { set in
      RandomInstances.spanningCost(graph, [true] + (1..<graph.vertexCount).map { set >> ($0 - 1) & 1 == 1 })
        ?? Int.max / 4
    }
    for set in (0..<all).reversed() {
      for bit in 0..<(graph.vertexCount - 1) { capitals[set] = min(capitals[set], capitals[set | 1 << bit]) }
    }
    return Array(capitals[0..<(1 << places)])
  }

  /// What the best choice comes to by an objective within a budget, a cost counted as less than nothing; nil if there is
  /// none. With `tree`, a place has fibre only if the one before it has, and pays for the whole way to it.
  func best(_ objective: AccessObjective, budget: Int?, tree: SpanningTreeAccess? = nil) -> Int? {
    let terms = AccessTerms(model, objective)
    var choices: [(total: AccessTerms.Term, fibre: Int)] = [(AccessTerms.Term(value: 0, capital: 0), 0)]
    for place in 0..<model.placeCount {
      choices = choices.flatMap { choice in
        terms.picks(at: place).map { pick in
          let term = terms.term(pick, at: place)
          let total = AccessTerms.Term(
            value: choice.total.value + term.value, capital: choice.total.capital + term.capital)
          return (total, pick == .fibre ? choice.fibre | 1 << place : choice.fibre)
        }
      }
    }
    let losesMoney = objective == .leastCost || objective == .greatestNetPresentValue
    return choices.compactMap { choice -> Int? in
      guard let routes = tree.map({ ways(choice.fibre, $0) }) ?? treeCapitals[choice.fibre] else { return nil }
      if let budget, choice.total.capital + routes > budget { return nil }
      return choice.total.value - (losesMoney ? 2 * routes : 0)
    }.max()
  }

  /// What the ways over a fixed tree cost; nil if a place has fibre and the one before it has none.
  private func ways(_ fibre: Int, _ tree: SpanningTreeAccess) -> Int? {
    var capital = 0
    for place in 0..<model.placeCount where fibre >> place & 1 == 1 {
      guard let parent = tree.parents[place], parent < 0 || fibre >> parent & 1 == 1 else { return nil }
      capital += tree.ways[place].reduce(0) { $0 + model.graph.costs[$1] }
    }
    return capital
  }
}
