import Rollout

/// Why there is no plan, in one line a person can act on.
public enum PlanError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A service that is asked for has no rules, so nobody is known to lack it.
  case noRules(file: String, service: PlannedService, others: [PlannedService])
  /// A code under `required` or `excluded` that no village has.
  case unknownVillage(file: String, line: Int?, code: String, list: String)
  /// A village that is required gets no service.
  case requiredNotReached(code: String, service: PlannedService)
  /// The villages that are required cost more than there is.
  case requiredTooDear(cost: Int, available: Int, currency: String)
  /// There is no money.
  case nothingToSpend(budget: Int)
  /// A service has nowhere to begin: no cable, no line.
  case nothingToConnectTo(file: String, service: PlannedService)
  /// A property of the terrain that is none of its words.
  case wrongTerrain(file: String, place: String, found: String)
  /// The height of a tower's antennas that is none.
  case wrongHeight(file: String, place: String, found: String)
  /// A property of a point that is no number of at least 0.
  case wrongNumber(file: String, place: String, what: String, found: String)
  /// There is no place to connect: so many have fibre, so many no position.
  case nothingToConnect(file: String, points: String?, served: Int, leftOut: Int)
  /// A file that is no plan, or not one of this version.
  case notAPlan(file: String, problem: String)

  /// One line with file, value and what was expected.
  public var description: String {
    switch self {
    case .noRules(let file, let service, let others):
      "\(file): \(service.rawValue) has no rules, so nobody is known to lack it; expected rules under services, "
        + (others.isEmpty ? "of which there are none" : "as \(others.map(\.rawValue).joined(separator: ", ")) has")
    case .unknownVillage(let file, let line, let code, let list):
      "\(file)\(line.map { ":\($0)" } ?? ""): plan: \(list) names the village \(Quotation.quoted(code)), "
        + "and no village has that code"
    case .requiredNotReached(let code, let service):
      "the village \(Quotation.quoted(code)) is required, and the money does not reach \(service.rawValue) for it; "
        + "expected more money or years, or fewer required villages"
    case .requiredTooDear(let cost, let available, let currency):
      "the villages that are required take \(cost) \(currency), and there are \(available); expected more money, or fewer of them"
    case .nothingToSpend(let budget):
      "the budget is \(budget); expected an amount above 0"
    case .nothingToConnectTo(let file, let service):
      "\(file): no feature of the layers of \(service.rawValue) counts, so there is nothing to connect villages to"
    case .wrongTerrain(let file, let place, let found):
      "\(file): \(place): the terrain is \(found); expected plain, hill or mountain"
    case .wrongHeight(let file, let place, let found):
      "\(file): \(place): the height of the antennas is \(found); expected a number of metres from 0 to 1000"
    case .wrongNumber(let file, let place, let what, let found):
      "\(file): \(place): \(what): found \(found); expected a number from 0 to 1000000000"
    case .nothingToConnect(let file, let points, let served, let leftOut):
      "\(file): there is no place to connect: of the "
        + (points.map { "points of the layer \(Quotation.quoted($0))" } ?? "villages")
        + " \(served) have fibre and \(leftOut) have no position or are excluded; expected at least one other"
    case .notAPlan(let file, let problem):
      "\(file): \(problem); expected plan.json as phusong plan writes it"
    }
  }
}
