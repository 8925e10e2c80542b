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
    let parts = try await Parallel.map(services, threads: request.threads) { service in
      Result { try part(service, analysis, request, layers, beside: services) }
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
    plan.remarks = layers.notices.map(\.text) + found.remarks
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

  private static func part(
    _ service: PlannedService, _ analysis: Analysis, _ request: PlanRequest, _ layers: PlanLayers,
    beside services: [PlannedService]
  ) throws -> PlanPart {
    switch service {
    case .fibre: try FibrePart.make(analysis, request, layers)
    case .signal: try SignalPart.make(analysis, request, layers, beside: services)
    case .power: try PowerPart.make(analysis, request, layers)
    }
  }
}
