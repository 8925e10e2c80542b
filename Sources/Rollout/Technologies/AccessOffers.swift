import Geospatial

/// Finds the ways to connect each place, and why others are none.
struct AccessOffers {
  private let places: [AccessPlace]
  private let anchors: [Coordinate]
  private let catalogue: CostCatalogue
  private let settings: AccessSettings
  private let index: PointIndex
  private var disconnected: [DisconnectedVillage.Reason?]
  private(set) var options: [[AccessOption]] = []
  private(set) var refusals: [[AccessTechnology: AccessRefusal]] = []

  init(
    _ places: [AccessPlace], _ network: CandidateNetwork, anchors: [Coordinate], _ catalogue: CostCatalogue,
    _ settings: AccessSettings
  ) throws(AccessError) {
    self.places = places
    self.anchors = anchors
    self.catalogue = catalogue
    self.settings = settings
    var column = GeometryColumn()
    for anchor in anchors {
      column.append(anchor)
      column.closePart(.point)
      column.closeFeature()
    }
    index = PointIndex(column)
    disconnected = places.map { _ in nil }
    for village in network.disconnected { disconnected[village.village] = village.reason }
  }

  /// Finds them for every place.
  mutating func findAll(_ isInSight: (Int, Int) throws -> Bool) throws {
    for place in places.indices {
      var found: [AccessOption] = []
      var refused: [AccessTechnology: AccessRefusal] = [:]
      for technology in AccessTechnology.allCases {
        switch try offer(technology, at: place, isInSight) {
        case .option(let option): found.append(option)
        case .refusal(let refusal): refused[technology] = refusal
        }
      }
      options.append(found)
      refusals.append(refused)
    }
  }

  private enum Offer {
    case option(AccessOption)
    case refusal(AccessRefusal)
  }

  private func offer(
    _ technology: AccessTechnology, at place: Int, _ isInSight: (Int, Int) throws -> Bool
  ) throws -> Offer {
    guard settings.technologies.contains(technology) else { return .refusal(.notAllowed) }
    let demand = places[place].users * settings.mbpsPerUser
    let capacity = settings.capacities[technology]
    let greatest = capacity.map { $0.mbpsPerUnit * Double($0.greatestUnits) } ?? 0
    guard let capacity, demand <= greatest else {
      return .refusal(.tooMuchDemand(mbps: demand, greatestMbps: greatest))
    }
    var anchor: Int?
    switch technology {
    case .fibre: if let reason = disconnected[place] { return .refusal(.noRoute(reason)) }
    case .mobile: if places[place].mobile == nil { return .refusal(.noSignal) }
    case .satellite: break
    case .microwave:
      switch try findAnchor(of: place, isInSight) {
      case .success(let found): anchor = found
      case .failure(let refusal): return .refusal(refusal.reason)
      }
    }
    let units = max(1, Int((demand / capacity.mbpsPerUnit).rounded(.up)))
    let bill = Self.bill(technology, units: units)
    return .option(
      AccessOption(
        technology: technology, units: units, anchor: anchor, bill: bill,
        capital: try catalogue.cost(of: bill, .capital), netPresentCost: try catalogue.cost(of: bill, .netPresent)))
  }

  private struct NoAnchor: Error { var reason: AccessRefusal }

  /// The nearest anchor in range and in sight.
  private func findAnchor(
    of place: Int, _ isInSight: (Int, Int) throws -> Bool
  ) throws -> Result<Int, NoAnchor> {
    let position = places[place].position
    let inRange = index.features(within: settings.microwaveRangeMetres, of: position)
    for neighbour in inRange where try isInSight(neighbour.feature, place) { return .success(neighbour.feature) }
    if !inRange.isEmpty { return .failure(NoAnchor(reason: .noLineOfSight(inRange: inRange.count))) }
    let nearest = index.nearest(to: position)?.distanceMetres
    return .failure(
      NoAnchor(reason: .outOfRange(nearestMetres: nearest, longestMetres: settings.microwaveRangeMetres)))
  }

  private static func bill(_ technology: AccessTechnology, units: Int) -> [BillLine] {
    let count = Double(units)
    return switch technology {
    case .fibre: [BillLine(.drop, quantity: count), BillLine(.spliceClosure, quantity: 1)]
    case .microwave: [BillLine(.microwaveAccess, quantity: count)]
    case .mobile: [BillLine(.mobileAccess, quantity: count)]
    case .satellite: [BillLine(.satelliteAccess, quantity: count)]
    }
  }
}
