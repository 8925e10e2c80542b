import Geospatial

extension FibreProblem {
  /// Everything that may be built; nil where that is too much to try, or cables may not branch anywhere.
  public var jointForest: JointForest? {
    guard network.villageCount <= JointForest.greatestSize.villages,
      network.edgeCount <= JointForest.greatestSize.lines, closure == nil
    else { return nil }
    return JointForest(
      lines: (0..<network.edgeCount).map { edge in
        JointForest.Line(
          tail: Int(network.tails[edge]), head: Int(network.heads[edge]),
          item: PlanItem(
            .cable, for: .fibre, at: .line(Array(network.line(ofEdge: edge))),
            bill: costs.bill(ofEdge: edge, in: network)))
      },
      connections: isOpen.indices.map { village in
        guard isOpen[village] else { return nil }
        return PlanItem(
          .fibreVillage, for: .fibre, at: .point(network.vertices[CandidateNetwork.vertex(ofVillage: village)]),
          bill: costs.connectionBill, villages: [village])
      }, alternatives: isOpen.map { _ in [] })
  }
}

extension Electrification {
  /// Everything that may be built; nil where that is too much to try.
  public var jointForest: JointForest? {
    guard villageCount <= JointForest.greatestSize.villages, network.edgeCount <= JointForest.greatestSize.lines else {
      return nil
    }
    let bills = PowerBills(settings)
    let hasGrid = settings.technologies.contains(.grid)
    func item(_ kind: PlanItem.Kind, _ technology: PowerTechnology, _ village: Int) -> PlanItem {
      PlanItem(
        kind, for: .power, at: .point(network.vertices[CandidateNetwork.vertex(ofVillage: village)]),
        bill: bills.bill(technology, households: households.counts[village]), villages: [village])
    }
    let edges = hasGrid ? 0..<network.edgeCount : 0..<0
    return JointForest(
      lines: edges.map { edge in
        JointForest.Line(
          tail: Int(network.tails[edge]), head: Int(network.heads[edge]),
          item: PlanItem(
            .powerLine, for: .power, at: .line(Array(network.line(ofEdge: edge))),
            bill: bills.line(metres: network.cableMetres[edge])))
      },
      connections: (0..<villageCount).map { hasGrid ? item(.gridVillage, .grid, $0) : nil },
      alternatives: (0..<villageCount).map { village in
        [(PlanItem.Kind.miniGrid, PowerTechnology.miniGrid), (.solarHomes, .solarHomes)]
          .filter { settings.technologies.contains($0.1) }.map { item($0.0, $0.1, village) }
      })
  }
}

extension SignalProblem {
  /// Everything that may be built; nil where that is too much to try, where sites have room for so many people only, and where
  /// some must be built.
  public var jointSites: JointSites? {
    guard sites.count <= JointSites.greatestCount, settings.peoplePerSite == nil, !sites.contains(where: \.isRequired)
    else { return nil }
    return JointSites(
      sites: sites.enumerated().map { number, site in
        let villages = site.work == .relay ? [] : covered[number].map(Int.init)
        let items = SignalItems(self, sites: [number]) { _ in villages }.items
        func item(_ kinds: Set<PlanItem.Kind>) -> PlanItem? {
          guard var item = items.first(where: { kinds.contains($0.kind) }) else { return nil }
          item.needs = []
          return item
        }
        return JointSites.Site(
          place: site.coordinate, tower: item([.tower, .towerUpgrade]),
          backhaul: item([.cable, .microwaveHop, .satelliteBackhaul]), solar: item([.siteSolar]), parent: site.parent)
      })
  }
}
