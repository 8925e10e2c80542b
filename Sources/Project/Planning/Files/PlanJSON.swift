import Coverage
import GeoFormats
import Rollout

/// Writes `plan.json`: what was asked, the totals by year, service and province, how good the plan is, what each amount of
/// money buys, which village is served when, and which are not and why.
enum PlanJSON {
  /// The version of the file's form.
  static let formVersion = 1

  /// The whole text; `project` is the path of the project file as it was given, nil for the reference project.
  static func text(_ plan: Plan, project: String?) -> [UInt8] {
    var object = JSONObject()
    object.add("plan", formVersion)
    object.add("project", project)
    object.add("name", plan.analysis.inputs.project.name)
    object.add("parameters", json: parameters(plan))
    object.add("cancelled", plan.wasCancelled)
    object.add("cost", plan.cost)
    object.add("net_present_cost", try? plan.netPresentCost())
    object.add("quality", json: quality(plan))
    object.add("totals", json: totals(plan.totals, plan))
    object.add(
      "years",
      json: JSONObject.list(
        plan.years.enumerated().map { year, sums in
          totals(sums, plan) { object in
            object.add("year", year + 1)
            object.add("budget", plan.budget(ofYear: year))
          }
        }, indent: "    "))
    object.add(
      "services",
      json: JSONObject.list(
        plan.byService.map { service, sums in totals(sums, plan) { $0.add("service", service.rawValue) } },
        indent: "    "))
    object.add(
      "provinces",
      json: JSONObject.list(
        plan.byProvince.map { province, sums in totals(sums, plan) { $0.add("province", province) } }, indent: "    "))
    object.add("curve", json: JSONObject.list(plan.curve.map(point), indent: "    "))
    object.add("villages", json: JSONObject.list(plan.reachedVillages.map { village($0, plan) }, indent: "    "))
    object.add(
      "unreached",
      json: JSONObject.list(
        plan.unreached.map { unreached in
          var object = JSONObject()
          object.add("code", plan.analysis.inputs.villages.codes[unreached.village])
          object.add("service", unreached.service.rawValue)
          object.add("reason", unreached.reason)
          return object.finished
        }, indent: "    "))
    object.add("remarks", plan.remarks)
    return object.finished(indent: "  ") + [UInt8(ascii: "\n")]
  }

  private static func parameters(_ plan: Plan) -> [UInt8] {
    let (request, source) = (plan.request, plan.request.source)
    var object = JSONObject()
    object.add("services", plan.services.map(\.rawValue))
    object.add("objective", source.objective.rawValue)
    object.add(
      "budgets",
      json: JSONObject.list(
        request.budgetGroups(plan.services).map { group in
          var object = JSONObject()
          object.add("services", group.services.map(\.rawValue))
          object.add(
            "per_year",
            json: group.perYear.map { JSONObject.list($0.map { Array("\($0)".utf8) }) } ?? Array("null".utf8))
          return object.finished
        }))
    object.add("years", source.years)
    object.add("carry_over", source.carriesOver)
    object.add("kilometres_per_year", source.kilometresPerYear ?? .nan, decimals: 3)
    object.add("target_percent", source.targetPercent, decimals: 3)
    object.add("measure", source.measure?.rawValue)
    object.add("seed", Int(exactly: source.seed))
    var weights = JSONObject()
    for (service, weight) in source.weights.sorted(by: { $0.key < $1.key }) {
      weights.add(service.rawValue, weight, decimals: 6)
    }
    object.add("weights", json: weights.finished)
    object.add("required", source.required)
    object.add("excluded", source.excluded)
    object.add(request.catalogue, priceChanges: request.priceChanges)
    return object.finished
  }

  private static func quality(_ plan: Plan) -> [UInt8] {
    var object = JSONObject()
    object.add("value", plan.quality.value, decimals: 3)
    object.add("bound", plan.quality.bound, decimals: 3)
    object.add("gap", plan.quality.gap, decimals: 6)
    if plan.request.source.objective == .cost {
      object.add("measure", plan.services.first.map { plan.request.choiceMeasure($0).rawValue })
    }
    object.add("reaches_target", plan.quality.isReached)
    return object.finished
  }

  private static func totals(
    _ totals: Plan.Totals, _ plan: Plan, _ head: (inout JSONObject) -> Void = { _ in }
  ) -> [UInt8] {
    var object = JSONObject()
    head(&object)
    object.add("cost", totals.cost)
    object.add("running_per_year", totals.runningPerYear)
    object.add("items", totals.items)
    object.add("kilometres", totals.kilometres, decimals: 3)
    for service in plan.services {
      object.add("\(service.rawValue)_villages", totals.villages[service] ?? 0)
      object.add("\(service.rawValue)_people", totals.people[service] ?? 0, decimals: 0)
    }
    return object.finished
  }

  private static func point(_ point: Plan.CurvePoint) -> [UInt8] {
    var object = JSONObject()
    object.add("money", point.money)
    object.add("benefit", point.benefit, decimals: 3)
    object.add("bound", point.bound, decimals: 3)
    return object.finished
  }

  private static func village(_ village: Int, _ plan: Plan) -> [UInt8] {
    var object = JSONObject()
    object.add("code", plan.analysis.inputs.villages.codes[village])
    for service in plan.services {
      if let year = plan.servedFrom[service]?[village], year > 0 { object.add(service.rawValue, year) }
    }
    return object.finished
  }
}
