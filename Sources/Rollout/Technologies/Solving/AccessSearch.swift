import Randomness

/// One search for the best choice of technologies, with its bound.
///
/// Without a budget one prize-collecting tree decides. With one, value and capital are weighed (Lagrangian relaxation, as
/// `BudgetSolver`): whatever the weights *a* and *b*, a choice within budget *B* brings at most (*U* + *b* *B*) / *a*, where
/// *U* bounds the scores of all choices. The weights at which the best choice just spends the budget give the least bound;
/// they are found by bisection, and the choices on the way are fitted to the budget. Few places are then branched on.
struct AccessSearch {
  /// What was found.
  struct Result: Sendable {
    var choice: AccessChoice
    /// By the objective; a cost for the least cost.
    var value: Int
    /// A lower bound for the least cost, else an upper bound.
    var bound: Int
  }

  private let model: AccessModel
  private let objective: AccessObjective
  private let budget: Int?
  private let solver: PrizeSolver
  private let terms: AccessTerms
  private let fixedTree: SpanningTreeAccess
  private var fit: AccessFit
  /// No choice within the budget brings more.
  private var upperBound = Int.max

  /// How many weights are tried, and how many choices are drawn beside the best.
  private static let weightCount = 24
  private static let drawCount = 24

  init(model: AccessModel, objective: AccessObjective, budget: Int?, solver: PrizeSolver) {
    self.model = model
    self.objective = objective
    self.solver = solver
    let terms = AccessTerms(model, objective)
    // More than everything costs is no more than that, and does not overflow.
    let budget = budget.map { min($0, terms.everythingCapital) }
    self.terms = terms
    self.budget = budget
    fixedTree = SpanningTreeAccess(terms)
    fit = AccessFit(terms, budget: budget ?? Int.max)
  }

  private var countsHeads: Bool { objective == .mostPeople || objective == .mostVillages }

  /// Searches. Throws `AccessError` for a budget that does not reach all where all must be, and `GraphError`.
  mutating func run() throws -> Result {
    if countsHeads {
      if let all = try connectAll() { return all }
    } else if let best = try withoutBudget() {
      return best
    }
    guard let budget else { return result }
    if objective == .leastCost { try checkBudget(budget) }
    var weights = WeightSearch(terms, countsHeads: countsHeads)
    var sharpest = weights.current
    while weights.isOpen, isShort {
      let before = upperBound
      let total = try step(weights.current, solver: share(of: Self.weightCount))
      if upperBound < before { sharpest = weights.current }
      weights.learn(isWithin: total.capital <= budget)
    }
    if terms.placeCount <= AccessBranching.greatestPlaceCount {
      let branching = AccessBranching(budget: budget, weights: [sharpest] + weights.bracket, solver: solver)
      if isShort { upperBound = try branching.run(terms, upperBound: upperBound, fit: &fit) }
    } else {
      try draw(sharpest)
    }
    return result
  }

  /// Whether more may be possible.
  private var isShort: Bool { fit.best?.total.value ?? Int.min < upperBound }

  /// The best choice found, in terms of the objective.
  private var result: Result {
    let best = fit.best
    let choice = best?.choice ?? AccessChoice(picks: terms.fibre.map { _ in .none }, edges: [])
    let value = best?.total.value ?? 0
    let bound = max(upperBound, value)
    return objective == .leastCost
      ? Result(choice: choice, value: -value, bound: -bound) : Result(choice: choice, value: value, bound: bound)
  }

  private func share(of count: Int) -> PrizeSolver {
    var solver = solver
    solver.workLimit = max(1, solver.workLimit / count)
    return solver
  }

  /// Decides by weights, fits the choice and that over the fixed tree, and lowers the bound. Returns what the choice totals.
  private mutating func step(_ weights: AccessTerms.Weights, solver: PrizeSolver) throws -> AccessTerms.Term {
    let (choice, score) = try terms.decide(weights, solver: solver)
    fit.offer(choice, weights)
    fit.offer(fixedTree.decide(terms, weights), weights)
    if weights.value > 0, let budget {
      upperBound = min(upperBound, weights.ceiling(score: score, budget: budget))
    }
    return terms.total(choice)
  }

  // MARK: Where the budget does not matter

  /// Everything connected, at the least net present cost, or else the least capital, if the budget allows it; nil if not.
  private mutating func connectAll() throws -> Result? {
    let cost = AccessTerms(model, .leastCost)
    let tree = SpanningTreeAccess(cost)
    var all = AccessFit(cost, budget: budget ?? Int.max)
    for weights in [AccessTerms.Weights(value: 1, capital: 0), AccessTerms.Weights(value: 0, capital: 1)] {
      let choice = try cost.decide(weights, solver: share(of: 2)).choice
      for choice in [choice, tree.decide(cost, weights)] {
        all.offer(choice, weights)
        fit.offer(choice, AccessTerms.Weights(value: 0, capital: 1))
      }
      if let best = all.best {
        let value = terms.total(best.choice).value
        return Result(choice: best.choice, value: value, bound: value)
      }
    }
    upperBound = terms.fibre.indices.reduce(0) { sum, place in
      sum + (terms.fibre[place] ?? terms.alternatives[place].first ?? AccessTerms.Term(value: 0, capital: 0)).value
    }
    return nil
  }

  /// The best choice at any capital, if the budget allows it; nil if not.
  private mutating func withoutBudget() throws -> Result? {
    let weights = AccessTerms.Weights(value: 1, capital: 0)
    let (choice, bound) = try terms.decide(weights, solver: solver)
    upperBound = bound
    fit.offer(choice, weights)
    fit.offer(fixedTree.decide(terms, weights), weights)
    guard budget == nil || terms.total(choice).capital <= budget ?? 0 else { return nil }
    return result
  }

  /// Throws if the least capital for all exceeds the budget.
  private mutating func checkBudget(_ budget: Int) throws {
    let weights = AccessTerms.Weights(value: 0, capital: 1)
    let (choice, score) = try terms.decide(weights, solver: solver)
    fit.offer(choice, weights)
    let other = fixedTree.decide(terms, weights)
    fit.offer(other, weights)
    if fit.best == nil {
      let cheapest = min(terms.total(choice).capital, terms.total(other).capital)
      throw AccessError.budgetTooSmall(budget: budget, cheapest: cheapest, lowerBound: -score)
    }
  }

  // MARK: More choices

  /// Fits choices decided under values changed at random, at the weights that spend the budget.
  private mutating func draw(_ weights: AccessTerms.Weights) throws {
    var generator = SeededGenerator(seed: solver.seed).fork("access")
    for _ in 0..<Self.drawCount where isShort {
      var changed = terms
      let spread = generator.number(0.1, 0.8)
      for place in 0..<terms.placeCount {
        let factor = 1 + spread * (2 * generator.fraction() - 1)
        func scaled(_ term: AccessTerms.Term) -> AccessTerms.Term {
          AccessTerms.Term(value: term.value, capital: Int(Double(term.capital) * factor))
        }
        changed.fibre[place] = terms.fibre[place].map(scaled)
        changed.alternatives[place] = terms.alternatives[place].map(scaled)
      }
      fit.offer(try changed.decide(weights, solver: share(of: 2 * Self.drawCount)).choice, weights)
    }
  }
}
