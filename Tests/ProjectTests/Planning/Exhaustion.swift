import Geospatial
import Rollout

@testable import Project

/// The best plan in years by trying every one, with nothing left out but what breaks a rule: each line in either direction and
/// year, each village with each way and year, each site with each year and sharing. It shares no code with the search.
struct Exhaustion {
  let forests: [PlannedService: JointForest]
  let sites: JointSites
  let years: Int
  /// For each limit the services that draw on it and the money up to each year.
  let budgets: [(services: Set<PlannedService>, available: [Int])]
  let discountPercent: Double
  let price: (PlanItem) throws -> Int
  let benefit: (PlannedService, Int) -> Int

  /// One way to build a service. Years are counted from 0; never is the number of years.
  private struct Way: Hashable {
    var value: Int
    /// The money taken up to each year.
    var spent: [Int]
    /// From when there is something to share at each site, and by when it must be there.
    var offers: [Int] = []
    var cableWants: [Int] = []
    var gridWants: [Int] = []
  }

  /// The greatest worth, in millionths of a year of benefit.
  func best() throws -> Int {
    let none = Way(
      value: 0, spent: money([]), offers: sites.sites.map { _ in years }, cableWants: sites.sites.map { _ in years },
      gridWants: sites.sites.map { _ in years })
    let cables = try forests[.fibre].map { try ways(.fibre, $0) } ?? [none]
    let grids = try forests[.power].map { try ways(.power, $0) } ?? [none]
    let towers = sites.sites.isEmpty ? [none] : try siteWays()
    let greatest = (cable: cables.first?.value ?? 0, grid: grids.first?.value ?? 0)
    var best = 0
    for tower in towers where tower.value + greatest.cable + greatest.grid > best {
      for cable in cables {
        if tower.value + cable.value + greatest.grid <= best { break }
        guard zip(cable.offers, tower.cableWants).allSatisfy({ $1 == years || $0 <= $1 }) else { continue }
        let both = [PlannedService.signal: tower.spent, .fibre: cable.spent]
        guard fits(both) else { continue }
        for grid in grids {
          if tower.value + cable.value + grid.value <= best { break }
          guard zip(grid.offers, tower.gridWants).allSatisfy({ $1 == years || $0 <= $1 }) else { continue }
          if fits(both.merging([.power: grid.spent]) { $1 }) { best = tower.value + cable.value + grid.value }
        }
      }
    }
    return best
  }

  private func fits(_ spent: [PlannedService: [Int]]) -> Bool {
    budgets.allSatisfy { budget in
      (0..<years).allSatisfy { year in
        budget.services.reduce(0) { $0 + (spent[$1]?[year] ?? 0) } <= budget.available[year]
      }
    }
  }

  /// The money taken up to each year by what is built in some years.
  private func money(_ costs: [(cost: Int, year: Int)]) -> [Int] {
    (0..<years).map { year in costs.reduce(0) { $1.year <= year ? $0 + $1.cost : $0 } }
  }

  private func value(_ service: PlannedService, _ village: Int, from year: Int) -> Int {
    var factor = 1.0
    var sum = 0
    for place in 0..<years {
      if place >= year { sum += Int((1_000_000 * factor).rounded()) }
      factor /= 1 + discountPercent / 100
    }
    return benefit(service, village) * sum
  }

  /// Every choice of numbers below the limits given.
  private func forEach(_ limits: [Int], _ body: ([Int]) throws -> Void) rethrows {
    var digits = limits.map { _ in 0 }
    while true {
      try body(digits)
      guard let place = digits.indices.first(where: { digits[$0] + 1 < limits[$0] }) else { return }
      for lower in 0..<place { digits[lower] = 0 }
      digits[place] += 1
    }
  }

  private func sorted(_ ways: Set<Way>, _ service: PlannedService) -> [Way] {
    ways.filter { fits([service: $0.spent]) }.sorted { $0.value > $1.value }
  }

