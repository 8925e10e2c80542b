import Rollout

/// The years of a plan's items.
struct PlanPhasing: Sendable {
  /// What is asked.
  let request: PlanRequest
  /// The services planned.
  let services: [PlannedService]
  /// What serving each village counts.
  let benefits: Benefits
  /// For each service the villages that must be served.
  let required: [PlannedService: Set<Int>]

  /// How many items, needs and demands may be looked at to find the years of so many items. With a seventh of it those of 90,000
  /// items bring a sixteenth less than they can.
  static func workLimit(itemCount: Int) -> Int { min(2_000_000_000, max(200_000_000, 16_000 * itemCount)) }

  /// Decides when each item is built. Where money is not limited it is spread evenly, so that what brings most for its cost
  /// comes first.
  ///
  /// - Throws: `PhasingError`, `CostError`.
  func phase(_ items: [PlanItem]) throws -> PhasedPlan {
    let source = request.source
    let priced = try pricing()
    var list = try items.map(priced)
    var left = required
    for (place, item) in items.enumerated() {
      // One way to serve a village is enough.
      for village in item.villages where left[item.service]?.remove(village) != nil { list[place].isRequired = true }
    }
    let count = (items.flatMap(\.villages).max() ?? -1) + 1
    let instance = try PhasingInstance(
      items: list,
      demands: try PhasingDemand.demands(
        of: items,
        benefits: Dictionary(
          uniqueKeysWithValues: services.map { service in
            (service, (0..<count).map { benefits.units($0, service) })
          })),
      yearCount: source.years, limits: limits(list), discountPercent: request.catalogue.discountPercent)
    var solver = PhasingSolver()
    solver.seed = source.seed
    solver.workLimit = Self.workLimit(itemCount: items.count)
    return try solver.solve(instance)
  }

  /// What an item takes of money, as it is spent, and of building capacity.
  func pricing() throws -> @Sendable (PlanItem) throws -> PhasingItem {
    var catalogues: [PlannedService: CostCatalogue] = [:]
    for service in services { catalogues[service] = try request.spendingCatalogue(service) }
    let (prices, usual) = (catalogues, request.catalogue)
    return { item in
      var priced = try PhasingItem(item, prices: prices[item.service] ?? usual)
      priced.lengthMetres = Int((item.kilometres * 1000).rounded())
      return priced
    }
  }

  /// The rules of a search that tries everything; nil where money is not limited, or lost when it is not spent.
  func rules() throws -> JointRules? {
    guard request.budgetGroups(services).allSatisfy({ $0.perYear != nil }) else { return nil }
    let benefits = benefits
    return JointRules(
      yearCount: request.source.years, limits: limits([]), discountPercent: request.catalogue.discountPercent,
      required: required, priced: try pricing(), benefit: { benefits.units($1, $0) })
  }

  private func limits(_ items: [PhasingItem]) -> [YearlyLimit] {
    let source = request.source
    var limits = request.budgetGroups(services).map { group in
      let services = Set(group.services)
      let perYear =
        group.perYear ?? even(items.reduce(0) { services.contains($1.service) ? $0 + $1.cost : $0 })
      return YearlyLimit.budget(
        perYear: perYear, services: services, carriesOver: group.perYear == nil || source.carriesOver)
    }
    if let kilometres = source.kilometresPerYear {
      let metres = Int((kilometres * 1000).rounded())
      // A stretch longer than a year's work goes on in the next.
      limits.append(.capacity(metresPerYear: [Int](repeating: metres, count: source.years), carriesOver: true))
    }
    return limits
  }

  /// A sum spread over the years; the first years have the rest.
  private func even(_ total: Int) -> [Int] {
    // A plan of no money is one of items that cost nothing, and a budget of nothing at all is refused.
    PlanSource.Budget.total(max(total, 1)).perYear(request.source.years)
  }

  /// The worth of benefit that is there by the end of each year, in **years of benefit** worth those of year 1: of what is
  /// served from year *t* on, the sum over the years.
  func worth(_ cumulative: [Double]) -> Double {
    let rate = 1 + request.catalogue.discountPercent / 100
    var factor = 1.0
    return cumulative.reduce(0) { sum, benefit in
      defer { factor /= rate }
      return sum + benefit * factor
    }
  }
}
