import Coverage
import Geospatial
import Rollout

/// Turns what a search found into a plan: names, costs, and who is served from which year, by the rules of the project.
struct PlanMaking {
  private let analysis: Analysis
  private let request: PlanRequest
  private let services: [PlannedService]
  private let parts: [PlanPart]
  private let ground: PlannedGround

  init(_ analysis: Analysis, _ request: PlanRequest, _ services: [PlannedService], _ parts: [PlanPart]) {
    self.analysis = analysis
    self.request = request
    self.services = services
    self.parts = parts
    ground = PlannedGround(analysis.inputs.project, request.source)
  }

  /// The plan.
  func plan(_ found: PlanSearch.Found) async throws -> Plan {
    var built = try items(found)
    let servedFrom = try await servedYears(built)
    countPeople(servedFrom, &built)
    return Plan(
      analysis: analysis, request: request, services: services, built: built, servedFrom: servedFrom,
      unreached: unreached(servedFrom), quality: found.quality,
      curve: found.curve.sorted { ($0.money, $0.benefit) < ($1.money, $1.benefit) }, remarks: found.remarks,
      wasCancelled: found.wasCancelled)
  }

  /// What is built, by year, then as it was found, each with its name.
  private func items(_ found: PlanSearch.Found) throws -> [Plan.Built] {
    let order = found.items.indices.filter { found.years[$0] != nil }
      .sorted { (found.years[$0] ?? 0, $0) < (found.years[$1] ?? 0, $1) }
    var numbers = [Int](repeating: -1, count: found.items.count)
    for (number, place) in order.enumerated() { numbers[place] = number }
    var counts: [PlannedService: Int] = [:]
    return try order.map { place in
      var item = found.items[place]
      item.needs = item.needs.map { numbers[$0] }.sorted()
      item.villages.sort()
      counts[item.service, default: 0] += 1
      return Plan.Built(
        identifier: "\(item.service.letter)\(counts[item.service, default: 0])", item: item,
        year: found.years[place] ?? 0, cost: try request.catalogue.cost(of: item.bill),
        runningPerYear: try request.catalogue.runningCost(of: item.bill), people: 0)
    }
  }

  /// For each service the year from which each village has it, by an overlay of what is built in each year with the villages
  /// that still lack something: what was built before serves nobody else than before.
  private func servedYears(_ built: [Plan.Built]) async throws -> [PlannedService: [Int?]] {
    var served: [PlannedService: [Int?]] = [:]
    for service in services {
      served[service] = analysis.assessment[Service(service)].statuses.map { $0 == .served ? 0 : nil }
    }
    let coordinates = analysis.inputs.villages.coordinates
    for year in 1...request.source.years {
      let new = built.filter { $0.year == year }.map(\.item)
      if new.isEmpty { continue }
      let lacking = coordinates.indices.filter { village in
        services.contains { served[$0]?[village] == nil }
      }
      let overlay = try await Overlay(services: ground.sources(new, villages: coordinates), threads: request.threads)
      let assessment = try await overlay.assess(lacking.map { coordinates[$0] })
      for service in services {
        let statuses = assessment[Service(service)].statuses
        for (place, village) in lacking.enumerated() where statuses[place] == .served {
          // Of a village of which nothing is known a plan promises nothing.
          guard served[service]?[village] == nil,
            analysis.assessment[Service(service)].statuses[village] == .unserved
          else { continue }
          served[service]?[village] = year
        }
      }
    }
    return served
  }

  /// Credits each village that gets a service to the first item that serves it.
  private func countPeople(_ servedFrom: [PlannedService: [Int?]], _ built: inout [Plan.Built]) {
    var isCounted: [PlannedService: Set<Int>] = [:]
    for place in built.indices {
      let service = built[place].item.service
      for village in built[place].item.villages where (servedFrom[service]?[village] ?? 0) == built[place].year {
        guard isCounted[service, default: []].insert(village).inserted else { continue }
        let people = analysis.inputs.villages.people[village]
        if !people.isNaN { built[place].people += people }
      }
    }
  }

  private func unreached(_ servedFrom: [PlannedService: [Int?]]) -> [Plan.Unreached] {
    var unreached: [Plan.Unreached] = []
    for part in parts {
      let reasons = Dictionary(part.unreachable.map { ($0.village, $0.reason) }) { first, _ in first }
      for village in analysis.inputs.villages.order.map(Int.init) where servedFrom[part.service]?[village] == nil {
        unreached.append(
          Plan.Unreached(
            village: village, service: part.service, reason: reasons[village] ?? "the money goes to others first"))
      }
    }
    return unreached
  }
}

extension PlannedService {
  /// The first letter of the names of its items.
  fileprivate var letter: String {
    switch self {
    case .fibre: "F"
    case .signal: "S"
    case .power: "P"
    }
  }
}

extension Plan {
  /// Whether its sites serve the villages listed, and not whoever is in range.
  var servesListed: Bool { request.source.signal.servesListed }

  /// How far an item serves by its range, in **metres**; nil for what serves in another way.
  func reachMetres(of item: PlanItem) -> Double? {
    PlannedGround(analysis.inputs.project, request.source).reachMetres(of: item)
  }
}
