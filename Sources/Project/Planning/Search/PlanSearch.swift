import Geospatial
import Rollout

/// Finds what to build and when, with a bound on how good any plan can be.
struct PlanSearch: Sendable {
  /// What is asked.
  let request: PlanRequest
  /// The services.
  let parts: [PlanPart]
  /// What serving each village counts.
  let benefits: Benefits
  /// How many villages the project has.
  let villageCount: Int

  /// What was found.
  struct Found: Sendable {
    /// What may be built.
    var items: [PlanItem] = []
    /// The year of each item, from 1; nil for those left out.
    var years: [Int?] = []
    /// How good it is.
    var quality = Plan.Quality(value: 0, bound: 0)
    /// Benefit against money.
    var curve: [Plan.CurvePoint] = []
    /// What is to be told.
    var remarks: [String] = []
    /// Whether it was cancelled.
    var wasCancelled = false
  }

  /// How often two prices are tried to meet the money of all years, of the years up to each, and of each point of the curve.
  private func rounds(_ ladder: PriceLadder) -> (main: Int, year: Int, curve: Int) {
    ladder.isLarge ? (4, 1, 1) : (7, 3, 1)
  }
  /// How many prices are tried to reach a target.
  private static let targetSteps = 12
  /// A plan that reaches this part of the bound is not looked at again.
  private static let closeEnough = 0.999

  /// Finds the plan; `phasing` is called before the years are decided.
  func run(_ phasing: @Sendable () -> Void) async throws -> Found {
    switch request.source.objective {
    case .cost: try await leastCost(phasing)
    case .people, .priority: try await mostBenefit(phasing)
    }
  }

  private var services: [PlannedService] { parts.map(\.service) }

  private var phases: PlanPhasing {
    PlanPhasing(
      request: request, services: services, benefits: benefits,
      required: Dictionary(uniqueKeysWithValues: parts.map { ($0.service, Set($0.required)) }))
  }

  // MARK: Most benefit

  private func mostBenefit(_ phasing: @Sendable () -> Void) async throws -> Found {
    var found = Found()
    var candidates: [[JointOption]] = []
    var ceilings = [Double](repeating: 0, count: request.source.years)
    for group in request.budgetGroups(services) {
      let members = parts.filter { group.services.contains($0.service) }
      var ladder = PriceLadder(members, members.map { $0.benefits(benefits) }, threads: request.threads)
      var whole: [[PlanItem]]?
      if !ladder.isLarge || group.perYear == nil { whole = try members.map { try $0.whole().items } }
      // Without a budget what everything costs is spread evenly.
      let perYear =
        try group.perYear ?? PlanSource.Budget.total(max(1, cost(whole ?? []))).perYear(request.source.years)
      let money = perYear.reduce(0, +)
      if group.perYear != nil { try await ladder.enclose(money: money, rounds: rounds(ladder).main) }
      var sum = 0
      for amount in perYear.dropLast() {
        sum += amount
        try await ladder.enclose(money: sum, rounds: rounds(ladder).year)
      }
      let frontier = try ladder.frontier()
      addCeilings(ladder.greatestBenefit, frontier, perYear, &ceilings)
      // On a large network everything takes long and is of use only where all of it can be paid.
      let isShort = ladder.next(money: money) != nil || ladder.wasCancelled
      let everything = try whole ?? (isShort ? nil : members.map { try $0.whole().items })
      let options = options(ladder, frontier, money: money, everything)
      candidates.append(group.perYear == nil ? Array(options.suffix(1)) : options)
      if request.curvePoints > 1 { try await addCurve(ladder, upTo: money, &found) }
      found.wasCancelled = found.wasCancelled || ladder.wasCancelled
    }
    phasing()
    var best = try await phased(candidates, ceilings, &found)
    let unit = benefits.unitsPerPerson
    var bound = phases.worth(ceilings)
    if !Task.isCancelled, best.map({ $0.benefit < bound }) ?? true, let exact = try everything() {
      bound = min(bound, exact.value)
      let phased = try phases.phase(exact.items)
      if best.map({ phased.benefit > $0.benefit }) ?? true {
        best = phased
        (found.items, found.years) = (exact.items, phased.years)
      }
    }
    let value = (best?.benefit ?? 0) / unit
    found.quality = Plan.Quality(value: value, bound: max(value, bound / unit))
    found.wasCancelled = found.wasCancelled || Task.isCancelled
    return found
  }

