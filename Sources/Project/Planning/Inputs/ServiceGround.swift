import Coverage
import Geospatial
import Rollout

extension Service {
  /// The service that a plan brings.
  init(_ service: PlannedService) {
    switch service {
    case .fibre: self = .fibre
    case .signal: self = .signal
    case .power: self = .power
    }
  }
}

extension PlannedService {
  /// The service that villages have or lack.
  init(_ service: Service) {
    switch service {
    case .fibre: self = .fibre
    case .signal: self = .signal
    case .power: self = .power
    }
  }
}

extension LoadedProject {
  /// The network of a service that new cables and lines may start from: the features that count for its rules, but for
  /// polygons, which say where the service is and not where to connect to.
  func network(of service: Service) -> GeometryColumn {
    var network = GeometryColumn()
    for source in services[service] ?? [] where source.kind != .inside {
      for feature in 0..<source.geometries.count where source.includes?[feature] ?? true {
        let parts = source.geometries.parts(ofFeature: feature)
        let isSolid = parts.contains { [.shell, .hole].contains(source.geometries.partKinds[$0]) }
        if !parts.isEmpty && !isSolid { network.appendFeature(feature, of: source.geometries) }
      }
    }
    return network
  }

  /// The sites of a service with the distance that each serves, in **metres**: the points of its range rules that count.
  func sites(of service: Service) -> [(place: Coordinate, reachMetres: Double)] {
    var sites: [(Coordinate, Double)] = []
    for source in services[service] ?? [] {
      guard let reach = source.reachMetres else { continue }
      for feature in 0..<source.geometries.count where source.includes?[feature] ?? true {
        let range = source.geometries.coordinates(ofFeature: feature)
        guard range.count == 1, reach[feature] > 0 else { continue }
        sites.append((source.geometries.coordinates[range.lowerBound], reach[feature]))
      }
    }
    return sites
  }
}
