import Geospatial
import Rollout

/// Fibre for villages: cable along roads, or straight, from the cables there are.
enum FibrePart {
  /// How many vertices and edges may be looked at for each choice, at most and at least: on a network of more than `manyEdges`
  /// each look takes longer, and the more so the larger it is.
  private static let (workPerChoice, leastWorkPerChoice) = (300_000_000, 20_000_000)
  private static let manyEdges = 200_000

  /// The part of an analysis.
  ///
  /// - Throws: ``PlanError``, `CandidateNetworkError`, `FibreError`.
  static func make(_ analysis: Analysis, _ request: PlanRequest, _ layers: PlanLayers) throws -> PlanPart {
    let source = request.source
    let selection = try PlanSelection(analysis, source, .fibre)
    let existing = analysis.inputs.network(of: .fibre)
    if existing.count == 0, !selection.villages.isEmpty {
      throw PlanError.nothingToConnectTo(file: analysis.inputs.project.file, service: .fibre)
    }
    let places = selection.villages.map { analysis.inputs.villages.coordinates[$0] }
    let network = try network(analysis, source, layers, to: places)
    let numbers = Dictionary(selection.villages.enumerated().map { ($1, $0) }) { first, _ in first }
    let problem = try FibreProblem(
      network: network, costs: try costs(source, request.catalogue, layers),
      required: selection.required.compactMap { numbers[$0] })
    var planner = FibrePlanner(problem)
    planner.seed = source.seed
    let isLarge = network.edgeCount > manyEdges
    let share = min(1, Double(manyEdges) / Double(max(1, network.edgeCount)))
    planner.workLimit = max(leastWorkPerChoice, Int(Double(workPerChoice) * share * share))
    let ready = planner
    let villages = selection.villages
    return PlanPart(
      service: .fibre, villages: villages, required: selection.required,
      unreachable: selection.leftOut
        + network.disconnected.map {
          Plan.Unreached(village: villages[$0.village], service: .fibre, reason: "\($0.reason)")
        },
      choose: { price, benefits in
        let open = network.reachable(benefits)
        var choice = try ready.choose(price: price, benefits: open)
        choice.items = choice.items.placed(villages)
        choice.villages = choice.villages.map { villages[$0] }
        return choice
      },
      whole: {
        let tree = try ready.leastCost()
        return PlanPart.Whole(
          items: try tree.items(of: problem).placed(villages), lowerBound: tree.lowerBound, cost: tree.cost)
      }, isLarge: isLarge, joint: problem.jointForest.map { .forest($0.mapped { $0.placed(villages) }) })
  }

  /// Where cable may run from the cables there are to some places.
  ///
  /// - Throws: `CandidateNetworkError`.
  static func network(
    _ analysis: Analysis, _ source: PlanSource, _ layers: PlanLayers, to places: [Coordinate]
  ) throws -> CandidateNetwork {
    try CandidateNetwork(
      NetworkSources(
        existing: analysis.inputs.network(of: .fibre), villages: places,
        roads: layers[source.roads].map { RoadLayer($0.geometries) },
        branchPoints: layers.positions(source.branchPoints),
        forbidden: layers[source.forbidden]?.geometries, fundedRoutes: layers[source.funded]?.geometries,
        water: layers[source.water]?.geometries))
  }

  /// What cable costs, laid as a plan says.
  ///
  /// - Throws: ``PlanError``, `FibreError`.
  static func costs(_ source: PlanSource, _ catalogue: CostCatalogue, _ layers: PlanLayers) throws -> FibreCosts {
    try FibreCosts(catalogue, settings: FibreSettings(method: source.cable, terrain: try layers.terrain()))
  }
}

extension CandidateNetwork {
  /// Benefits without those of villages that no path joins to the root.
  fileprivate func reachable(_ benefits: [Int]) -> [Int] {
    var benefits = benefits
    for village in disconnected { benefits[village.village] = 0 }
    return benefits
  }
}
