import Randomness

@testable import Rollout

/// Instances small enough to try every plan in years.
enum SmallPlans {
  /// The instance of a seed: up to 6 items in up to 3 years, with every kind of limit and condition now and then; nil where what
  /// is required cannot be.
  static func instance(seed: UInt64) -> PhasingInstance? {
    var generator = SeededGenerator(seed: seed).fork("small plans")
    let itemCount = 1 + generator.index(6)
    let years = 1 + generator.index(3)
    let services = PlannedService.allCases
    let density = generator.number(0.1, 0.7)
    let items = (0..<itemCount).map { item in
      PhasingItem(
        cost: generator.index(12), service: services[generator.index(3)], lengthMetres: generator.index(9),
        needs: (0..<item).filter { _ in generator.chance(density) && generator.chance(0.6) },
        earliestYear: generator.chance(0.15) ? 1 + generator.index(years) : 1,
        fixedYear: generator.chance(0.07) ? 1 + generator.index(years) : nil, isRequired: generator.chance(0.1))
    }
    let demands = (0..<(1 + generator.index(7))).map { demand in
      PhasingDemand(
        village: demand, service: services[generator.index(3)], benefit: generator.index(20),
        options: (0..<itemCount).filter { _ in generator.chance(0.3) })
    }
    var limits = [
      YearlyLimit.budget(
        perYear: (0..<years).map { _ in 1 + generator.index(16) }, carriesOver: generator.chance(0.6))
    ]
    if generator.chance(0.3) {
      limits.append(
        .budget(perYear: (0..<years).map { _ in generator.index(10) }, services: [services[generator.index(3)]]))
    }
    if generator.chance(0.4) {
      limits.append(
        .capacity(metresPerYear: (0..<years).map { _ in generator.index(16) }, carriesOver: generator.chance(0.2)))
    }
    return try? PhasingInstance(
      items: items, demands: demands, yearCount: years, limits: limits,
      discountPercent: generator.chance(0.5) ? 0 : generator.number(0, 20))
  }

  /// The most that any plan brings, by trying them all; nil when none is allowed.
  static func most(of instance: PhasingInstance) -> Double? { plans(of: instance).map(\.benefit).max() }

  /// Every plan that keeps to the rules, with what it brings.
  static func plans(of instance: PhasingInstance) -> [(years: [Int?], benefit: Double)] {
    var plans: [(years: [Int?], benefit: Double)] = []
    var years = [Int?](repeating: nil, count: instance.items.count)
    func assign(_ item: Int) {
      if item == years.count {
        if let benefit = try? instance.benefit(of: years) { plans.append((years, benefit)) }
        return
      }
      for year in [nil] + (1...instance.yearCount).map({ $0 }) {
        let isAllowed =
          year.map { year in instance.items[item].needs.allSatisfy { (years[$0] ?? .max) <= year } }
          ?? !instance.items[item].isRequired
        if !isAllowed { continue }
        years[item] = year
        assign(item + 1)
      }
      years[item] = nil
    }
    assign(0)
    return plans
  }
}
