import Rollout

/// Takes away from a choice what a target does not need.
struct PlanTrimming {
  let part: PlanPart
  let benefits: Benefits
  let catalogue: CostCatalogue

  /// The choice without the villages that bring least for what is saved without them, as long as the benefit stays at `wanted` or
  /// above; none that is required goes.
  ///
  /// - Throws: `CostError`.
  func trimmed(_ choice: PricedChoice, to wanted: Int) throws -> PricedChoice {
    var isKept = choice.items.map { _ in true }
    let costs = try choice.items.map { try catalogue.cost(of: $0.bill) }
    var spare = choice.benefit - wanted
    while let leaf = poorest(choice.items, costs, isKept, spare: spare) {
      for item in leaf.items { isKept[item] = false }
      spare -= leaf.benefit
    }
    return rest(choice, costs, isKept)
  }

  /// The item that serves villages and that nothing kept needs, with all that stands for it alone, whose loss saves most for what
  /// it brings; nil where every loss is too much.
  private func poorest(
    _ items: [PlanItem], _ costs: [Int], _ isKept: [Bool], spare: Int
  ) -> (items: [Int], benefit: Int)? {
    var dependents = [Int](repeating: 0, count: items.count)
    var servers: [Int: Int] = [:]
    for place in items.indices where isKept[place] {
      for need in items[place].needs { dependents[need] += 1 }
      for village in items[place].villages { servers[village, default: 0] += 1 }
    }
    var best: (items: [Int], benefit: Int)?
    var bestRatio = 0.0
    for place in items.indices where isKept[place] && dependents[place] == 0 && !items[place].villages.isEmpty {
      let lost = items[place].villages.filter { servers[$0] == 1 }
      if lost.contains(where: part.reachableRequired.contains) { continue }
      let benefit = lost.reduce(0) { $0 + benefits.units($1, part.service) }
      if benefit > spare { continue }
      let chain = chain(of: place, items, dependents)
      let ratio = Double(chain.reduce(0) { $0 + costs[$1] } + 1) / Double(benefit + 1)
      if ratio > bestRatio { (best, bestRatio) = ((chain, benefit), ratio) }
    }
    return best
  }

  /// An item with those it needs that serve nobody and that nothing else needs.
  private func chain(of place: Int, _ items: [PlanItem], _ dependents: [Int]) -> [Int] {
    var chain = [place]
    var next = 0
    while next < chain.count {
      for need in items[chain[next]].needs where dependents[need] == 1 && items[need].villages.isEmpty {
        chain.append(need)
      }
      next += 1
    }
    return chain
  }

  private func rest(_ choice: PricedChoice, _ costs: [Int], _ isKept: [Bool]) -> PricedChoice {
    var numbers = [Int](repeating: -1, count: choice.items.count)
    var kept: [PlanItem] = []
    for place in choice.items.indices where isKept[place] {
      numbers[place] = kept.count
      kept.append(choice.items[place])
    }
    var rest = choice
    rest.items = kept.map { item in
      var item = item
      item.needs = item.needs.map { numbers[$0] }
      return item
    }
    rest.villages = Set(kept.flatMap(\.villages)).sorted()
    rest.cost = costs.indices.reduce(0) { isKept[$1] ? $0 + costs[$1] : $0 }
    rest.benefit = rest.villages.reduce(0) { $0 + benefits.units($1, part.service) }
    return rest
  }
}
