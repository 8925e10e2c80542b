import Coverage
import Foundation
import Geospatial
import Randomness
import Rollout
import Testing

@testable import Project

/// Whole plans of small projects made from a seed: two or three villages between a cable and a power line, all three services,
/// budgets shared or not that pay for a part of everything, prices at which sharing pays and does not.
@Suite struct JointPlanTests {
  private struct Case {
    var analysis: Analysis
    var request: PlanRequest
  }

  private static func make(seed: Int, villages: Int, years: Int) async throws -> Case {
    var random = SeededGenerator(seed: UInt64(seed * 100 + villages * 10 + years)).fork("joint")
    let folder = NSTemporaryDirectory() + "phusong-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    func write(_ text: String, as name: String) throws {
      try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
    }
    var table = "code,lon,lat,population,households\n"
    for village in 1...villages {
      let people = Int.random(in: 50...900, using: &random)
      let longitude = 105 + Double.random(in: 0.03...0.12, using: &random)
      let latitude = 20 + Double.random(in: -0.05...0.05, using: &random)
      table += "\(village),\(longitude),\(latitude),\(people),\(max(1, people / 5))\n"
    }
    try write(table, as: "v.csv")
    func line(_ longitude: Double) -> String {
      """
      {"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":{"type":"LineString",
      "coordinates":[[\(longitude),19.9],[\(longitude),20.1]]}}]}
      """
    }
    try write(line(105), as: "c.geojson")
    try write(line(105 + Double.random(in: -0.01...0.15, using: &random)), as: "p.geojson")
    try write("lon,lat\n100,10\n", as: "t.csv")
    try write(
      """
      villages: {file: v.csv}
      layers: {cables: c.geojson, lines: p.geojson, towers: t.csv}
      services:
        fibre: [{layer: cables, rule: within, metres: 500}]
        signal: [{layer: towers, rule: range, metres: 2000}]
        power: [{layer: lines, rule: within, metres: 500}]
      plan:
        signal: {range: \(Int.random(in: 2_000...9_000, using: &random)), hop: 4000}

      """, as: "p.yml")
    let project = try ProjectFile.read(contentsOf: "\(folder)/p.yml")
    let analysis = try await Analysis.run(project, threads: 1)
    var prices: [CostItem: Price] = [:]
    for item in CostItem.allCases {
      prices[item] = Price(
        capital: Double(Int.random(in: 20...400, using: &random) * 1_000), runningPerYear: 0, lifetimeYears: 20,
        source: "a test")
    }
    // What stands by itself costs as much as some kilometres of line.
    for item in [CostItem.tower45, .towerSolar, .satelliteBackhaul, .microwaveHop] {
      prices[item]?.capital *= Double.random(in: 2...9, using: &random)
    }
    for item in CostItem.allCases where item.unit == .household || "\(item)".contains("household") {
      prices[item]?.capital /= 50
    }
    var source = project.plan
    source.years = years
    let discount = [0.0, 5, 12][seed % 3]
    if seed % 4 == 1 { source.weights = [.signal: 2.5, .power: 0.5] }
    let catalogue = CostCatalogue(
      currency: "VND", priceYear: 2024, discountPercent: discount, horizonYears: 20, prices: prices)
    source.objective = .cost
    let whole = try await PlanRun.run(analysis, PlanRequest(source, catalogue: catalogue)).cost
    source.objective = .people
    func part() -> Int { max(1, Int(Double(whole) * Double.random(in: 0.1...0.9, using: &random))) }
    if seed % 3 == 2 {
      for service in PlannedService.allCases { source.serviceBudgets[service] = .total(max(1, part() / 3)) }
    } else if seed % 3 == 1 {
      source.budget = .yearly((0..<years).map { _ in part() / years })
    } else {
      source.budget = .total(part())
    }
    return Case(analysis: analysis, request: PlanRequest(source, catalogue: catalogue))
  }

  /// What every plan is worth at most, by trying all of them, in years of benefit.
  private static func exhausted(_ example: Case) async throws -> Double {
    let (analysis, request) = (example.analysis, example.request)
    var project = analysis.inputs.project
    project.plan = request.source
    let layers = try await PlanLayers(project, threads: 1)
    let parts = [
      try FibrePart.make(analysis, request, layers),
      try SignalPart.make(analysis, request, layers, sight: nil, beside: PlannedService.allCases),
      try PowerPart.make(analysis, request, layers),
    ]
    var forests: [PlannedService: JointForest] = [:]
    var sites = JointSites(sites: [])
    for part in parts {
      switch try #require(part.joint) {
      case .forest(let forest): forests[part.service] = forest
      case .sites(let all): sites = all
      }
    }
    let benefits = Benefits(analysis, request.source)
    let exhaustion = Exhaustion(
      forests: forests, sites: sites, years: request.source.years,
      budgets: request.budgetGroups(PlannedService.allCases).map { group in
        (Set(group.services), group.cumulative ?? [])
      }, discountPercent: request.catalogue.discountPercent, price: { try request.catalogue.cost(of: $0.bill) },
      benefit: { benefits.units($1, $0) })
    return Double(try exhaustion.best()) / 1_000_000 / benefits.unitsPerPerson
  }

  @Test(arguments: 1...36)
  func `a plan of two villages in two years is as good as the best of all`(seed: Int) async throws {
    try await compare(try await Self.make(seed: seed, villages: 2, years: 2))
  }

  @Test(arguments: 1...16)
  func `a plan of three villages in one year is as good as the best of all`(seed: Int) async throws {
    try await compare(try await Self.make(seed: seed, villages: 3, years: 1))
  }

  @Test(arguments: 1...6)
  func `a plan of two villages in three years is as good as the best of all`(seed: Int) async throws {
    try await compare(try await Self.make(seed: seed, villages: 2, years: 3))
  }

  private func compare(_ example: Case) async throws {
    let plan = try await PlanRun.run(example.analysis, example.request)
    let best = try await Self.exhausted(example)
    #expect(abs(plan.quality.value - best) <= 1e-6 * max(1, best), "\(plan.quality.value) of \(best)")
    #expect(plan.quality.gap <= 1e-9)
    for item in plan.built {
      for need in item.item.needs { #expect(plan.built[need].year <= item.year) }
    }
  }
}
