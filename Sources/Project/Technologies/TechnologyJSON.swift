import GeoFormats
import Rollout

/// Writes `technologies.json`: what was asked, the totals by technology, how good the choice is, and the places that stay without,
/// each with the reason.
public enum TechnologyJSON {
  /// The version of the file's form.
  static let formVersion = 1

  /// The whole text; `project` is the path of the project file as it was given, nil for the reference project.
  public static func text(_ plan: TechnologyPlan, project: String?) -> [UInt8] {
    var object = JSONObject()
    object.add("form", formVersion)
    object.add("project", project)
    object.add("name", plan.analysis.inputs.project.name)
    object.add("parameters", json: parameters(plan))
    object.add("quality", json: quality(plan))
    object.add("places", plan.places.count)
    object.add("connected", plan.plan.placeCount)
    object.add("with_fibre_already", plan.servedCount)
    object.add("without_position_or_excluded", plan.leftOutCount)
    object.add("totals", json: totals(plan.all, technology: nil))
    object.add(
      "technologies",
      json: JSONObject.list(
        AccessTechnology.allCases.map { totals(plan.totals(of: $0), technology: $0) }, indent: "    "))
    object.add(
      "unconnected", json: JSONObject.list(plan.unconnected.map { unconnected($0, plan) }, indent: "    "))
    object.add("remarks", plan.remarks)
    return object.finished(indent: "  ") + [UInt8(ascii: "\n")]
  }

  private static func parameters(_ plan: TechnologyPlan) -> [UInt8] {
    let (request, source) = (plan.request, plan.request.source)
    var object = JSONObject()
    object.add("points", source.points)
    object.add("use", AccessTechnology.allCases.filter(source.technologies.contains).map(\.rawValue))
    object.add("objective", source.objective.rawValue)
    object.add("budget", source.budget)
    object.add("plan", request.plan)
    object.add("users_percent", source.usersPercent, decimals: 6)
    object.add("users_per_point", source.usersPerPoint, decimals: 6)
    object.add("mbps_per_user", source.mbpsPerUser, decimals: 6)
    object.add("revenue_per_user", source.revenuePerUser, decimals: 6)
    object.add("microwave_range", source.microwaveRangeMetres, decimals: 3)
    object.add("seed", Int(exactly: request.seed))
    object.add(request.catalogue, priceChanges: request.priceChanges)
    return object.finished
  }

  private static func quality(_ plan: TechnologyPlan) -> [UInt8] {
    var object = JSONObject()
    object.add("value", plan.plan.value)
    object.add("bound", plan.plan.bound)
    object.add("gap", plan.plan.gap, decimals: 6)
    object.add("revenue", plan.plan.revenue)
    object.add("net_present_value", plan.plan.netPresentValue)
    return object.finished
  }

  private static func totals(_ totals: TechnologyPlan.Totals, technology: AccessTechnology?) -> [UInt8] {
    var object = JSONObject()
    if let technology { object.add("technology", technology.rawValue) }
    object.add("places", totals.places)
    object.add("people", totals.people)
    object.add("units", totals.units)
    object.add("capital", totals.capital)
    object.add("running_per_year", totals.runningPerYear)
    object.add("net_present_cost", totals.netPresentCost)
    object.add("kilometres", totals.kilometres, decimals: 3)
    return object.finished
  }

  private static func unconnected(_ unconnected: TechnologyPlan.Unconnected, _ plan: TechnologyPlan) -> [UInt8] {
    let place = plan.places[unconnected.place]
    var object = JSONObject()
    object.add("code", place.code)
    object.add("name", place.name)
    object.add("reason", unconnected.reason)
    var refusals = JSONObject()
    for technology in AccessTechnology.allCases {
      if let refusal = unconnected.refusals[technology] { refusals.add(technology.rawValue, refusal.description) }
    }
    object.add("refusals", json: refusals.finished)
    return object.finished
  }
}
