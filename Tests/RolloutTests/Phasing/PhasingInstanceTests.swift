import Testing

@testable import Rollout

@Suite struct PhasingInstanceTests {
  /// A trunk, a branch on it, a tower at its end.
  static let items = [
    PhasingItem(cost: 5, service: .fibre, lengthMetres: 1000),
    PhasingItem(cost: 3, service: .fibre, lengthMetres: 500, needs: [0]),
    PhasingItem(cost: 4, service: .signal, needs: [1]),
  ]
  static let demands = [
    PhasingDemand(village: 0, service: .fibre, benefit: 100, options: [0]),
    PhasingDemand(village: 1, service: .signal, benefit: 10, options: [2]),
  ]

  private func instance(
    _ items: [PhasingItem] = items, _ demands: [PhasingDemand] = demands, years: Int = 3,
    limits: [YearlyLimit] = [.budget(perYear: [5, 5, 5])], discount: Double = 0
  ) throws -> PhasingInstance {
    try PhasingInstance(
      items: items, demands: demands, yearCount: years, limits: limits, discountPercent: discount)
  }

  @Test func `a village served from year 1 of 3 counts three times, from year 3 once`() throws {
    #expect(try instance().benefit(of: [1, 2, 3]) == 3 * 100 + 1 * 10)
    #expect(try instance().benefit(of: [3, nil, nil]) == 100)
    #expect(try instance().servedYears(of: [1, 2, 3]) == [1, 3])
    #expect(try instance().used(by: [1, 2, 3]) == [[5, 3, 4]])
  }

  @Test func `at 25 percent a year later counts four fifths, two years later sixteen twenty-fifths`() throws {
    // 100 x (1 + 0.8 + 0.64) + 10 x 0.64
    #expect(try instance(discount: 25).benefit(of: [1, 2, 3]) == 244 + 6.4)
  }

