/// What each option brings by an objective, and takes of the budget.
struct AccessTerms: Sendable {
  /// What one option brings and takes.
  struct Term: Sendable, Equatable {
    var value: Int
    var capital: Int
  }

  /// What a unit of value and a unit of capital count for; a score is the one less the other.
  struct Weights: Sendable, Equatable {
    var value: Int
    var capital: Int

    func score(_ term: Term) -> Int { value * term.value - capital * term.capital }

    /// What a choice within a budget brings at most, where no choice has more than a score; for a value that counts.
    func ceiling(score: Int, budget: Int) -> Int {
      let number = score + capital * budget
      return number % value < 0 ? number / value - 1 : number / value
    }
  }

  /// Edges cost their capital.
  let graph: Graph
  /// What of the value each edge costs, at least 0.
  let routeLosses: [Int]
  /// As for ``AccessModel``.
  let routeLengths: [Int]
  /// One per place; nil where there is no fibre.
  var fibre: [Term?]
  /// One list per place.
  var alternatives: [[Term]]
  /// Whether a place may be left without.
  let allowsNone: Bool
  /// One per place: the only way it may be connected; nil where it is free.
  var fixed: [AccessChoice.Pick?]

  /// The terms of a model by an objective. `allowsNone` is false for the least cost only.
  init(_ model: AccessModel, _ objective: AccessObjective) {
    let isMoney = objective == .leastCost || objective == .greatestNetPresentValue
    func term(_ option: AccessModel.Option, _ place: Int) -> Term {
      let value =
        switch objective {
        case .leastCost: -option.netPresentCost
        case .mostPeople: model.people[place]
        case .mostVillages: 1
        case .greatestNetPresentValue: model.revenues[place] - option.netPresentCost
        }
      return Term(value: value, capital: option.capital)
    }
    graph = model.graph
    routeLengths = model.routeLengths
    routeLosses = isMoney ? model.routeNetPresentCosts : model.routeNetPresentCosts.map { _ in 0 }
    fibre = model.fibre.enumerated().map { place, option in option.map { term($0, place) } }
    alternatives = model.alternatives.enumerated().map { place, options in options.map { term($0, place) } }
    allowsNone = objective != .leastCost
    fixed = model.fibre.map { _ in nil }
  }

  /// How many places there are.
  var placeCount: Int { fibre.count }

  /// What all routes and all options together cost to build.
  var everythingCapital: Int {
    fibre.indices.reduce(graph.costs.reduce(0, +)) { sum, place in
      alternatives[place].reduce(sum + (fibre[place]?.capital ?? 0)) { $0 + $1.capital }
    }
  }

  /// What a pick brings and takes at a place, without its route.
  func term(_ pick: AccessChoice.Pick, at place: Int) -> Term {
    switch pick {
    case .none: Term(value: 0, capital: 0)
    case .fibre: fibre[place] ?? Term(value: 0, capital: 0)
    case .alternative(let index): alternatives[place][index]
    }
  }

  /// What a choice brings and takes.
  func total(_ choice: AccessChoice) -> Term {
    var total = Term(value: 0, capital: 0)
    for (place, pick) in choice.picks.enumerated() {
      let term = term(pick, at: place)
      total.value += term.value
      total.capital += term.capital
    }
    for edge in choice.edges {
      total.value -= routeLosses[edge]
      total.capital += graph.costs[edge]
    }
    return total
  }

  /// The ways a place may be connected.
  func picks(at place: Int) -> [AccessChoice.Pick] {
    if let pick = fixed[place] { return [pick] }
    var picks = alternatives[place].indices.map { AccessChoice.Pick.alternative($0) }
    if fibre[place] != nil { picks.append(.fibre) }
    if allowsNone || picks.isEmpty { picks.append(.none) }
    return picks
  }

  /// The best way without fibre, of equal ones the first, and its score; nil where there is none and none is not allowed.
  func bestWithoutFibre(_ place: Int, _ weights: Weights) -> (pick: AccessChoice.Pick, score: Int)? {
    if let pick = fixed[place] { return pick == .fibre ? nil : (pick, weights.score(term(pick, at: place))) }
    var best: (pick: AccessChoice.Pick, score: Int)? = allowsNone ? (.none, 0) : nil
    for (index, term) in alternatives[place].enumerated() {
      let score = weights.score(term)
      if best.map({ score > $0.score }) ?? true { best = (.alternative(index), score) }
    }
    return best
  }

  /// The choice with the greatest score that the solver finds, and an upper bound on the greatest.
  func decide(_ weights: Weights, solver: PrizeSolver) throws(GraphError) -> (choice: AccessChoice, upperBound: Int) {
    let costs = routeLosses.indices.map { weights.value * routeLosses[$0] + weights.capital * graph.costs[$0] }
    let joining = NetworkJoining(graph: Graph(graph, costs: costs), placeCount: placeCount)
    var picks: [AccessChoice.Pick] = []
    var gains: [Int?] = []
    var required: [Int] = []
    var base = 0
    for place in 0..<placeCount {
      let other = bestWithoutFibre(place, weights)
      let score = fixed[place] ?? .fibre == .fibre ? fibre[place].map(weights.score) : nil
      picks.append(other?.pick ?? .none)
      if other == nil, score != nil { required.append(place) }
      base += other?.score ?? score ?? 0
      gains.append(score.map { $0 - (other?.score ?? $0) })
    }
    let outcome = try joining.decide(gains: gains, required: required, solver: solver)
    for place in outcome.joined { picks[place] = .fibre }
    return (AccessChoice(picks: picks, edges: outcome.edges), base + outcome.upperBound)
  }
}
