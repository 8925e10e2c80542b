import Coverage
import GeoFormats
import Geospatial
import Rollout

/// Mobile signal for villages: new sites and upgrades, with their backhaul and power.
enum SignalPart {
  /// The part of an analysis.
  ///
  /// - Throws: ``PlanError``, `SignalError`.
  static func make(_ analysis: Analysis, _ request: PlanRequest, _ layers: PlanLayers) throws -> PlanPart {
    let source = request.source
    let selection = try PlanSelection(analysis, source, .signal)
    let villages = selection.villages
    let inputs = analysis.inputs
    var sources = SignalSources(villages: villages.map { inputs.villages.coordinates[$0] })
    sources.people = villages.map { village in
      let people = inputs.villages.people[village]
      return people.isNaN ? 0 : Int(min(people, 1e9).rounded())
    }
    sources.points = layers.positions(source.signal.hillTops) ?? []
    sources.towers = towers(source, layers)
    sources.fibre = inputs.network(of: .fibre)
    sources.power = inputs.network(of: .power)
    sources.terrain = try layers.terrain()
    if let forbidden = layers[source.forbidden] {
      let index = PolygonIndex(forbidden.geometries)
      for (number, place) in sources.villages.enumerated() where index.lowestFeature(containing: place) != nil {
        sources.conditions[.village(number)] = .forbidden
      }
      for (number, place) in sources.points.enumerated() where index.lowestFeature(containing: place) != nil {
        sources.conditions[.point(number)] = .forbidden
      }
    }
    let settings = settings(source)
    if villages.isEmpty { return nothing(selection) }
    let problem = try SignalProblem(sources, settings: settings, catalogue: request.catalogue)
    var planner = SignalPlanner(problem)
    planner.seed = source.seed
    let ready = planner
    return PlanPart(
      service: .signal, villages: villages, required: selection.required,
      unreachable: selection.leftOut
        + problem.unreachable.map {
          Plan.Unreached(village: villages[$0.village], service: .signal, reason: $0.reason.rawValue)
        },
      choose: { price, benefits in
        var benefits = benefits
        for village in problem.unreachable { benefits[village.village] = 0 }
        var choice = try ready.choose(price: price, benefits: benefits)
        choice.items = choice.items.placed(villages)
        choice.villages = choice.villages.map { villages[$0] }
        return choice
      },
      whole: {
        let plan = try ready.leastCost()
        return PlanPart.Whole(items: plan.items.placed(villages), lowerBound: plan.lowerBound, cost: plan.cost)
      })
  }

  /// What sites are like.
  static func settings(_ source: PlanSource) -> SignalSettings {
    var settings = SignalSettings()
    settings.technology = source.signal.technology
    settings.towerHeight = source.signal.tower
    settings.newSiteReachMetres = source.signal.rangeMetres
    settings.upgradeReachMetres = source.signal.rangeMetres
    settings.farthestFibreMetres = source.signal.longestFibreMetres
    settings.longestHopMetres = source.signal.longestHopMetres
    settings.allowsSatellite = source.signal.allowsSatellite
    settings.farthestPowerLineMetres = source.signal.longestPowerMetres
    settings.cableMethod = source.cable
    settings.peoplePerSite = source.signal.peoplePerSite
    return settings
  }

  private static func towers(_ source: PlanSource, _ layers: PlanLayers) -> [StandingTower] {
    guard let choice = source.signal.towers, let layer = layers[choice.layer] else { return [] }
    let mask = choice.upgradable.map { $0.mask(of: layer) ?? [Bool](repeating: true, count: layer.count) }
    return (0..<layer.count).compactMap { feature in
      let range = layer.geometries.coordinates(ofFeature: feature)
      guard range.count == 1 else { return nil }
      return StandingTower(layer.geometries.coordinates[range.lowerBound], isUpgradable: mask?[feature] ?? false)
    }
  }

  private static func nothing(_ selection: PlanSelection) -> PlanPart {
    PlanPart(
      service: .signal, villages: [], required: [], unreachable: selection.leftOut,
      choose: { price, _ in
        PricedChoice(items: [], villages: [], cost: 0, benefit: 0, price: price, upperBound: 0)
      },
      whole: { PlanPart.Whole(items: [], lowerBound: 0, cost: 0) })
  }
}
