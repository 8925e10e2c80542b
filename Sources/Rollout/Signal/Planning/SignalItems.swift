import Geospatial

/// The plan items of chosen sites.
struct SignalItems {
  private let problem: SignalProblem
  private(set) var items: [PlanItem] = []
  /// For each site the item that the backhaul of others goes through.
  private var carriers: [Int: Int] = [:]

  /// The items of closed `sites`: backhaul and power first, then the tower that needs them; what others need comes before.
  ///
  /// `served` gives the villages that a site serves.
  init(_ problem: SignalProblem, sites: [Int], served: (Int) -> [Int]) {
    self.problem = problem
    let isIn = Set(sites)
    for site in sites {
      var chain: [Int] = []
      var next: Int? = site
      while let current = next, carriers[current] == nil, isIn.contains(current) {
        chain.append(current)
        next = problem.sites[current].parent
      }
      for member in chain.reversed() { append(member, villages: served(member)) }
    }
  }

  private mutating func append(_ number: Int, villages: [Int]) {
    let site = problem.sites[number]
    let upstream = site.parent.flatMap { carriers[$0] }.map { [$0] } ?? []
    var needs: [Int] = []
    func point() -> PlanItem.Shape { .point(site.coordinate) }
    switch site.backhaul {
    case .standing, .fibreOnSite: break
    case .cable(let from, _):
      needs.append(items.count)
      items.append(
        PlanItem(.cable, for: .signal, at: .line([from, site.coordinate]), bill: site.backhaulBill, needs: upstream))
    case .microwave(let to, _):
      needs.append(items.count)
      items.append(
        PlanItem(
          .microwaveHop, for: .signal, at: .line([to, site.coordinate]), bill: site.backhaulBill, needs: upstream))
    case .satellite:
      needs.append(items.count)
      items.append(PlanItem(.satelliteBackhaul, for: .signal, at: point(), bill: site.backhaulBill))
    }
    if site.work == .relay {
      carriers[number] = items.count - 1
      return
    }
    if !site.solarBill.isEmpty {
      needs.append(items.count)
      items.append(PlanItem(.siteSolar, for: .signal, at: point(), bill: site.solarBill))
    }
    carriers[number] = items.count
    items.append(
      PlanItem(
        site.work == .upgrade ? .towerUpgrade : .tower, for: .signal, at: point(), bill: site.towerBill, needs: needs,
        villages: villages))
  }
}
