import Coverage
import Geospatial
import Rollout

/// Makes the plan of a project: what may be built, what is worth it, and when.
public enum PlanRun {
  /// What is being done, for those who watch.
  public enum Stage: String, Sendable {
    case laying, choosing, phasing, checking
  }

  /// Plans what `request` asks, from an analysis.
  ///
  /// The same analysis and request give the same plan, whatever the number of threads. A cancelled task ends with the best
  /// plan so far, which says so.
  ///
  /// - Throws: ``PlanError``, ``ProjectFileError``, `FormatError`, and what the planners of `Rollout` throw.
  public static func run(
    _ analysis: Analysis, _ request: PlanRequest, progress: @Sendable (Stage) -> Void = { _ in }
  ) async throws -> Plan {
    let source = request.source
    let services = try services(analysis, source)
    for group in request.budgetGroups(services) {
      if let money = group.perYear, !money.contains(where: { $0 > 0 }) { throw PlanError.nothingToSpend(budget: 0) }
    }
    progress(.laying)
    var project = analysis.inputs.project
    project.plan = source
    let layers = try await PlanLayers(project, threads: request.threads)
    let sight = try await sight(analysis, project, layers, services)
    let parts = try await Parallel.map(services, threads: request.threads) { service in
      Result { try part(service, analysis, request, layers, sight, beside: services) }
    }.map { try $0.get() }
    let benefits = Benefits(analysis, source)
    progress(.choosing)
    let search = PlanSearch(
      request: request, parts: parts, benefits: benefits, villageCount: analysis.inputs.villages.count)
    let found = try await search.run { progress(.phasing) }
    progress(.checking)
    var plan = try await PlanMaking(analysis, request, services, parts).plan(found)
    for part in parts {
      let missed = part.reachableRequired.filter { plan.servedFrom[part.service]?[$0] == nil }.min()
      if let missed, !plan.wasCancelled {
        throw PlanError.requiredNotReached(code: analysis.inputs.villages.codes[missed], service: part.service)
      }
    }
    plan.remarks = layers.notices.map(\.text) + parts.flatMap(\.remarks) + found.remarks
    if let remark = benefits.remark { plan.remarks.append(remark) }
    if source.objective == .priority, analysis.scores == nil {
      plan.remarks.append("the villages have no scores, so people count alike")
    }
    return plan
  }

  /// The services planned, each of which must have rules.
  private static func services(_ analysis: Analysis, _ source: PlanSource) throws(PlanError) -> [PlannedService] {
    let project = analysis.inputs.project
    let withRules = PlannedService.allCases.filter { !project.rules(for: Service($0)).isEmpty }
    guard let wanted = source.services else {
      if withRules.isEmpty { throw .noRules(file: project.file, service: .fibre, others: []) }
      return withRules
    }
    for service in wanted where !withRules.contains(service) {
      throw .noRules(file: project.file, service: service, others: withRules)
    }
    return PlannedService.allCases.filter(wanted.contains)
  }

  /// The terrain around the villages without signal, the places for sites and the towers near enough for a hop.
  private static func sight(
    _ analysis: Analysis, _ project: ProjectFile, _ layers: PlanLayers, _ services: [PlannedService]
  ) async throws -> PlanSight? {
    guard services.contains(.signal) else { return nil }
    let source = project.plan
    let lacking = try PlanSelection(analysis, source, .signal).villages
    let places = lacking.map { analysis.inputs.villages.coordinates[$0] }
    let settings = SignalPart.settings(source)
    return try await PlanSight(
      project, around: places + (layers.positions(source.signal.hillTops) ?? []),
      metres: max(settings.longestHopMetres, settings.reachOfNewSiteMetres, settings.reachOfUpgradeMetres))
  }

  private static func part(
    _ service: PlannedService, _ analysis: Analysis, _ request: PlanRequest, _ layers: PlanLayers, _ sight: PlanSight?,
    beside services: [PlannedService]
  ) throws -> PlanPart {
    var request = request
    request.catalogue = try request.choiceCatalogue(service)
    return switch service {
    case .fibre: try FibrePart.make(analysis, request, layers)
    case .signal: try SignalPart.make(analysis, request, layers, sight: sight, beside: services)
    case .power: try PowerPart.make(analysis, request, layers)
    }
  }
}
