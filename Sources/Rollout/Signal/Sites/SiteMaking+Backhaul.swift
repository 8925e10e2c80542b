import Geospatial

extension SiteMaking {
  /// Gives every site without fibre its way there; sites that have none are left out.
  mutating func findRoutes() throws(SignalError) {
    let needsRadio = sites.contains { $0.backhaul == .satellite }
    if !needsRadio { return }
    let hop = [BillLine(.microwaveHop, quantity: 1)]
    var stations = sites.map { site in
      BackhaulRoutes.Station(end: end(of: site), cost: site.cost, hasFibre: site.backhaul != .satellite)
    }
    // The upgraded tower itself is no station: it stands, and is one as a tower.
    for index in sites.indices where sites[index].work == .upgrade { stations[index].cost = BackhaulRoutes.unreached }
    let firstTower = stations.count
    for tower in sources.towers {
      let isNear = fibre.nearest(to: tower.coordinate, within: settings.fibreOnSiteMetres) != nil
      stations.append(
        BackhaulRoutes.Station(
          end: RadioEnd(tower.coordinate, heightMetres: tower.heightMetres), cost: 0,
          hasFibre: tower.hasFibre ?? isNear))
    }
    let (sight, megahertz) = (sources.hopSight, settings.hopFrequencyMegahertz)
    let routes = BackhaulRoutes(
      stations, longestHopMetres: settings.longestHopMetres, hopCost: try cost(hop),
      sees: { sight?($0, $1, megahertz) ?? true })
    try follow(routes, hop: hop, firstTower: firstTower, stations)
  }

  private mutating func follow(
    _ routes: BackhaulRoutes, hop: [BillLine], firstTower: Int, _ stations: [BackhaulRoutes.Station]
  ) throws(SignalError) {
    let hopCost = try cost(hop)
    var relays: [Int: Int] = [:]
    var place = 0
    let siteCount = sites.count
    while place < sites.count {
      let station = place < siteCount ? place : firstTower + towerNumber(of: sites[place])
      let parent = routes.parents[station]
      if sites[place].backhaul == .satellite {
        if parent >= 0 {
          sites[place].backhaul = .microwave(
            to: stations[parent].end.coordinate, metres: routes.hopMetres[station])
          sites[place].backhaulBill = hop
          sites[place].cost += hopCost
          if parent < firstTower {
            sites[place].parent = parent
          } else if !stations[parent].hasFibre {
            if relays[parent] == nil {
              relays[parent] = sites.count
              addRelay(tower: parent - firstTower)
            }
            sites[place].parent = relays[parent]
          }
        } else if settings.allowsSatellite {
          sites[place].backhaulBill = [BillLine(.satelliteBackhaul, quantity: 1)]
          sites[place].cost += try cost(sites[place].backhaulBill)
        }
      }
      place += 1
    }
  }

  private func towerNumber(of site: SignalSite) -> Int {
    if case .tower(let tower) = site.origin { tower } else { 0 }
  }

  private mutating func addRelay(tower: Int) {
    sites.append(
      SignalSite(
        origin: .tower(tower), coordinate: sources.towers[tower].coordinate, work: .relay, isRequired: false,
        backhaul: .satellite, power: .standing, parent: nil, towerBill: [], backhaulBill: [], solarBill: [], cost: 0))
    reaches.append([])
  }

  /// Leaves out sites without backhaul, and new towers that reach nobody and that nobody needs.
  mutating func dropWithoutUse() {
    var isKept = sites.map { $0.backhaul != .satellite || !$0.backhaulBill.isEmpty }
    var isNeeded = sites.indices.map { isKept[$0] && (!reaches[$0].isEmpty || sites[$0].isRequired) }
    for index in sites.indices where isNeeded[index] {
      var next = sites[index].parent
      while let parent = next, !isNeeded[parent] {
        isNeeded[parent] = true
        next = sites[parent].parent
      }
    }
    for index in sites.indices { isKept[index] = isKept[index] && isNeeded[index] }
    var numbers = [Int](repeating: -1, count: sites.count)
    var count = 0
    for index in sites.indices where isKept[index] {
      numbers[index] = count
      count += 1
    }
    let kept = sites.indices.filter { isKept[$0] }
    reaches = kept.map { reaches[$0] }
    sites = kept.map { index in
      var site = sites[index]
      site.parent = site.parent.map { numbers[$0] }
      return site
    }
  }
}
