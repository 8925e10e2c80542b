import Geospatial

/// Brings power to villages: each by grid extension, a mini-grid or solar home systems.
///
/// ```swift
/// let electrification = try Electrification(of: villages, grid: lines, catalogue: catalogue)
/// let plan = try electrification.leastCost()
/// print(plan.cost, plan.lowerBound, plan.technologies)
/// ```
///
/// Lines are shared: which villages join the grid and where the lines run is decided together, as a prize-collecting Steiner
/// tree from the grid, where a village's prize is what the grid saves there before the line is paid. Villages' costs do not
/// depend on each other otherwise. Others decide village by village along fixed or greedily grown lines (D. Mentis et al.,
/// *Lighting the World: the first application of an open source, spatial electrification tool (OnSSET) on Sub-Saharan
/// Africa*, Environmental Research Letters 12, 2017).
public struct Electrification: Sendable {
  /// Where lines may run; the grid is the root.
  public let network: CandidateNetwork
  let catalogue: CostCatalogue
  let settings: PowerSettings
  let households: HouseholdCounts

  /// Villages without power and the medium-voltage lines and substations there are, as lines and points. Lines run straight
  /// from village to village or to the nearest place of the grid.
  ///
  /// - Throws: ``PowerError``, `CandidateNetworkError`.
  public init(
    of villages: [PowerVillage], grid: GeometryColumn, catalogue: CostCatalogue,
    settings: PowerSettings = PowerSettings()
  ) throws {
    try settings.check()
    var networkSettings = NetworkSettings()
    networkSettings.detourFactor = settings.mediumVoltageDetourFactor
    networkSettings.longestLinkMetres = settings.longestLineMetres
    let sources = NetworkSources(existing: grid, villages: villages.map(\.position))
    try self.init(
      of: villages, network: CandidateNetwork(sources, settings: networkSettings), catalogue: catalogue,
      settings: settings)
  }

  /// Villages without power, and a network over them, in their order, that says where lines may run and how long they are.
  ///
  /// - Throws: ``PowerError``.
  public init(
    of villages: [PowerVillage], network: CandidateNetwork, catalogue: CostCatalogue,
    settings: PowerSettings = PowerSettings()
  ) throws(PowerError) {
    try settings.check()
    guard villages.count == network.villageCount else {
      throw .wrongCount(of: "villages", count: villages.count, villages: network.villageCount)
    }
    self.network = network
    self.catalogue = catalogue
    self.settings = settings
    households = try HouseholdCounts(villages, peoplePerHousehold: settings.peoplePerHousehold)
  }

  /// How many villages there are.
  public var villageCount: Int { network.villageCount }

  /// One per village: what each technology costs there.
  func costs(_ measure: CostMeasure) throws(CostError) -> [PowerCosts] {
    var costs: [PowerCosts] = []
    costs.reserveCapacity(villageCount)
    for count in households.counts {
      costs.append(try PowerCosts(catalogue, measure, settings, households: count))
    }
    return costs
  }

  /// The lines with what they cost. Without the grid among the technologies they cost nothing, for none is built.
  func joining(_ measure: CostMeasure) throws -> NetworkJoining {
    let bills = PowerBills(settings)
    var costs = [Int](repeating: 0, count: network.edgeCount)
    if settings.technologies.contains(.grid) {
      for edge in costs.indices {
        costs[edge] = try catalogue.cost(of: bills.line(metres: network.cableMetres[edge]), measure)
      }
    }
    return NetworkJoining(graph: try network.graph { costs[$0] }, placeCount: villageCount)
  }
}