  /// The best plan of all that can be built; nil where there is too much to try.
  private func everything() throws -> JointSearch.Result? {
    guard let rules = try phases.rules() else { return nil }
    var forests: [PlannedService: JointForest] = [:]
    var sites: JointSites?
    for part in parts {
      switch part.joint {
      case nil: return nil
      case .forest(let forest)?: forests[part.service] = forest
      case .sites(let all)?: sites = all
      }
    }
    return try JointSearch(fibre: forests[.fibre], power: forests[.power], signal: sites, rules: rules).run()
  }

  /// What is just too much, of which the years take what brings most; what fits; and everything, for a small project may have
  /// no price at which the best for its money is chosen.
  private func options(
    _ ladder: PriceLadder, _ frontier: EfficientFrontier?, money: Int, _ whole: [[PlanItem]]?
  ) -> [JointOption] {
    var options = ladder.next(money: money).map { [JointOption(lists: $0.choices.map(\.items))] } ?? []
    if let frontier {
      let places = frontier.best(within: money).choices
      options.append(
        JointOption(
          lists: zip(frontier.services, places).map { choices, place in place.map { choices[$0].items } ?? [] }))
    }
    return options + (whole.map { [JointOption(lists: $0)] } ?? [])
  }

  /// The best of the candidates in years, with what services share and without, for what is shared may have to wait. Candidates
  /// that leave out a village that must be served are passed over.
  private func phased(
    _ candidates: [[JointOption]], _ ceilings: [Double], _ found: inout Found
  ) async throws -> PhasedPlan? {
    let plans = itemLists(candidates)
    var best: PhasedPlan?
    var refusal: PhasingError?
    // Two at a time, whatever the number of threads.
    for pair in stride(from: 0, to: plans.count, by: 2).map({ plans[$0..<min(plans.count, $0 + 2)] }) {
      let phases = phases
      let outcomes = try await Parallel.map(Array(pair), threads: request.threads) { items in
        Result { try phases.phase(items) }
      }
      for (items, outcome) in zip(pair, outcomes) {
        let phased: PhasedPlan
        do {
          phased = try outcome.get()
        } catch let error as PhasingError {
          switch error {
          case .requiredExceedsLimit, .requiredDoesNotFit:
            refusal = error
            continue
          default: throw error
          }
        }
        if best.map({ phased.benefit > $0.benefit }) ?? true {
          best = phased
          found.items = items
          found.years = phased.years
        }
        found.wasCancelled = found.wasCancelled || phased.wasCancelled
      }
      if Task.isCancelled, best != nil { break }
      // Good enough that looking further would not show.
      if let best, best.benefit >= Self.closeEnough * phases.worth(ceilings) { break }
    }
    if best == nil, let refusal {
      guard case .requiredExceedsLimit(_, _, let cost, let available) = refusal else { throw refusal }
      throw PlanError.requiredTooDear(cost: cost, available: available, currency: request.catalogue.currency)
    }
    return best
  }

  /// What the candidates build, each list once.
  private func itemLists(_ candidates: [[JointOption]]) -> [[PlanItem]] {
    var tried: [[PlanItem]] = []
    for index in 0..<(candidates.map(\.count).max() ?? 0) {
      let lists = candidates.compactMap { $0.indices.contains(index) ? $0[index] : $0.last }.flatMap(\.lists)
      guard servesRequired(lists) else { continue }
      let (shared, alone) = (PlanCandidates(lists).items, [PlanItem].joined(lists))
      for items in shared.count < alone.count ? [shared, alone] : [alone] where !tried.contains(items) {
        tried.append(items)
      }
    }
    return tried
  }

  private func servesRequired(_ lists: [[PlanItem]]) -> Bool {
    parts.allSatisfy { part in
      let wanted = part.reachableRequired
      if wanted.isEmpty { return true }
      let items = lists.joined().filter { $0.service == part.service }
      return wanted.isSubset(of: items.flatMap(\.villages))
    }
  }

  /// Adds what the money up to each year can bring at most.
  private func addCeilings(
    _ greatest: Int, _ frontier: EfficientFrontier?, _ perYear: [Int], _ ceilings: inout [Double]
  ) {
    let bounds = frontier?.bounds(yearlyBudgets: perYear)
    for year in ceilings.indices { ceilings[year] += Double(min(greatest, bounds?[year] ?? greatest)) }
  }

