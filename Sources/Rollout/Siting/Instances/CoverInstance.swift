/// Who may be covered from where: demand points, candidate sites, and for each site the points within its reach.
public struct CoverInstance: Sendable, Equatable {
  /// More entries of any kind are refused.
  public static let greatestCount = 1_000_000_000

  /// What each demand point counts: people, or people times priority. At least 0.
  public let weights: [Double]
  /// The sites.
  public let sites: [CandidateSite]
  /// For each site the points it covers.
  public let covered: SparseLists

  /// How many demand points there are.
  public var pointCount: Int { weights.count }
  /// How many sites there are.
  public var siteCount: Int { sites.count }

  /// An instance with one weight per point, and one list of covered points per site, in the same order.
  ///
  /// Throws the first thing that is wrong: counts, then each site in order, then each point.
  public init(weights: [Double], sites: [CandidateSite], covered: SparseLists) throws(SitingError) {
    guard covered.count == sites.count else {
      throw .unequalCounts(sites: sites.count, lists: covered.count)
    }
    let largest = max(weights.count, sites.count, covered.members.count)
    guard largest < Self.greatestCount else { throw .tooLarge(entries: largest) }
    for (index, site) in sites.enumerated() {
      guard site.cost >= 0, site.cost.isFinite else { throw .unusableCost(site: index, cost: site.cost) }
      if let capacity = site.capacity, !(capacity >= 0) {
        throw .unusableCapacity(site: index, capacity: capacity)
      }
      if site.conditions.contains(.forbidden), site.conditions != .forbidden {
        throw .conflictingConditions(site: index)
      }
      for point in covered[index] where point < 0 || Int(point) >= weights.count {
        throw .noSuchPoint(site: index, point: Int(point), pointCount: weights.count)
      }
    }
    for (index, weight) in weights.enumerated() where !(weight >= 0 && weight.isFinite) {
      throw .unusableWeight(point: index, weight: weight)
    }
    self.weights = weights
    self.sites = sites
    self.covered = covered
  }

  /// Sites that may be built and are not built yet: neither forbidden nor existing.
  func isOffered(_ site: Int) -> Bool {
    sites[site].conditions.isDisjoint(with: [.forbidden, .existing])
  }

  /// For each point whether one of `chosen` or an existing site covers it.
  public func coverage(by chosen: [Int]) -> [Bool] {
    var isCovered = [Bool](repeating: false, count: pointCount)
    for site in sites.indices where sites[site].conditions.contains(.existing) {
      for point in covered[site] { isCovered[Int(point)] = true }
    }
    for site in chosen {
      for point in covered[site] { isCovered[Int(point)] = true }
    }
    return isCovered
  }

  /// The weight of the points that `chosen` and the existing sites cover together.
  public func benefit(of chosen: [Int]) -> Double {
    zip(weights, coverage(by: chosen)).reduce(0) { $1.1 ? $0 + $1.0 : $0 }
  }

  /// What `chosen` cost together.
  public func cost(of chosen: [Int]) -> Double { chosen.reduce(0) { $0 + sites[$1].cost } }
}
