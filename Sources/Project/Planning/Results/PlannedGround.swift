import Coverage
import Geospatial
import Rollout

/// What a plan has built by the end of a year, as the rules of the services see it.
///
/// A village has fibre within the distance of the project's rule from a cable, signal within the range of a site, power
/// within the distance of the rule from a line, or where its own grid or its homes stand. Sites that need sight, or have room
/// for so many people only, serve the villages that the plan lists for them instead, and nobody else.
struct PlannedGround {
  private let project: ProjectFile
  private let signal: SignalSettings
  /// Whether sites serve the villages listed, and not whoever is in range.
  let servesListed: Bool

  /// The ground of plans of a project, with the sites of a plan source.
  init(_ project: ProjectFile, _ source: PlanSource) {
    self.project = project
    signal = SignalPart.settings(source)
    servesListed = source.signal.servesListed
  }

  /// How near a village's own grid, or the mark that a site serves it, must be to be its own, in **metres**.
  static let ownMetres = 1.0

  /// How far an item serves by its range, in **metres**; nil for what serves in another way.
  func reachMetres(of item: PlanItem) -> Double? {
    switch item.kind {
    case .tower: signal.reachOfNewSiteMetres
    case .towerUpgrade: signal.reachOfUpgradeMetres
    default: nil
    }
  }

  /// The rules by which items serve villages, which lie at `coordinates`.
  func sources(_ items: [PlanItem], villages coordinates: [Coordinate]) -> [Service: [ServiceSource]] {
    var cables = GeometryColumn()
    var lines = GeometryColumn()
    var own = GeometryColumn()
    var sites = GeometryColumn()
    var reaches: [Double] = []
    var listed = GeometryColumn()
    for item in items {
      switch item.kind {
      case .cable, .fibreVillage: cables.append(item.shape)
      case .tower where servesListed, .towerUpgrade where servesListed:
        for village in item.villages { listed.append(.point(coordinates[village])) }
      case .tower, .towerUpgrade:
        sites.append(item.shape)
        reaches.append(reachMetres(of: item) ?? .nan)
      case .powerLine: lines.append(item.shape)
      case .gridVillage, .miniGrid, .solarHomes: own.append(item.shape)
      case .microwaveHop, .satelliteBackhaul, .siteSolar: continue
      }
    }
    return [
      .fibre: [ServiceSource(kind: .within(metres: metres(.fibre)), geometries: cables)],
      .signal: [
        ServiceSource(kind: .range(field: nil, metres: nil), geometries: sites, reachMetres: reaches),
        ServiceSource(kind: .within(metres: Self.ownMetres), geometries: listed),
      ],
      .power: [
        ServiceSource(kind: .within(metres: metres(.power)), geometries: lines),
        ServiceSource(kind: .within(metres: Self.ownMetres), geometries: own),
      ],
    ]
  }

  /// The distance of the widest rule of a service, in **metres**.
  func metres(_ service: Service) -> Double {
    let given = project.rules(for: service).compactMap { rule -> Double? in
      if case .within(let metres) = rule.kind { metres } else { nil }
    }
    return given.max() ?? service.defaultWithinMetres
  }
}

extension GeometryColumn {
  fileprivate mutating func append(_ shape: PlanItem.Shape) {
    switch shape {
    case .point(let place):
      append(place)
      closePart(.point)
    case .line(let places):
      for place in places { append(place) }
      closePart(.line)
    }
    closeFeature()
  }
}
