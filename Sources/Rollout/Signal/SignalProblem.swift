import Geospatial

/// Where mobile sites may be built, what each of them costs with its backhaul and power, and whom it reaches.
///
/// ```swift
/// var sources = SignalSources(villages: villages)
/// sources.towers = towers.map { StandingTower($0) }
/// sources.fibre = fibre
/// let problem = try SignalProblem(sources, settings: SignalSettings(), catalogue: catalogue)
/// let plan = try SignalPlanner(problem).leastCost()
/// ```
///
/// Places for sites are the villages without signal, the points given, and standing towers that may be upgraded. A site
/// reaches the villages within its range and, where lines of sight are given, in its sight. Everything is sparse: pairs are
/// found through packed indexes.
public struct SignalProblem: Sendable {
  /// What the problem was made of.
  public let sources: SignalSources
  /// What sites are like.
  public let settings: SignalSettings
  /// The prices.
  public let catalogue: CostCatalogue
  /// The sites that may be built, first all that cover somebody, then the towers that only pass on backhaul.
  public let sites: [SignalSite]
  /// For each site the villages without signal that it reaches.
  public let covered: SparseLists
  /// The villages without signal that no site can serve, ascending.
  public let unreachable: [UnreachableVillage]

  /// Finds the sites, their backhaul, their power and their reach.
  ///
  /// About O(sites times neighbours within reach and within a hop). Throws the first thing that is wrong.
  public init(
    _ sources: SignalSources, settings: SignalSettings = SignalSettings(), catalogue: CostCatalogue
  ) throws(SignalError) {
    try settings.check()
    try sources.check(needsPeople: settings.peoplePerSite != nil)
    var making = try SiteMaking(sources, settings, catalogue)
    try making.makeSites()
    self.sources = sources
    self.settings = settings
    self.catalogue = catalogue
    sites = making.sites
    covered = SparseLists(making.reaches)
    unreachable = making.unreachable
  }

  /// The villages without signal that some site reaches, ascending.
  public var reachable: [Int] {
    var isReached = [Bool](repeating: false, count: sources.villages.count)
    for village in covered.members { isReached[Int(village)] = true }
    return isReached.indices.filter { isReached[$0] }
  }
}
