/// Why sites cannot be chosen from what was given.
public enum SitingError: Error, Equatable, CustomStringConvertible {
  /// There is not exactly one list of points per site.
  case unequalCounts(sites: Int, lists: Int)
  /// There is not exactly one weight per point.
  case unequalWeights(points: Int, weights: Int)
  /// A site covers a point that is not in `0..<pointCount`.
  case noSuchPoint(site: Int, point: Int, pointCount: Int)
  /// A site costs less than nothing, or its cost is no number.
  case unusableCost(site: Int, cost: Double)
  /// The capacity of a site is below zero or no number.
  case unusableCapacity(site: Int, capacity: Double)
  /// The weight of a point is below zero or no number.
  case unusableWeight(point: Int, weight: Double)
  /// A site is forbidden and at the same time required or existing.
  case conflictingConditions(site: Int)
  /// The reach of a site is below zero or no number.
  case unusableReach(site: Int, metres: Double)
  /// A position is no place on earth.
  case unusablePosition(kind: String, index: Int)
  /// More entries than can be numbered.
  case tooLarge(entries: Int)
  /// The budget is below zero or no number.
  case unusableBudget(Double)
  /// A number of sites below zero.
  case unusableSiteCount(Int)
  /// The required sites alone cost more than there is.
  case requiredSitesExceedLimit(cost: Double, limit: Double)

  /// What is wrong, and what was expected.
  public var description: String {
    switch self {
    case .unequalCounts(let sites, let lists):
      "\(sites) sites but \(lists) lists of points, positions or reaches; expected one per site"
    case .unequalWeights(let points, let weights):
      "\(points) points but \(weights) weights; expected one weight per point"
    case .noSuchPoint(let site, let point, let count):
      "site \(site): covers point \(point); expected 0 to \(count - 1)"
    case .unusableCost(let site, let cost):
      "site \(site): costs \(cost); expected a number of at least 0"
    case .unusableCapacity(let site, let capacity):
      "site \(site): has a capacity of \(capacity) people; expected at least 0"
    case .unusableWeight(let point, let weight):
      "point \(point): has weight \(weight); expected a number of at least 0"
    case .conflictingConditions(let site):
      "site \(site): is forbidden and also required or existing; expected one of them"
    case .unusableReach(let site, let metres):
      "site \(site): reaches \(metres) m; expected a number of at least 0"
    case .unusablePosition(let kind, let index):
      "\(kind) \(index): its position is no longitude and latitude in degrees"
    case .tooLarge(let entries):
      "\(entries) sites, points or pairs of them; expected fewer than a thousand million"
    case .unusableBudget(let budget):
      "the budget is \(budget); expected a number of at least 0"
    case .unusableSiteCount(let count):
      "\(count) sites may be built; expected at least 0"
    case .requiredSitesExceedLimit(let cost, let limit):
      "the required sites take \(cost) of the \(limit) there is; expected a limit that allows for them"
    }
  }
}