  @Test func `what is kept for later may be spent later, unless it is lost`() throws {
    let kept = try instance(limits: [.budget(perYear: [5, 5, 5])])
    #expect(throws: Never.self) { try kept.check([2, 2, 3]) }
    #expect(throws: PhasingError.limitExceeded(limit: 0, year: 1, amount: 8, available: 5)) {
      try kept.check([1, 1, 3])
    }
    let lost = try instance(limits: [.budget(perYear: [5, 5, 5], carriesOver: false)])
    #expect(throws: PhasingError.limitExceeded(limit: 0, year: 2, amount: 8, available: 5)) {
      try lost.check([2, 2, 3])
    }
  }

  @Test func `crews build so many metres a year, of the services they work for`() throws {
    let limits = [YearlyLimit.capacity(metresPerYear: [1000, 400, 500], services: [.fibre])]
    let instance = try instance(limits: limits)
    #expect(throws: Never.self) { try instance.check([1, 3, 3]) }
    #expect(throws: PhasingError.limitExceeded(limit: 0, year: 2, amount: 500, available: 400)) {
      try instance.check([1, 2, 3])
    }
    #expect(instance.used(by: [1, 3, 3]) == [[1000, 0, 500]])
  }

  @Test func `a plan that breaks a rule is told which`() throws {
    let items = Self.items + [PhasingItem(cost: 0, service: .power, earliestYear: 2, isRequired: true)]
    let instance = try instance(items)
    #expect(throws: PhasingError.unequalCounts(items: 4, years: 1)) { try instance.check([1]) }
    #expect(throws: PhasingError.leftOut(item: 3)) { try instance.check([1, 2, 3, nil]) }
    #expect(throws: PhasingError.noSuchYear(item: 3, year: 1, years: 3)) { try instance.check([1, 2, 3, 1]) }
    #expect(throws: PhasingError.noSuchYear(item: 3, year: 4, years: 3)) { try instance.check([1, 2, 3, 4]) }
    #expect(throws: PhasingError.builtBeforeNeed(item: 1, year: 1, need: 0, needYear: 2)) {
      try instance.check([2, 1, 3, 2])
    }
    #expect(throws: PhasingError.builtBeforeNeed(item: 2, year: 3, need: 1, needYear: nil)) {
      try instance.benefit(of: [1, nil, 3, 2])
    }
  }

  @Test func `a circle of needs is named from its least item on`() throws {
    let items = [
      PhasingItem(cost: 1, service: .fibre), PhasingItem(cost: 1, service: .fibre, needs: [4]),
      PhasingItem(cost: 1, service: .fibre, needs: [0, 1]), PhasingItem(cost: 1, service: .fibre, needs: [1]),
      PhasingItem(cost: 1, service: .fibre, needs: [3]),
    ]
    let error = #expect(throws: PhasingError.cycle(items: [1, 4, 3])) { try instance(items, []) }
    #expect(error?.description.hasPrefix("items that wait for each other: 1 → 4 → 3 → 1;") == true)
    #expect(throws: PhasingError.cycle(items: [0])) {
      try instance([PhasingItem(cost: 1, service: .fibre, needs: [0])], [])
    }
  }

  @Test func `years, limits and rates that cannot be are refused`() {
    #expect(throws: PhasingError.noYears) { try instance(years: 0) }
    #expect(throws: PhasingError.tooManyYears(101)) { try instance(years: 101) }
    #expect(throws: PhasingError.unusableDiscount(percent: -1)) { try instance(discount: -1) }
    #expect(throws: PhasingError.self) { try instance(discount: .nan) }
    #expect(throws: PhasingError.unequalYears(limit: 0, amounts: 3, years: 2)) { try instance(years: 2) }
    #expect(throws: PhasingError.negativeLimit(limit: 0, year: 2, amount: -5)) {
      try instance(limits: [.budget(perYear: [5, -5, 5])])
    }
    #expect(throws: PhasingError.noMoney) {
      try instance(limits: [.budget(perYear: [0, 0, 0]), .capacity(metresPerYear: [1, 1, 1])])
    }
    #expect(throws: Never.self) {
      try instance(limits: [.budget(perYear: [0, 0, 0], services: [.fibre]), .budget(perYear: [1, 1, 1])])
    }
    #expect(throws: PhasingError.tooLarge(what: "the amounts of limit 0")) {
      try instance(limits: [.budget(perYear: [.max, .max, .max])])
    }
  }

  @Test func `items and demands that cannot be are named`() {
    func item(_ change: (inout PhasingItem) -> Void) -> [PhasingItem] {
      var items = Self.items
      change(&items[1])
      return items
    }
    #expect(throws: PhasingError.negativeCost(item: 1, cost: -3)) { try instance(item { $0.cost = -3 }) }
    #expect(throws: PhasingError.negativeLength(item: 1, metres: -1)) { try instance(item { $0.lengthMetres = -1 }) }
    #expect(throws: PhasingError.noSuchNeed(item: 1, need: 3, itemCount: 3)) { try instance(item { $0.needs = [3] }) }
    #expect(throws: PhasingError.noSuchYear(item: 1, year: 0, years: 3)) { try instance(item { $0.earliestYear = 0 }) }
    #expect(throws: PhasingError.noSuchYear(item: 1, year: 4, years: 3)) { try instance(item { $0.fixedYear = 4 }) }
    #expect(throws: PhasingError.tooLarge(what: "the costs of the items")) { try instance(item { $0.cost = .max }) }
    let demand = PhasingDemand(village: 0, service: .fibre, benefit: -1, options: [])
    #expect(throws: PhasingError.negativeBenefit(demand: 0, benefit: -1)) { try instance(Self.items, [demand]) }
    let lost = PhasingDemand(village: 0, service: .fibre, benefit: 1, options: [0, -1])
    #expect(throws: PhasingError.noSuchOption(demand: 0, option: -1, itemCount: 3)) {
      try instance(Self.items, [lost])
    }
    #expect(throws: PhasingError.self) {
      try instance(Self.items, [PhasingDemand(village: 0, service: .fibre, benefit: .max, options: [0])])
    }
  }

  @Test func `what is required must be possible in time and for the money`() throws {
    var items = Self.items
    items[0].earliestYear = 2
    items[2].fixedYear = 1
    #expect(throws: PhasingError.cannotStandInTime(item: 0, earliest: 2, latest: 1)) { try instance(items) }
    items = Self.items
    items[1].earliestYear = 3
    items[1].fixedYear = 2
    #expect(throws: PhasingError.cannotStandInTime(item: 1, earliest: 3, latest: 2)) { try instance(items) }
    items = Self.items
    items[2].isRequired = true
    #expect(throws: PhasingError.requiredExceedsLimit(limit: 0, year: 3, amount: 12, available: 11)) {
      try instance(items, limits: [.budget(perYear: [5, 5, 1])])
    }
    items[2].fixedYear = 2
    #expect(throws: PhasingError.requiredExceedsLimit(limit: 0, year: 2, amount: 12, available: 10)) {
      try instance(items)
    }
    #expect(throws: PhasingError.requiredDoesNotFit(items: [0, 1, 2])) {
      // 12 of 14 in all, but no two items can be paid in one of the two years.
      let limits = [YearlyLimit.budget(perYear: [0, 7, 7], carriesOver: false)]
      var items = Self.items
      items[2].isRequired = true
      items[0].cost = 4
      items[1].cost = 4
      _ = try PhasingSolver().solve(instance(items, limits: limits))
    }
  }
}
