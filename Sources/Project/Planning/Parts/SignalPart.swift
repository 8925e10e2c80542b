import Coverage
import GeoFormats
import Geospatial
import Rollout

/// Mobile signal for villages: new sites and upgrades, with their backhaul and power.
enum SignalPart {
  /// The part of an analysis.
  ///
  /// - Throws: ``PlanError``, `SignalError`.
  ///
  /// Where fibre or power is planned as well, a site may share a new cable or grid, so that it costs less than it does alone: the
  /// bounds are then those of sites whose backhaul or panels cost nothing.
  static func make(
    _ analysis: Analysis, _ request: PlanRequest, _ layers: PlanLayers, sight: PlanSight?,
    beside services: [PlannedService]
  ) throws -> PlanPart {
    let source = request.source
    let selection = try PlanSelection(analysis, source, .signal)
    let villages = selection.villages
    let inputs = analysis.inputs
    var sources = SignalSources(villages: villages.map { inputs.villages.coordinates[$0] })
    let people = Benefits.knownPeople(inputs.villages.people)
    sources.people = villages.map { Int(min(people[$0], 1e9).rounded()) }
    sources.points = layers.positions(source.signal.hillTops) ?? []
    sources.towers = try towers(analysis.inputs.project, source, layers)
    sight?.apply(to: &sources)
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
    let remarks = [sight?.remark(sources.villages + sources.points + sources.towers.map(\.coordinate))].compactMap {
      $0
    }
    if villages.isEmpty { return nothing(selection) }
    let problem = try SignalProblem(sources, settings: settings, catalogue: request.catalogue)
    var planner = SignalPlanner(problem)
    planner.seed = source.seed
    let ready = planner
    let relaxed = try relaxation(sources, settings, request, services).map { problem in
      var planner = SignalPlanner(problem)
      planner.seed = source.seed
      return planner
    }
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
        if let relaxed {
          choice.upperBound = max(choice.upperBound, try relaxed.choose(price: price, benefits: benefits).upperBound)
        }
        choice.items = choice.items.placed(villages)
        choice.villages = choice.villages.map { villages[$0] }
        return choice
      },
      whole: {
        let plan = try ready.leastCost()
        let bound = try relaxed.map { min(plan.lowerBound, try $0.leastCost().lowerBound) } ?? plan.lowerBound
        return PlanPart.Whole(items: plan.items.placed(villages), lowerBound: bound, cost: plan.cost)
      }, remarks: remarks, joint: problem.jointSites.map { .sites($0.mapped { $0.placed(villages) }) })
  }

  /// The same sites without the costs that another service may bear; nil where none is planned beside.
  private static func relaxation(
    _ sources: SignalSources, _ settings: SignalSettings, _ request: PlanRequest, _ services: [PlannedService]
  ) throws -> SignalProblem? {
    var (settings, catalogue) = (settings, request.catalogue)
    var free: [CostItem] = []
    if services.contains(.fibre) {
      settings.allowsSatellite = true
      free += [.microwaveHop, .satelliteBackhaul, .spliceClosure, .riverCrossing]
      free += CableMethod.allCases.flatMap { method in Terrain.allCases.map { CostItem.fibre(method, $0) } }
    }
    if services.contains(.power) { free.append(.towerSolar) }
    if free.isEmpty { return nil }
    for item in free { catalogue.prices[item]?.capital = 0 }
    return try SignalProblem(sources, settings: settings, catalogue: catalogue)
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
    settings.phoneHeightMetres = source.signal.phoneHeightMetres
    settings.hopFrequencyMegahertz = source.signal.hopFrequencyMegahertz
    return settings
  }

  /// The towers that stand.
  ///
  /// - Throws: ``ProjectFileError`` for a property of heights that no tower has; ``PlanError/wrongHeight(file:place:found:)``.
  static func towers(
    _ project: ProjectFile, _ source: PlanSource, _ layers: PlanLayers
  ) throws -> [StandingTower] {
    guard let choice = source.signal.towers, let layer = layers[choice.layer] else { return [] }
    let heights = try heights(project, choice, layer)
    let mask = choice.upgradable.map { $0.mask(of: layer) ?? [Bool](repeating: true, count: layer.count) }
    return (0..<layer.count).compactMap { feature in
      let range = layer.geometries.coordinates(ofFeature: feature)
      guard range.count == 1 else { return nil }
      return StandingTower(
        layer.geometries.coordinates[range.lowerBound], heightMetres: heights[feature],
        isUpgradable: mask?[feature] ?? false)
    }
  }

  /// How high the antennas of each tower are, in **metres**.
  private static func heights(
    _ project: ProjectFile, _ choice: PlanSignalSource.Towers, _ layer: Layer
  ) throws -> [Double] {
    switch choice.height {
    case .metres(let metres): return [Double](repeating: metres, count: layer.count)
    case .field(let field):
      if layer.count > 0 {
        try PropertyCheck(project).check(field, of: layer, what: "plan.signal.towers.height", line: choice.line)
      }
      let key = layer.attributes.index(ofKey: field)
      return try (0..<layer.count).map { feature in
        let value = key.flatMap { layer.attributes.value(ofFeature: feature, key: $0) }
        guard let value, !value.isEmpty else { return PlanSignalSource.Towers.usualHeightMetres }
        guard let metres = value.number, (0...1_000).contains(metres) else {
          let (file, place) = layer.place(ofFeature: feature)
          throw PlanError.wrongHeight(file: file, place: place, found: Quotation.quoted(value.spelling ?? "null"))
        }
        return metres
      }
    }
  }

  private static func nothing(_ selection: PlanSelection) -> PlanPart {
    PlanPart(
      service: .signal, villages: [], required: [], unreachable: selection.leftOut,
      choose: { price, _ in
        PricedChoice(items: [], villages: [], cost: 0, benefit: 0, price: price, upperBound: 0)
      },
      whole: { PlanPart.Whole(items: [], lowerBound: 0, cost: 0) }, joint: .sites(JointSites(sites: [])))
  }
}
