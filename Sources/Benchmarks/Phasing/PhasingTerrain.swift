import Randomness
import Rollout

/// Plans to be phased, made from a seed: forests of cables and power lines, and mobile sites that need one of each.
struct PhasingTerrain {
  /// Whose budgets there are.
  enum Budgets: String, CaseIterable {
    /// One for all services.
    case shared
    /// One for each service.
    case split
  }

  var items: Int
  var years: Int
  /// Which part of the cost of all items the budgets of all years come to.
  var share: Double
  var budgets: Budgets
  /// Whether crews build so many metres a year too.
  var hasCrews: Bool
  var seed: UInt64

  /// As in `split-crews-1000-20`.
  var name: String { "\(budgets.rawValue)\(hasCrews ? "-crews" : "")-\(items)-\(Int((share * 100).rounded()))" }

  /// The instance: half of the items are cables, three in ten power lines, two in ten sites, each place in a square at random.
  func instance() throws -> PhasingInstance {
    var generator = SeededGenerator(seed: seed).fork("phasing", items)
    var found = Found()
    let cables = grow(items / 2, metresOfCable, .fibre, perMetre: 150_000, served: 0.6, &found, &generator)
    let lines = grow(items * 3 / 10, metresOfLine, .power, perMetre: 300_000, served: 1, &found, &generator)
    let sites = (0..<max(1, items - cables.count - lines.count)).map { _ in place(&generator) }
    let firstSite = found.items.count
    for site in sites {
      let cable = nearest(to: site, among: cables, 60, &generator)
      let line = nearest(to: site, among: lines, 60, &generator)
      let needs = (generator.chance(0.7) ? [cable, line] : [cable]).compactMap { $0 }
      let cost = 2_000_000_000 + generator.index(2_000_000_000)
      found.items.append(PhasingItem(cost: cost, service: .signal, needs: needs))
    }
    // Three sites reach a village on average.
    let reach = 3 / (3.14 * Double(sites.count))
    for _ in 0..<(2 * sites.count) {
      let village = place(&generator)
      let near = sites.indices.filter { Self.squaredDistance(village, sites[$0]) < reach }
      if !near.isEmpty { found.serve(.signal, people: 400, near.map { firstSite + $0 }, &generator) }
    }
    return try PhasingInstance(
      items: found.items, demands: found.demands, yearCount: years, limits: limits(found.items), discountPercent: 8)
  }

  private typealias Place = (east: Double, north: Double)
  private typealias Placed = (item: Int, place: Place)

  private struct Found {
    var items: [PhasingItem] = []
    var demands: [PhasingDemand] = []

    mutating func serve(
      _ service: PlannedService, people: Double, _ options: [Int], _ generator: inout SeededGenerator
    ) {
      let benefit = 50 + Int(generator.exponential(mean: people))
      demands.append(
        PhasingDemand(village: demands.count, service: service, benefit: benefit, options: options))
    }
  }

  private let metresOfCable = (least: 1000.0, mean: 5000.0)
  private let metresOfLine = (least: 500.0, mean: 4000.0)

  /// A forest, each stretch on the nearest of some that stand before it; a village at its end now and then.
  private func grow(
    _ count: Int, _ metres: (least: Double, mean: Double), _ service: PlannedService, perMetre: Int, served: Double,
    _ found: inout Found, _ generator: inout SeededGenerator
  ) -> [Placed] {
    var grown: [Placed] = []
    for index in 0..<count {
      let here = place(&generator)
      let need = index < max(1, count / 60) ? nil : nearest(to: here, among: grown, 30, &generator)
      let length = Int(metres.least + generator.exponential(mean: metres.mean))
      grown.append((found.items.count, here))
      found.items.append(
        PhasingItem(
          cost: length * perMetre, service: service, lengthMetres: length, needs: need.map { [$0] } ?? []))
      if generator.chance(served) { found.serve(service, people: 300, [found.items.count - 1], &generator) }
    }
    return grown
  }

  private func place(_ generator: inout SeededGenerator) -> Place { (generator.fraction(), generator.fraction()) }

  /// The nearest of some drawn at random, none where there are none.
  private func nearest(
    to place: Place, among placed: [Placed], _ draws: Int, _ generator: inout SeededGenerator
  ) -> Int? {
    if placed.isEmpty { return nil }
    var best = placed[generator.index(placed.count)]
    for _ in 1..<draws {
      let other = placed[generator.index(placed.count)]
      if Self.squaredDistance(place, other.place) < Self.squaredDistance(place, best.place) { best = other }
    }
    return best.item
  }

  private static func squaredDistance(_ a: Place, _ b: Place) -> Double {
    (a.east - b.east) * (a.east - b.east) + (a.north - b.north) * (a.north - b.north)
  }

  private func limits(_ items: [PhasingItem]) -> [YearlyLimit] {
    func yearly(_ total: Int) -> [Int] { (0..<years).map { _ in Int(Double(total) * share / Double(years)) } }
    func cost(_ service: PlannedService) -> Int { items.reduce(0) { $1.service == service ? $0 + $1.cost : $0 } }
    var limits: [YearlyLimit] = []
    switch budgets {
    case .shared: limits.append(.budget(perYear: yearly(items.reduce(0) { $0 + $1.cost })))
    case .split:
      limits += PlannedService.allCases.map { .budget(perYear: yearly(cost($0)), services: [$0]) }
    }
    if hasCrews { limits.append(.capacity(metresPerYear: yearly(items.reduce(0) { $0 + $1.lengthMetres }))) }
    return limits
  }
}
