import Geospatial

/// Makes the sites of a signal problem, step by step.
struct SiteMaking {
  let sources: SignalSources
  let settings: SignalSettings
  let catalogue: CostCatalogue
  let fibre: NetworkReach
  let power: NetworkReach

  /// The sites made so far.
  var sites: [SignalSite] = []
  /// For each site the villages it reaches.
  var reaches: [[Int]] = []
  /// The villages that nobody can serve.
  var unreachable: [UnreachableVillage] = []

  init(
    _ sources: SignalSources, _ settings: SignalSettings, _ catalogue: CostCatalogue
  ) throws(SignalError) {
    self.sources = sources
    self.settings = settings
    self.catalogue = catalogue
    fibre = NetworkReach(sources.fibre)
    power = NetworkReach(sources.power)
  }

  /// All sites that can be built, with those that relay for them.
  mutating func makeSites() throws(SignalError) {
    let wanted = candidates()
    let isAnyoneUnserved = sources.villages.indices.contains { !sources.isServed($0) }
    let isAnyoneAllowed = wanted.contains { sources.conditions[$0.origin] != .forbidden }
    guard isAnyoneAllowed || !isAnyoneUnserved else { throw .noCandidates }
    let wantedReaches = self.reaches(of: wanted)
    var kept: [Int] = []
    for index in wanted.indices where sources.conditions[wanted[index].origin] != .forbidden {
      let isRequired = wanted[index].isRequired
      if !wantedReaches[index].isEmpty || isRequired || mayRelay(wanted[index]) { kept.append(index) }
    }
    sites = kept.map { wanted[$0] }
    reaches = kept.map { wantedReaches[$0] }
    for index in sites.indices { try findFibreAndPower(index) }
    try findRoutes()
    dropWithoutUse()
    for origin in sources.conditions.keys.sorted()
    where sources.conditions[origin] == .required && !sites.contains(where: { $0.origin == origin && $0.isRequired }) {
      throw .impossibleSite(origin, reason: "it has no way to fibre, and satellites are not allowed")
    }
    findUnreachable(wanted, wantedReaches)
  }

  /// A new tower may pass on the backhaul of others though it reaches nobody; a tower that stands does so without an upgrade.
  private func mayRelay(_ site: SignalSite) -> Bool { site.work == .newTower }

  // MARK: Candidates and reach

  private func candidates() -> [SignalSite] {
    var candidates: [SignalSite] = []
    func add(_ origin: SiteOrigin, _ coordinate: Coordinate, _ work: SignalSite.Work) {
      candidates.append(
        SignalSite(
          origin: origin, coordinate: coordinate, work: work, isRequired: sources.conditions[origin] == .required,
          backhaul: .standing, power: .standing, parent: nil, towerBill: [], backhaulBill: [], solarBill: [], cost: 0))
    }
    for (index, village) in sources.villages.enumerated()
    where !sources.isServed(index) || sources.conditions[.village(index)] == .required {
      add(.village(index), village, .newTower)
    }
    for (index, point) in sources.points.enumerated() { add(.point(index), point, .newTower) }
    for (index, tower) in sources.towers.enumerated()
    where tower.isUpgradable || sources.conditions[.tower(index)] == .required {
      add(.tower(index), tower.coordinate, .upgrade)
    }
    return candidates
  }

  /// The antenna of a site.
  func end(of site: SignalSite) -> RadioEnd {
    guard case .tower(let tower) = site.origin else {
      return RadioEnd(site.coordinate, heightMetres: settings.towerHeight.metres)
    }
    return RadioEnd(site.coordinate, heightMetres: sources.towers[tower].heightMetres)
  }

  private func reaches(of candidates: [SignalSite]) -> [[Int]] {
    let unserved = sources.villages.indices.filter { !sources.isServed($0) }
    let index = PointIndex(GeometryColumn(points: unserved.map { sources.villages[$0] }))
    let megahertz = settings.technology.frequencyMegahertz
    return index.withSearch { search in
      candidates.map { site in
        let end = end(of: site)
        let reach = site.work == .newTower ? settings.reachOfNewSiteMetres : settings.reachOfUpgradeMetres
        return search.features(within: reach, of: site.coordinate).map { unserved[$0.feature] }.filter { village in
          guard let sight = sources.coverageSight, site.origin != .village(village) else { return true }
          return sight(end, RadioEnd(sources.villages[village], heightMetres: settings.phoneHeightMetres), megahertz)
        }
      }
    }
  }

  private mutating func findUnreachable(_ wanted: [SignalSite], _ wantedReaches: [[Int]]) {
    var reasons = [UnreachableVillage.Reason?](repeating: nil, count: sources.villages.count)
    for village in reasons.indices where !sources.isServed(village) { reasons[village] = .noSite }
    for (index, site) in wanted.enumerated() {
      let isForbidden = sources.conditions[site.origin] == .forbidden
      for village in wantedReaches[index] where reasons[village] != .noBackhaul {
        reasons[village] = isForbidden ? .forbidden : .noBackhaul
      }
    }
    for village in reaches.joined() { reasons[village] = nil }
    unreachable = reasons.indices.compactMap { village in
      reasons[village].map { UnreachableVillage(village: village, reason: $0) }
    }
  }
}
