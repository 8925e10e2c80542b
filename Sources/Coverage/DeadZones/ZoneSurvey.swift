import Geospatial

/// Works out what there is to say of each zone of a service.
struct ZoneSurvey: Sendable {
  let service: Service
  let villages: Villages
  let column: ServiceColumn
  let scores: [Double]?
  let ground: ZoneGround
  private let isPeopleKnown: Bool

  init(service: Service, villages: Villages, column: ServiceColumn, scores: [Double]?, ground: ZoneGround) {
    self.service = service
    self.villages = villages
    self.column = column
    self.scores = scores
    self.ground = ground
    isPeopleKnown = villages.people.contains { !$0.isNaN }
  }

  /// The zone of some villages, in the order of their codes; `links` are pairs of their places that join all. Its rank is
  /// still open.
  func zone(of members: [Int], links: [(Int, Int)], lineage: ZoneLineage) throws -> DeadZone {
    let polygons = try ground.polygons(
      of: members, at: members.map { villages.coordinates[$0] }, links: links, in: GEOSContext())
    return DeadZone(
      service: service, lineage: lineage, rank: 0, villages: members,
      people: ZoneCount(villages.people, members), households: ZoneCount(villages.households, members),
      ground: polygons, squareMetres: Geodesic.areaSquareMetres(ofFeature: 0, of: polygons),
      nearestServed: nearestServed(to: members), nearestFeature: nearestFeature(to: members),
      score: scores.flatMap {
        ZoneScore(scores: $0, people: villages.people, isPeopleKnown: isPeopleKnown, villages: members)
      })
  }

  /// The nearest served village; of equally near pairs the first by the code of the zone's village, then of the served.
  private func nearestServed(to members: [Int]) -> DeadZone.NearestServed? {
    var best: (neighbour: Neighbour, from: Int)?
    for member in members {
      let limit = best?.neighbour.distanceMetres ?? .infinity
      guard
        let found = ground.servedVillages.nearest(to: villages.coordinates[member], within: limit),
        found.distanceMetres < limit
      else { continue }
      best = (found, member)
    }
    return best.map { best in
      DeadZone.NearestServed(
        village: ground.servedVillages.villages[best.neighbour.feature], distanceMetres: best.neighbour.distanceMetres,
        from: best.from)
    }
  }

  private func nearestFeature(to members: [Int]) -> (distanceMetres: Double, village: Int)? {
    var best: (distanceMetres: Double, village: Int)?
    for member in members where column.distancesMetres[member] < best?.distanceMetres ?? .infinity {
      best = (column.distancesMetres[member], member)
    }
    return best
  }
}