  private func ways(_ service: PlannedService, _ forest: JointForest) throws -> [Way] {
    let lineCosts = try forest.lines.map { try price($0.item) }
    let choices = zip(forest.connections, forest.alternatives).map { connection, others in
      (connection.map { [$0] } ?? []) + others
    }
    let costs = try choices.map { try $0.map(price) }
    // Of lines alone: when each vertex is reached, and what it costs.
    var nets: Set<[[Int]]> = []
    forEach(forest.lines.map { _ in 1 + 2 * years }) { digits in
      let built = digits.indices.filter { digits[$0] > 0 }.map { line in
        let (year, direction) = (digits[line] - 1).quotientAndRemainder(dividingBy: 2)
        let ends = (forest.lines[line].tail, forest.lines[line].head)
        return (line: line, year: year, from: direction == 0 ? ends.0 : ends.1, to: direction == 0 ? ends.1 : ends.0)
      }
      let count = 1 + (forest.lines.flatMap { [$0.tail, $0.head] } + [choices.count]).reduce(0, max)
      var reached = [Int](repeating: years, count: count)
      reached[0] = 0
      for _ in 0...built.count {
        for line in built { reached[line.to] = min(reached[line.to], max(line.year, reached[line.from])) }
      }
      guard built.allSatisfy({ reached[$0.from] <= $0.year }) else { return }
      nets.insert([reached, money(built.map { (lineCosts[$0.line], $0.year) })])
    }
    var ways: Set<Way> = []
    for net in nets where fits([service: net[1]]) {
      forEach(choices.map { 1 + $0.count * years }) { digits in
        var (value, offers) = (0, sites.sites.map { _ in years })
        var bought: [(cost: Int, year: Int)] = []
        for (village, digit) in digits.enumerated() where digit > 0 {
          let (way, year) = (digit - 1).quotientAndRemainder(dividingBy: years)
          let item = choices[village][way]
          if forest.connections[village] != nil, way == 0, net[0][village + 1] > year { return }
          value += self.value(service, item.villages[0], from: year)
          bought.append((costs[village][way], year))
          guard [.fibreVillage, .gridVillage, .miniGrid].contains(item.kind) else { continue }
          for (site, place) in sites.sites.map(\.place).enumerated() where item.shape == .point(place) {
            offers[site] = min(offers[site], year)
          }
        }
        ways.insert(Way(value: value, spent: zip(money(bought), net[1]).map(+), offers: offers))
      }
    }
    return sorted(ways, service)
  }

  private func siteWays() throws -> [Way] {
    let costs = try sites.sites.map { site in
      try [site.tower, site.backhaul, site.solar].map { try $0.map(price) ?? 0 }
    }
    var ways: Set<Way> = []
    forEach(sites.sites.map { _ in 1 + 4 * years }) { digits in
      var bought: [(cost: Int, year: Int)] = []
      var (cables, grids) = (sites.sites.map { _ in years }, sites.sites.map { _ in years })
      var served: [Int: Int] = [:]
      for (number, digit) in digits.enumerated() where digit > 0 {
        let (year, sharing) = (digit - 1).quotientAndRemainder(dividingBy: 4)
        let site = sites.sites[number]
        if sharing & 1 != 0, site.backhaul == nil || site.tower == nil { return }
        if sharing & 2 != 0, site.solar == nil { return }
        if sharing & 1 == 0, let parent = site.parent, digits[parent] == 0 || (digits[parent] - 1) / 4 > year { return }
        bought.append((costs[number][0], year))
        if sharing & 1 == 0 { bought.append((costs[number][1], year)) } else { cables[number] = year }
        if sharing & 2 == 0 { bought.append((costs[number][2], year)) } else { grids[number] = year }
        for village in site.tower?.villages ?? [] { served[village] = min(served[village] ?? years, year) }
      }
      ways.insert(
        Way(
          value: served.reduce(0) { $0 + value(.signal, $1.key, from: $1.value) }, spent: money(bought),
          cableWants: cables, gridWants: grids))
    }
    return sorted(ways, .signal)
  }
}
