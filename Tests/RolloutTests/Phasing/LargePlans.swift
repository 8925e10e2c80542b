import Randomness

@testable import Rollout

/// Instances shaped like the real ones: forests of cables and power lines, and sites that need one of each.
enum LargePlans {
  /// So many items over five years: half cables, three in ten power lines, two in ten sites, each village within reach of a few.
  static func instance(itemCount: Int, seed: UInt64) throws -> PhasingInstance {
    var generator = SeededGenerator(seed: seed).fork("large plans", itemCount)
    var items: [PhasingItem] = []
    var demands: [PhasingDemand] = []
    let cables = itemCount / 2
    let lines = itemCount * 3 / 10
    let sites = itemCount - cables - lines
    func serve(_ service: PlannedService, _ people: Double, _ options: [Int]) {
      let benefit = 30 + Int(generator.exponential(mean: people))
      demands.append(PhasingDemand(village: demands.count, service: service, benefit: benefit, options: options))
    }
    for (service, count, price) in [(PlannedService.fibre, cables, 150_000), (.power, lines, 300_000)] {
      let start = items.count
      for place in 0..<count {
        let metres = 500 + Int(generator.exponential(mean: 4500))
        let needs = place < 2 || generator.chance(0.05) ? [] : [start + max(0, place - 1 - generator.index(8))]
        items.append(PhasingItem(cost: metres * price, service: service, lengthMetres: metres, needs: needs))
        if generator.chance(0.7) { serve(service, 300, [start + place]) }
      }
    }
    for place in 0..<sites {
      let cable = place * cables / sites
      let line = cables + place * lines / sites
      items.append(
        PhasingItem(
          cost: 2_000_000_000 + generator.index(2_000_000_000), service: .signal,
          needs: generator.chance(0.7) ? [cable, line] : [cable]))
    }
    for place in 0..<sites {
      let options = Set(
        (0..<(1 + generator.index(3))).map { _ in max(0, min(sites - 1, place + generator.index(5) - 2)) })
      serve(.signal, 400, options.sorted().map { cables + lines + $0 })
    }
    let cost = items.reduce(0) { $0 + $1.cost }
    return try PhasingInstance(
      items: items, demands: demands, yearCount: 5,
      limits: [.budget(perYear: (0..<5).map { _ in cost / 25 })], discountPercent: 8)
  }
}