  /// What some lists of items cost, as choices count it.
  private func cost(_ lists: [[PlanItem]]) throws -> Int {
    var sum = 0
    for service in services {
      let catalogue = try request.choiceCatalogue(service)
      for item in lists.joined() where item.service == service { sum += try catalogue.cost(of: item.bill) }
    }
    return sum
  }

  private struct JointOption: Sendable {
    var lists: [[PlanItem]]
  }

  /// Adds what parts of the money buy; prices tried for it alone do not touch the plan. Services with money of their own each
  /// have a curve of their own.
  private func addCurve(_ ladder: PriceLadder, upTo money: Int, _ found: inout Found) async throws {
    var ladder = ladder
    for point in 1...request.curvePoints {
      try await ladder.enclose(money: money / request.curvePoints * point, rounds: rounds(ladder).curve)
    }
    let unit = benefits.unitsPerPerson
    found.curve +=
      try ladder.frontier()?.curve.filter { $0.cost > 0 }.map { point in
        Plan.CurvePoint(
          money: point.cost, benefit: Double(point.benefit) / unit, bound: Double(point.bound) / unit)
      } ?? []
  }

  // MARK: Least cost

  private func leastCost(_ phasing: @Sendable () -> Void) async throws -> Found {
    var found = Found()
    var lists: [[PlanItem]] = []
    for part in parts {
      if request.source.targetPercent >= 100 {
        let whole = try part.whole()
        lists.append(whole.items)
        found.quality.value += Double(whole.cost)
        found.quality.bound += Double(whole.lowerBound)
      } else {
        let (choice, bound) = try await reaching(part, &found)
        lists.append(choice.items)
        found.quality.value += Double(choice.cost)
        found.quality.bound += Double(bound)
      }
    }
    phasing()
    found.items = PlanCandidates(lists).items
    // What services share is saved.
    found.quality.value += Double(try cost([found.items]) - cost(lists))
    let phased = try phases.phase(found.items)
    found.years = phased.years
    found.wasCancelled = found.wasCancelled || phased.wasCancelled || Task.isCancelled
    if phased.years.contains(where: { $0 == nil }) {
      found.quality.isReached = false
      found.remarks.append(
        "the money, or what can be built in a year, does not reach the target; what brings most for its cost is built")
    }
    return found
  }

  /// The cheapest choice found that reaches the target, and what every such choice costs at least.
  private func reaching(_ part: PlanPart, _ found: inout Found) async throws -> (PricedChoice, Int) {
    var ladder = PriceLadder([part], [part.benefits(benefits)], threads: request.threads)
    let all = (0..<villageCount).reduce(0) { $0 + benefits.units($1, part.service) }
    let lacking = Set(part.unreachable.map(\.village)).union(part.villages)
    let served = all - lacking.reduce(0) { $0 + benefits.units($1, part.service) }
    let wanted = Int((Double(all) * request.source.targetPercent / 100).rounded(.up)) - served
    if wanted <= 0, part.reachableRequired.isEmpty {
      return (PricedChoice(items: [], villages: [], cost: 0, benefit: 0, price: 0, upperBound: 0), 0)
    }
    try await ladder.reach(benefit: wanted, steps: Self.targetSteps)
    if let rung = ladder.rungs.first(where: { $0.benefit >= wanted }), let choice = rung.choices.first {
      let bound = min(choice.cost, ladder.leastCost(benefit: wanted))
      found.wasCancelled = found.wasCancelled || ladder.wasCancelled
      let trimming = PlanTrimming(part: part, benefits: benefits, catalogue: try request.choiceCatalogue(part.service))
      return (try trimming.trimmed(choice, to: wanted), bound)
    }
    found.remarks.append(
      "\(part.service.rawValue): \(request.source.targetPercent) % of the people cannot be reached; all that can be are"
    )
    let whole = try part.whole()
    let villages = Set(whole.items.flatMap(\.villages)).sorted()
    return (
      PricedChoice(
        items: whole.items, villages: villages, cost: whole.cost,
        benefit: villages.reduce(0) { $0 + benefits.units($1, part.service) }, price: 0, upperBound: 0),
      whole.lowerBound
    )
  }
}
