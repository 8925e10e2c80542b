import Coverage
import Geospatial
import Rollout

/// Electricity for villages: lines from the grid, mini-grids, solar home systems.
enum PowerPart {
  /// The part of an analysis.
  ///
  /// - Throws: ``PlanError``, `PowerError`, `CandidateNetworkError`.
  static func make(_ analysis: Analysis, _ request: PlanRequest, _ layers: PlanLayers) throws -> PlanPart {
    let source = request.source
    let selection = try PlanSelection(analysis, source, .power)
    let villages = selection.villages
    let all = analysis.inputs.villages
    var settings = PowerSettings()
    settings.tier = source.power.tier
    settings.technologies = source.power.technologies
    let places = villages.map { village in
      PowerVillage(at: all.coordinates[village], households: all.households[village], people: all.people[village])
    }
    var networkSettings = NetworkSettings()
    networkSettings.detourFactor = settings.mediumVoltageDetourFactor
    networkSettings.longestLinkMetres = settings.longestLineMetres
    let network = try CandidateNetwork(
      NetworkSources(
        existing: analysis.inputs.network(of: .power), villages: places.map(\.position),
        forbidden: layers[source.forbidden]?.geometries),
      settings: networkSettings)
    let electrification = try Electrification(
      of: places, network: network, catalogue: request.catalogue, settings: settings)
    var solver = PrizeSolver()
    solver.seed = source.seed
    let ready = solver
    // Without off-grid systems a village without a way to the grid stays dark.
    let cutOff = settings.technologies == [.grid] ? network.disconnected : []
    return PlanPart(
      service: .power, villages: villages, required: selection.required,
      unreachable: selection.leftOut
        + cutOff.map { Plan.Unreached(village: villages[$0.village], service: .power, reason: "\($0.reason)") },
      choose: { price, benefits in
        var benefits = benefits
        for village in cutOff { benefits[village.village] = 0 }
        var choice = try electrification.choose(price: price, benefits: benefits, solver: ready)
        choice.items = choice.items.placed(villages)
        choice.villages = choice.villages.map { villages[$0] }
        return choice
      },
      whole: {
        let plan = try electrification.leastCost(solver: ready)
        return PlanPart.Whole(items: plan.items.placed(villages), lowerBound: plan.lowerBound, cost: plan.cost)
      }, joint: electrification.jointForest.map { .forest($0.mapped { $0.placed(villages) }) })
  }
}
