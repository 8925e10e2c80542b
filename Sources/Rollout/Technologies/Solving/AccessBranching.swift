/// Branch and bound over the ways of few places, where weights alone leave a gap.
///
/// Every node fixes some places; its bound is that of the weights around the budget (M. L. Fisher, *The Lagrangian
/// relaxation method for solving integer programming problems*, Management Science 27, 1981).
struct AccessBranching {
  /// With more places than this nothing is branched on.
  static let greatestPlaceCount = 40
  private static let nodeLimit = 400

  let budget: Int
  /// The weights whose bounds count; value counts in all.
  let weights: [AccessTerms.Weights]
  let solver: PrizeSolver

  private struct Node {
    var terms: AccessTerms
    var bound: Int
    /// What is best at each of the weights.
    var choices: [AccessChoice]
  }

  /// Branches from `terms`, offers what it finds, and returns what no choice within the budget exceeds.
  func run(_ terms: AccessTerms, upperBound: Int, fit: inout AccessFit) throws(GraphError) -> Int {
    var open = [try node(terms, below: upperBound, &fit)].compactMap { $0 }
    // The bounds of nodes with everything fixed.
    var settled = Int.min
    var count = 0
    while count < Self.nodeLimit, let first = open.indices.max(by: { (open[$0].bound, $1) < (open[$1].bound, $0) }) {
      let node = open.remove(at: first)
      if node.bound <= best(fit) { continue }
      count += 1
      guard let place = branchingPlace(node) else {
        settled = max(settled, node.bound)
        continue
      }
      for pick in node.terms.picks(at: place) {
        var terms = node.terms
        terms.fixed[place] = pick
        if let child = try self.node(terms, below: node.bound, &fit), child.bound > best(fit) { open.append(child) }
      }
    }
    return min(upperBound, max(best(fit), settled, open.map(\.bound).max() ?? Int.min))
  }

  private func best(_ fit: AccessFit) -> Int { fit.best?.total.value ?? Int.min }

  /// A node with its bound; nil if what is fixed exceeds the budget.
  private func node(_ terms: AccessTerms, below bound: Int, _ fit: inout AccessFit) throws(GraphError) -> Node? {
    let capital = AccessTerms.Weights(value: 0, capital: 1)
    let (cheapest, score) = try terms.decide(capital, solver: solver)
    if -score > budget { return nil }
    fit.offer(cheapest, capital)
    var node = Node(terms: terms, bound: bound, choices: [])
    // Value alone closes nodes with everything fixed.
    for weights in weights + [AccessTerms.Weights(value: 1, capital: 0)] where node.bound > best(fit) {
      let (choice, score) = try terms.decide(weights, solver: solver)
      fit.offer(choice, weights)
      node.bound = min(node.bound, weights.ceiling(score: score, budget: budget))
      node.choices.append(choice)
    }
    return node
  }

  /// A place that the weights disagree on, else any that is not fixed; nil if there is none.
  private func branchingPlace(_ node: Node) -> Int? {
    let free = node.terms.fixed.indices.filter { node.terms.fixed[$0] == nil && node.terms.picks(at: $0).count > 1 }
    let disputed = free.first { place in
      node.choices.contains { $0.picks[place] != node.choices[0].picks[place] }
    }
    return disputed ?? free.first
  }
}
