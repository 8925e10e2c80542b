/// Makes choices fit a budget: gives up what brings least for its capital, and spends what is left on what brings most.
struct AccessFit {
  let terms: AccessTerms
  let budget: Int
  /// The best choice within the budget, with what it brings and takes.
  private(set) var best: (choice: AccessChoice, total: AccessTerms.Term)?
  private(set) var work = 0
  private var picks: [AccessChoice.Pick] = []
  private var vertices: [Bool]
  private var tree: RootedTree
  private var nearest: NearestBases

  init(_ terms: AccessTerms, budget: Int) {
    self.terms = terms
    self.budget = budget
    let count = terms.graph.vertexCount
    vertices = [Bool](repeating: false, count: count)
    tree = RootedTree(vertexCount: count)
    nearest = NearestBases(vertexCount: count)
  }

  /// Fits a choice, and keeps it if it brings more than the best, or as much for less. `weights` decide what a place that
  /// loses its fibre falls back to.
  mutating func offer(_ choice: AccessChoice, _ weights: AccessTerms.Weights) {
    keep(choice)
    picks = choice.picks
    for vertex in vertices.indices { vertices[vertex] = vertex == CandidateNetwork.root }
    for edge in choice.edges {
      vertices[Int(terms.graph.tails[edge])] = true
      vertices[Int(terms.graph.heads[edge])] = true
    }
    guard span(), trim(weights) else { return }
    var last: Int?
    repeat {
      fill()
      let reached = current
      keep(reached)
      let value = terms.total(reached).value
      if let last, value <= last { break }
      last = value
    } while shorten()
  }

  private var current: AccessChoice { AccessChoice(picks: picks, edges: tree.edges.sorted()) }

  private mutating func keep(_ choice: AccessChoice) {
    let total = terms.total(choice)
    guard total.capital <= budget, terms.allowsNone || isWhole(choice) else { return }
    if let best, (best.total.value, -best.total.capital) >= (total.value, -total.capital) { return }
    best = (choice, total)
  }

  /// Whether all places that can be are connected.
  private func isWhole(_ choice: AccessChoice) -> Bool {
    choice.picks.indices.allSatisfy { place in
      choice.picks[place] != .none || (terms.fibre[place] == nil && terms.alternatives[place].isEmpty)
    }
  }

  private var fibreVertices: [Int] {
    picks.indices.filter { picks[$0] == .fibre }.map(CandidateNetwork.vertex(ofVillage:))
  }

  /// The cheapest tree on `vertices`, without leaves that no place with fibre needs.
  private mutating func span() -> Bool {
    work += terms.graph.vertexCount
    let goal = SteinerInstance(graph: terms.graph, marking: [CandidateNetwork.root] + fibreVertices)
    return tree.span(vertices, of: goal, from: CandidateNetwork.root)
  }

  /// Reaches the same places for less.
  private mutating func shorten() -> Bool {
    let goal = SteinerInstance(graph: terms.graph, marking: [CandidateNetwork.root] + fibreVertices)
    var search = LocalSearch(instance: goal)
    let isBetter = search.improve(tree.contains, of: goal)
    if isBetter { vertices = search.tree.contains }
    work += search.work
    return isBetter && span()
  }

  // MARK: Too much

  /// Something to give up.
  private struct Saving {
    var loss: Int
    var capital: Int
    /// A place that changes its way, or the top vertex of a part of the tree that falls back.
    var place: Int
    var pick: AccessChoice.Pick?

    /// Loses less for what it saves.
    static func isCheaper(_ first: Saving, _ second: Saving) -> Bool {
      let (left, right) = (Double(first.loss) * Double(second.capital), Double(second.loss) * Double(first.capital))
      if left != right { return left < right }
      return (first.capital, first.place) < (second.capital, second.place)
    }
  }

  /// Gives up until the rest fits; false if nothing more can be.
  private mutating func trim(_ weights: AccessTerms.Weights) -> Bool {
    while true {
      let excess = terms.total(current).capital - budget
      if excess <= 0 { return true }
      var savings = branches(weights)
      for place in picks.indices where picks[place] != .fibre {
        if let saving = saving(at: place) { savings.append(saving) }
      }
      if savings.isEmpty { return false }
      savings.sort(by: Saving.isCheaper)
      work += savings.count * 8
      vertices = tree.contains
      var cut = 0
      // Half of what is too much at a time, so that what is left is judged anew.
      for saving in savings where cut * 2 < excess {
        if cut > 0, saving.capital > 2 * (excess - cut) { continue }
        if apply(saving, weights) { cut += saving.capital }
      }
      guard span() else { return false }
    }
  }

  /// The best change of a place without fibre that saves capital.
  private func saving(at place: Int) -> Saving? {
    let now = terms.term(picks[place], at: place)
    var others = terms.alternatives[place].indices.map { AccessChoice.Pick.alternative($0) }
    if terms.allowsNone { others.append(.none) }
    return others.map { pick in
      let term = terms.term(pick, at: place)
      return Saving(loss: now.value - term.value, capital: now.capital - term.capital, place: place, pick: pick)
    }.filter { $0.capital > 0 }.min(by: Saving.isCheaper)
  }

