import Geospatial

/// The dead zones of one service: its unserved villages, gathered by reach, as areas.
///
/// ```swift
/// let zones = try await DeadZones.find(
///   .signal, villages: villages, column: assessment[.signal], sources: services[.signal] ?? [])
/// zones.zones[0].people.total  // those of the zone to begin with
/// ```
public struct DeadZones: Sendable {
  /// The service.
  public var service: Service
  /// The zones by rank: by the sum of people times score (``ZoneScore/weight``), then by people, villages and identifier;
  /// without scores by people first.
  public var zones: [DeadZone]
  /// How many villages are unserved.
  public var unservedCount: Int
  /// How many of them have no position, and so are in no zone.
  public var withoutPositionCount: Int
  /// How many of them have a position and are in no zone, because too few are near them.
  public var looseCount: Int
  /// Zones of earlier runs that are no more, by identifier.
  public var retired: [EarlierZone]

  /// Finds the zones of a service.
  ///
  /// - Parameters:
  ///   - column: what the overlay says of the service, one entry per village.
  ///   - sources: what the rules of the service look at, in WGS 84; their ground is clipped from the zones.
  ///   - scores: a score from 0 to 100 for each village, NaN for one without; nil where there are none at all.
  ///   - earlier: zones of earlier runs, of any service, whose identifiers go on (``ZoneLineages``).
  ///   - threads: the result does not depend on their number.
  /// - Throws: `GEOSError` when GEOS cannot make the ground of a zone.
  /// - Complexity: about O(n log n) in villages, and in the vertices of served ground near them.
  public static func find(
    _ service: Service, villages: Villages, column: ServiceColumn, sources: [ServiceSource],
    scores: [Double]? = nil, settings: DeadZoneSettings = DeadZoneSettings(), earlier: [EarlierZone] = [],
    threads: Int = 1
  ) async throws -> DeadZones {
    let unserved = villages.order.map { Int($0) }.filter { column.statuses[$0] == .unserved }
    let placed = unserved.filter { villages.coordinates[$0].isOnEarth }
    let clusters = clusters(of: placed.map { villages.coordinates[$0] }, settings)
    let survey = ZoneSurvey(
      service: service, villages: villages, column: column, scores: scores,
      ground: ZoneGround(
        settings: settings, served: try await ServedGround(sources, threads: threads),
        servedVillages: ServedVillages(villages.order, villages.coordinates, column.statuses)))
    var gathered: [(villages: [Int], links: [(Int, Int)])] = []
    let leastVillages = settings.leastVillages ?? settings.method.defaultLeastVillages
    for members in clusters.members where settings.method == .dbscan || members.count >= leastVillages {
      gathered.append((members.map { placed[$0] }, links(among: members, clusters)))
    }
    let (lineages, retired) = ZoneLineages.trace(
      zones: gathered.map { zone in zone.villages.map { villages.codes[$0] } }, service: service, earlier: earlier)
    // The largest first, so that the last to finish is a small one.
    let order = gathered.indices.sorted { (gathered[$0].villages.count, $1) > (gathered[$1].villages.count, $0) }
    let work = order.map { (zone: gathered[$0], lineage: lineages[$0]) }
    var zones = try await Parallel.map(work, threads: threads) { work in
      try survey.zone(of: work.zone.villages, links: work.zone.links, lineage: work.lineage)
    }
    rank(&zones)
    return DeadZones(
      service: service, zones: zones, unservedCount: unserved.count,
      withoutPositionCount: unserved.count - placed.count,
      looseCount: placed.count - gathered.reduce(0) { $0 + $1.villages.count }, retired: retired)
  }

  private static func clusters(of coordinates: [Coordinate], _ settings: DeadZoneSettings) -> PointClusters {
    switch settings.method {
    case .linkage: SingleLinkage.clusters(of: coordinates, reachMetres: settings.reachMetres)
    case .dbscan:
      DensityClusters.clusters(
        of: coordinates, reachMetres: settings.reachMetres,
        leastCount: settings.leastVillages ?? settings.method.defaultLeastVillages)
    }
  }

  /// The links of a cluster, by the places of its members.
  private static func links(among members: [Int], _ clusters: PointClusters) -> [(Int, Int)] {
    let places = Dictionary(uniqueKeysWithValues: members.enumerated().map { ($1, $0) })
    return members.enumerated().compactMap { place, position in
      places[Int(clusters.links[position])].map { (place, $0) }
    }
  }

  private static func rank(_ zones: inout [DeadZone]) {
    zones.sort { a, b in
      let (first, second) = (a.score?.weight ?? 0, b.score?.weight ?? 0)
      if first != second { return first > second }
      if a.people.total != b.people.total { return a.people.total > b.people.total }
      if a.villages.count != b.villages.count { return a.villages.count > b.villages.count }
      return a.lineage.identifier < b.lineage.identifier
    }
    for index in zones.indices { zones[index].rank = index + 1 }
  }
}
