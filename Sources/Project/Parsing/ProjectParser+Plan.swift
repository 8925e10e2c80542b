import Rollout

extension ProjectParser {
  /// What a plan is to bring; the defaults where the file says nothing.
  func plan(_ item: YAMLItem?, layers: LayerReferences) throws -> PlanSource {
    var plan = PlanSource()
    guard let item else { return plan }
    let section = try Section(
      item, name: "plan", keys: Keys.plan,
      expected: "a mapping with any of the keys \(Keys.plan.joined(separator: ", "))")
    plan.line = section.line
    plan.services = try section["services"].map(plannedServices)
    if let item = section["objective"] { plan.objective = try item.word(PlanSource.Objective.self) }
    if let item = section["measure"] { plan.measure = try item.word(CostMeasure.self) }
    try readYears(section, into: &plan)
    if let item = section["weights"] {
      let weights = try Section(
        item, name: "weights of plan", keys: Keys.services, expected: "a mapping of services to weights")
      for entry in weights.entries where !entry.item.isNull {
        guard let service = PlannedService(rawValue: entry.key) else { continue }
        let expected = "a number from 0.01 to 1000"
        let weight = try entry.item.number(expected: expected)
        guard (0.01...1000).contains(weight) else { throw entry.item.wrong(expected) }
        plan.weights[service] = weight
      }
    }
    if let item = section["target"] { plan.targetPercent = try Self.percent(item) }
    if let item = section["carry_over"] { plan.carriesOver = try item.boolean() }
    if let item = section["seed"] { plan.seed = UInt64(try Self.count(item, atLeast: 0, of: "")) }
    plan.required = try section["required"].map(codes) ?? []
    plan.excluded = try section["excluded"].map(codes) ?? []
    for code in plan.required where plan.excluded.contains(code) {
      throw ProjectFileError.wrongSettings(
        file: file, line: section.line, section: section.name,
        problem: "the village \(Quotation.quoted(code)) is both required and excluded")
    }
    func layer(_ key: String) throws -> String? { try section[key].map { try layers.name($0, in: "plan") } }
    plan.roads = try layer("roads")
    plan.water = try layer("water")
    plan.forbidden = try layer("forbidden")
    plan.funded = try layer("funded")
    plan.branchPoints = try layer("branch_points")
    if let item = section["ground"] { plan.ground = try item.word(Terrain.self) }
    plan.terrain = try section["terrain"].map { try terrain($0, layers) }
    if let item = section["cable"] { plan.cable = try item.word(CableMethod.self) }
    plan.signal = try planSignal(section["signal"], layers: layers)
    plan.power = try planPower(section["power"])
    return plan
  }

  /// One service or a list of them.
  private func plannedServices(_ item: YAMLItem) throws -> [PlannedService] {
    let expected = "a service or a list of services: " + Keys.services.joined(separator: ", ")
    let items = item.isList ? try item.list(expected: expected) : [item]
    if items.isEmpty { throw item.wrong(expected + "; the list is empty") }
    return try items.map { try $0.word(PlannedService.self) }
  }

  private func readYears(_ section: Section, into plan: inout PlanSource) throws {
    var years = try section["years"].map { try Self.count($0, atLeast: 1, atMost: 50, of: "years") }
    if let item = section["budget"] {
      if item.isMapping {
        let budgets = try Section(item, name: "budget of plan", keys: Keys.services, expected: "")
        for entry in budgets.entries where !entry.item.isNull {
          guard let service = PlannedService(rawValue: entry.key) else { continue }
          plan.serviceBudgets[service] = try budget(entry.item, &years)
        }
      } else {
        plan.budget = try budget(item, &years)
      }
    }
    plan.years = years ?? plan.years
    if let item = section["kilometres_per_year"] {
      plan.kilometresPerYear = try Self.positive(item, of: "kilometres", atMost: 1e6)
    }
  }

  /// An amount, or a list with one for each year, which says how many years there are where nothing else does.
  private func budget(_ item: YAMLItem, _ years: inout Int?) throws -> PlanSource.Budget {
    guard item.isList else { return .total(try Self.money(item)) }
    let amounts = try item.list(expected: "an amount, or a list of amounts, one for each year").map(Self.money)
    guard (1...50).contains(amounts.count) else { throw item.wrong("1 to 50 amounts, one for each year") }
    if let years, years != amounts.count {
      throw item.wrong("\(years) amounts, one for each year; found \(amounts.count)")
    }
    years = amounts.count
    return .yearly(amounts)
  }

  private func codes(_ item: YAMLItem) throws -> [String] {
    let expected = "a list of village codes, in quotes where they look like numbers"
    return try item.list(expected: expected).map { try $0.text(expected: "the code of a village") }
  }

  private func terrain(_ item: YAMLItem, _ layers: LayerReferences) throws -> PlanSource.TerrainLayer {
    let section = try Section(
      item, name: "terrain of plan", keys: Keys.planTerrain, expected: "a mapping with \"layer\" and \"field\"")
    return PlanSource.TerrainLayer(
      layer: try layers.name(section.required("layer"), in: "plan"), field: try section.required("field").text(),
      line: section.line)
  }

  // MARK: Numbers

  static func money(_ item: YAMLItem) throws -> Int {
    let expected = "an amount of at least 0 and at most 9e15, in the currency of the catalogue"
    let number = try item.number(expected: expected)
    guard (0...9e15).contains(number) else { throw item.wrong(expected) }
    return Int(number.rounded())
  }

  private static func percent(_ item: YAMLItem) throws -> Double {
    let expected = "a number of percent above 0, at most 100"
    let number = try item.number(expected: expected)
    guard number > 0, number <= 100 else { throw item.wrong(expected) }
    return number
  }

  static func positive(_ item: YAMLItem, of unit: String, atMost greatest: Double) throws -> Double {
    let expected = "a number of \(unit) above 0, at most \(Int(greatest))"
    let number = try item.number(expected: expected)
    guard number > 0, number <= greatest else { throw item.wrong(expected) }
    return number
  }

  static func count(
    _ item: YAMLItem, atLeast least: Int, atMost greatest: Int = 1_000_000_000, of what: String
  ) throws -> Int {
    let expected = "a whole number from \(least) to \(greatest)" + (what.isEmpty ? "" : ", \(what)")
    let number = try item.number(expected: expected)
    guard let count = Int(exactly: number), (least...greatest).contains(count) else { throw item.wrong(expected) }
    return count
  }
}
