import Geospatial

/// What is built for technologies and lines that are decided.
struct PowerItems {
  /// Lines first, each after those it needs, then villages in their order.
  private(set) var items: [PlanItem] = []

  init(_ electrification: Electrification, technologies: [PowerTechnology?], edges: [Int], graph: Graph) {
    let network = electrification.network
    let bills = PowerBills(electrification.settings)
    let routes = RootedRoutes(edges, of: graph)
    for leg in routes.legs {
      let line = network.line(ofEdge: leg.edge)
      items.append(
        PlanItem(
          .powerLine, for: .power, at: .line(leg.isReversed ? line.reversed() : Array(line)),
          bill: bills.line(metres: network.cableMetres[leg.edge]), needs: leg.upstream.map { [$0] } ?? []))
    }
    for (village, technology) in technologies.enumerated() {
      guard let technology else { continue }
      let vertex = CandidateNetwork.vertex(ofVillage: village)
      let leg = technology == .grid ? routes.legOfVertex[vertex] : nil
      items.append(
        PlanItem(
          Self.kind(technology), for: .power, at: .point(network.vertices[vertex]),
          bill: bills.bill(technology, households: electrification.households.counts[village]),
          needs: leg.map { [$0] } ?? [], villages: [village]))
    }
  }

  private static func kind(_ technology: PowerTechnology) -> PlanItem.Kind {
    switch technology {
    case .grid: .gridVillage
    case .miniGrid: .miniGrid
    case .solarHomes: .solarHomes
    }
  }
}
