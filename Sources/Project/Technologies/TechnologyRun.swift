import Coverage
import Geospatial
import Rollout

/// Chooses, for each village or point of interest of a project, how it is connected to the internet.
public enum TechnologyRun {
  /// What is being done, for those who watch.
  public enum Stage: String, Sendable {
    case laying, choosing
  }

  /// Chooses what `request` asks, from an analysis.
  ///
  /// - Throws: ``PlanError``, ``ProjectFileError``, `FormatError`, and what `AccessPlanner` throws.
  public static func run(
    _ analysis: Analysis, _ request: TechnologyRequest, progress: @Sendable (Stage) -> Void = { _ in }
  ) async throws -> TechnologyPlan {
    progress(.laying)
    let project = analysis.inputs.project
    var layers = project.plan.layers
    if let points = request.source.points {
      layers[points, default: []] += request.source.fields.values.map(\.property)
    }
    let ground = try await PlanLayers(project, wanted: layers, threads: request.threads)
    let found = try await TechnologyPlaces(analysis, request, ground)
    guard !found.places.isEmpty else {
      throw PlanError.nothingToConnect(
        file: project.file, points: request.source.points, served: found.servedCount, leftOut: found.leftOutCount)
    }
    let anchors = try anchors(analysis, request, ground)
    let positions = found.places.map(\.position)
    let sight = try await PlanSight(project, around: positions, metres: request.source.microwaveRangeMetres)
    let planner = try planner(analysis, request, ground, found.places, anchors, sight)
    progress(.choosing)
    var solver = PrizeSolver()
    solver.seed = request.seed
    let plan = try planner.plan(request.source.objective, budget: request.source.budget, solver: solver)
    var remarks = ground.notices.map(\.text)
    if let remark = sight?.remark(positions + anchors.map(\.coordinate)) { remarks.append(remark) }
    return try TechnologyPlan(
      analysis: analysis, request: request, places: found.places, anchors: anchors.map(\.coordinate), plan: plan,
      refusals: planner.refusals, servedCount: found.servedCount, leftOutCount: found.leftOutCount, remarks: remarks)
  }

  /// Where radio links may start: the access points of the fibre network, and the towers that stand.
  private static func anchors(
    _ analysis: Analysis, _ request: TechnologyRequest, _ layers: PlanLayers
  ) throws -> [RadioEnd] {
    let project = analysis.inputs.project
    var anchors = try SignalPart.towers(project, project.plan, layers).map {
      RadioEnd($0.coordinate, heightMetres: $0.heightMetres)
    }
    anchors += analysis.inputs.sites(of: .signal).map {
      RadioEnd($0.place, heightMetres: PlanSignalSource.Towers.usualHeightMetres)
    }
    let fibre = analysis.inputs.network(of: .fibre)
    for feature in 0..<fibre.count {
      let range = fibre.coordinates(ofFeature: feature)
      guard range.count == 1 else { continue }
      anchors.append(RadioEnd(fibre.coordinates[range.lowerBound], heightMetres: request.source.mastMetres))
    }
    var seen: Set<Coordinate> = []
    return anchors.filter { $0.coordinate.isOnEarth && seen.insert($0.coordinate).inserted }
  }

  private static func planner(
    _ analysis: Analysis, _ request: TechnologyRequest, _ layers: PlanLayers, _ places: [TechnologyPlace],
    _ anchors: [RadioEnd], _ sight: PlanSight?
  ) throws -> AccessPlanner {
    let source = request.source
    let network = try FibrePart.network(analysis, analysis.inputs.project.plan, layers, to: places.map(\.position))
    let costs = try FibrePart.costs(analysis.inputs.project.plan, request.catalogue, layers)
    let (hops, megahertz) = (sight?.hops, analysis.inputs.project.plan.signal.hopFrequencyMegahertz)
    return try AccessPlanner(
      places: places.map { place in
        AccessPlace(
          at: place.position, people: place.people, users: place.users, mobile: place.mobile,
          revenuePerYear: place.users * source.revenuePerUser)
      },
      network: network, anchors: anchors.map(\.coordinate), catalogue: request.catalogue, settings: source.settings,
      routeBill: { costs.bill(ofEdge: $0, in: network) },
      isInSight: { anchor, place in
        guard let hops else { return true }
        return hops(anchors[anchor], RadioEnd(places[place].position, heightMetres: source.mastMetres), megahertz)
      })
  }
}