  /// The parts of the tree that could fall back to other ways and save capital.
  private func branches(_ weights: AccessTerms.Weights) -> [Saving] {
    let graph = terms.graph
    var below: [Int: Saving] = [:]
    var isBound: Set<Int> = []
    for vertex in tree.order.reversed() {
      let vertex = Int(vertex)
      let arc = Int(tree.parentArcs[vertex])
      if arc < 0 { continue }
      var own = below[vertex] ?? Saving(loss: 0, capital: 0, place: vertex, pick: nil)
      let place = vertex - 1
      if place < terms.placeCount, picks[place] == .fibre {
        let now = terms.term(.fibre, at: place)
        if let other = terms.bestWithoutFibre(place, weights) {
          let term = terms.term(other.pick, at: place)
          own.loss += now.value - term.value
          own.capital += now.capital - term.capital
        } else {
          isBound.insert(vertex)
        }
      }
      own.loss -= terms.routeLosses[arc >> 1]
      own.capital += graph.costs[arc >> 1]
      below[vertex] = own
      let parent = graph.source(ofArc: arc)
      var above = below[parent] ?? Saving(loss: 0, capital: 0, place: parent, pick: nil)
      above.loss += own.loss
      above.capital += own.capital
      below[parent] = above
      if isBound.contains(vertex) { isBound.insert(parent) }
    }
    return tree.order.compactMap { vertex in
      guard tree.parentArcs[Int(vertex)] >= 0, !isBound.contains(Int(vertex)) else { return nil }
      return below[Int(vertex)].flatMap { $0.capital > 0 ? $0 : nil }
    }
  }

  /// Gives something up; false if it is gone already.
  private mutating func apply(_ saving: Saving, _ weights: AccessTerms.Weights) -> Bool {
    if let pick = saving.pick {
      picks[saving.place] = pick
      return true
    }
    guard vertices[saving.place] else { return false }
    var isGone: Set<Int> = [saving.place]
    for vertex in tree.order {
      let vertex = Int(vertex)
      let arc = Int(tree.parentArcs[vertex])
      guard vertex == saving.place || (arc >= 0 && isGone.contains(terms.graph.source(ofArc: arc))) else { continue }
      isGone.insert(vertex)
      vertices[vertex] = false
      let place = vertex - 1
      if place >= 0, place < terms.placeCount, picks[place] == .fibre {
        picks[place] = terms.bestWithoutFibre(place, weights)?.pick ?? .none
      }
    }
    work += tree.order.count
    return true
  }

  // MARK: Something left

  /// Spends what is left on the changes that bring most for their capital.
  private mutating func fill() {
    let graph = terms.graph
    var rest = budget - terms.total(current).capital
    var hasChanged = true
    while hasChanged {
      hasChanged = false
      vertices = tree.contains
      nearest.find(in: graph, isBase: vertices)
      work += graph.vertexCount + graph.edgeCount
      var gains: [(ratio: Double, place: Int, pick: AccessChoice.Pick)] = []
      for place in picks.indices {
        for pick in otherPicks(place) {
          let change = change(place, to: pick)
          guard change.capital <= rest, isGain(change) else { continue }
          gains.append((change.capital <= 0 ? .infinity : Double(change.value) / Double(change.capital), place, pick))
        }
      }
      // Stable among equals: by place, then in the order of the ways.
      let order = gains.indices.sorted { (gains[$0].ratio, $1) > (gains[$1].ratio, $0) }
      for index in order {
        let (place, pick) = (gains[index].place, gains[index].pick)
        let change = change(place, to: pick)
        guard pick != picks[place], change.capital <= rest, isGain(change) else { continue }
        rest -= change.capital
        hasChanged = true
        picks[place] = pick
        if pick == .fibre { lay(to: place) }
      }
      _ = span()
      rest = budget - terms.total(current).capital
    }
  }

  private func isGain(_ change: AccessTerms.Term) -> Bool {
    change.value > 0 || (change.value == 0 && change.capital < 0)
  }

  private func otherPicks(_ place: Int) -> [AccessChoice.Pick] {
    var others = terms.alternatives[place].indices.map { AccessChoice.Pick.alternative($0) }
    if terms.fibre[place] != nil, nearest[CandidateNetwork.vertex(ofVillage: place)].base >= 0 {
      others.append(.fibre)
    }
    if terms.allowsNone { others.append(.none) }
    return others.filter { $0 != picks[place] }
  }

  /// What changes if a place is connected otherwise, with the way from the tree to it where it gets fibre.
  private func change(_ place: Int, to pick: AccessChoice.Pick) -> AccessTerms.Term {
    let (old, new) = (terms.term(picks[place], at: place), terms.term(pick, at: place))
    var change = AccessTerms.Term(value: new.value - old.value, capital: new.capital - old.capital)
    guard pick == .fibre else { return change }
    var vertex = CandidateNetwork.vertex(ofVillage: place)
    while !vertices[vertex] {
      let arc = Int(nearest[vertex].arc)
      change.value -= terms.routeLosses[arc >> 1]
      change.capital += terms.graph.costs[arc >> 1]
      vertex = terms.graph.source(ofArc: arc)
    }
    return change
  }

  private mutating func lay(to place: Int) {
    var vertex = CandidateNetwork.vertex(ofVillage: place)
    while !vertices[vertex] {
      vertices[vertex] = true
      vertex = terms.graph.source(ofArc: Int(nearest[vertex].arc))
    }
  }
}
