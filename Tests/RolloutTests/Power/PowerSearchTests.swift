import Geospatial
import Randomness
import Testing

@testable import Rollout

/// Seeded villages against search through everything.
@Suite struct PowerSearchTests {
  private static func electrification(_ seed: Int) throws -> Electrification {
    var generator = SeededGenerator(seed: UInt64(seed)).fork("power")
    var settings = PowerGround.settings
    settings.tier = [.tier2, .tier3, .tier3, .tier4][generator.index(4)]
    settings.mediumVoltageDetourFactor = generator.number(1, 1.5)
    let villages = PowerGround.drawn(&generator, count: 2 + generator.index(6), extent: generator.number(1_500, 12_000))
    return try Electrification(
      of: villages, grid: PowerGround.grid, catalogue: PowerGround.catalogue, settings: settings)
  }

  /// For every set of villages on the grid, the least cost of lines that reach them, through whatever other villages.
  private static func lineCosts(_ graph: Graph, villages: Int) -> [Int] {
    let all = 1 << villages
    var costs = (0..<all).map { set in
      RandomInstances.spanningCost(graph, [true] + (0..<villages).map { set >> $0 & 1 == 1 }) ?? Int.max / 2
    }
    for set in (0..<all).reversed() {
      for village in 0..<villages { costs[set] = min(costs[set], costs[set | 1 << village]) }
    }
    return costs
  }

  /// Every way to give each village a technology of those in `costs`, with its cost and the villages served.
  private static func assignments(
    _ costs: [PowerCosts], lines: [Int], allowsNone: Bool
  ) -> [(cost: Int, served: [Int], grid: Int)] {
    var assignments: [(cost: Int, served: [Int], grid: Int)] = [(0, [], 0)]
    for (village, cost) in costs.enumerated() {
      assignments = assignments.flatMap { old in
        var new: [(cost: Int, served: [Int], grid: Int)] = allowsNone ? [old] : []
        for offGrid in [cost.miniGrid, cost.solarHomes].compactMap({ $0 }) {
          new.append((old.cost + offGrid, old.served + [village], old.grid))
        }
        if let grid = cost.grid { new.append((old.cost + grid, old.served + [village], old.grid | 1 << village)) }
        return new
      }
    }
    return assignments.map { ($0.cost + lines[$0.grid], $0.served, $0.grid) }
  }

  @Test(arguments: 0..<120) func `no assignment of technologies costs less`(seed: Int) throws {
    let electrification = try Self.electrification(seed)
    let plan = try electrification.leastCost()
    let graph = try electrification.joining(.netPresent).graph
    let lines = Self.lineCosts(graph, villages: electrification.villageCount)
    let least = Self.assignments(plan.costs, lines: lines, allowsNone: false).map(\.cost).min()
    #expect(plan.cost == least)
    #expect(plan.lowerBound == plan.cost)
    #expect(try electrification.catalogue.cost(of: plan.items.flatMap(\.bill), .netPresent) == plan.cost)
    #expect(plan.items.flatMap(\.villages).sorted() == Array(0..<electrification.villageCount))
    for (place, item) in plan.items.enumerated() { #expect(item.needs.allSatisfy { $0 < place }) }
  }

  @Test func `among the drawn villages every technology is chosen`() throws {
    let chosen = try (0..<40).flatMap { try Self.electrification($0).leastCost().technologies.compactMap { $0 } }
    #expect(Set(chosen) == Set(PowerTechnology.allCases))
  }

  @Test(arguments: 0..<60) func `no choice is worth more at a price`(seed: Int) throws {
    let electrification = try Self.electrification(seed)
    var generator = SeededGenerator(seed: UInt64(seed)).fork("benefits")
    let benefits = electrification.households.counts.map { _ in generator.index(500) }
    let costs = try electrification.costs(.capital)
    let graph = try electrification.joining(.capital).graph
    let lines = Self.lineCosts(graph, villages: electrification.villageCount)
    let assignments = Self.assignments(costs, lines: lines, allowsNone: true)
    for price in [0, 300, 1_500, 100_000] {
      let choice = try electrification.choose(price: price, benefits: benefits)
      let greatest = assignments.map { assignment in
        price * assignment.served.reduce(0) { $0 + benefits[$1] } - assignment.cost
      }.max()
      #expect(price * choice.benefit - choice.cost == greatest)
      #expect(choice.upperBound == greatest)
      #expect(choice.items.flatMap(\.villages).sorted() == choice.villages)
      #expect(try electrification.catalogue.cost(of: choice.items.flatMap(\.bill), .capital) == choice.cost)
      #expect(choice.benefit == choice.villages.reduce(0) { $0 + benefits[$1] })
    }
  }

  @Test func `a choice that cannot be reckoned is refused`() throws {
    let electrification = try Electrification(
      of: PowerGround.villages([(100, 0)]), grid: PowerGround.grid, catalogue: PowerGround.catalogue)
    #expect(throws: PowerError.negative(what: "the price of a unit of benefit", value: -1)) {
      try electrification.choose(price: -1, benefits: [1])
    }
    #expect(throws: PowerError.negative(what: "the benefit of village 0", value: -2)) {
      try electrification.choose(price: 1, benefits: [-2])
    }
    #expect(throws: PowerError.wrongCount(of: "benefits", count: 0, villages: 1)) {
      try electrification.choose(price: 1, benefits: [])
    }
    #expect(throws: PowerError.worthTooLarge(price: 1 << 40)) {
      try electrification.choose(price: 1 << 40, benefits: [1 << 40])
    }
  }

  /// The village moves away from the grid until it leaves it, by bisection, to a tenth of a metre of line.
  @Test(arguments: 0..<8) func `break-even distance is where the village leaves the grid`(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed)).fork("break-even")
    var settings = PowerGround.settings
    settings.mediumVoltageDetourFactor = generator.number(1, 1.5)
    let households = Double(20 + generator.index(100))
    var (near, far) = (0.0, 30_000.0)
    var told: Double?
    while far - near > 0.05 {
      let middle = (near + far) / 2
      let plan = try Electrification(
        of: PowerGround.villages([(middle, 0)], households: households), grid: PowerGround.grid,
        catalogue: PowerGround.catalogue, settings: settings
      ).leastCost()
      told = plan.breakEvenMetres[0]
      if plan.technologies == [.grid] { near = middle } else { far = middle }
    }
    let metres = try #require(told)
    #expect(abs(near * settings.mediumVoltageDetourFactor - metres) < 0.2)
  }
}
