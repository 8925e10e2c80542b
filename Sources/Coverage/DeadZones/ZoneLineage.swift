/// What a zone is called, and what became of the zones of the run before.
public struct ZoneLineage: Sendable, Hashable {
  /// Whether a zone was there before.
  public enum Change: String, Sendable {
    /// No zone of this identifier was there.
    case new
    /// The zone of the run before goes on.
    case kept
    /// A zone that was there before the run before is there again.
    case back
  }

  /// The identifier: the service and the code of the first village of the zone when it was new, as in `signal-00949001`.
  public var identifier: String
  /// Whether it was there before.
  public var change: Change
  /// For a new zone, the zone that most of its villages were in before and that goes on without them; nil for none.
  public var splitFrom: String?
  /// The zones of the run before that do not go on, most of whose remaining villages are in this one; by identifier.
  public var mergedFrom: [String]
}

/// A zone of an earlier run.
public struct EarlierZone: Sendable, Hashable {
  /// Its identifier.
  public var identifier: String
  /// Its service.
  public var service: Service
  /// The codes of its villages.
  public var codes: [String]
  /// Whether it was gone in the run before already.
  public var isRetired: Bool

  /// A zone of an earlier run.
  public init(identifier: String, service: Service, codes: [String], isRetired: Bool) {
    self.identifier = identifier
    self.service = service
    self.codes = codes
    self.isRetired = isRetired
  }
}

/// Gives zones the identifiers of the zones that they were.
///
/// A zone and an earlier one *match* when they share at least half of the villages of the smaller. Of all matches with zones of
/// the run before the one with the most shared villages comes first, of equals the one whose zones are most alike (the
/// greatest share of the villages of both together), then the first by the earlier identifier; its zone takes the
/// identifier, and both are out of the race. Then likewise with zones that were gone already. What is left is new: its
/// identifier is made of the service and the first code of its villages, with a number behind it where a zone, now or earlier,
/// has that already. So a zone keeps its name while villages come and go, the largest part of one that breaks up keeps
/// it, of zones that merge the largest gives its own, and no name is ever used for something else.
public enum ZoneLineages {
  /// The lineage of each zone of one service, given by the codes of its villages in their order; and the earlier zones that
  /// are no more, by identifier. O(n log n).
  public static func trace(
    zones: [[String]], service: Service, earlier: [EarlierZone]
  ) -> (lineages: [ZoneLineage], retired: [EarlierZone]) {
    let earlier = earlier.filter { $0.service == service }.sorted { $0.identifier < $1.identifier }
    let overlaps = overlaps(zones, earlier)
    var heir = [Int?](repeating: nil, count: earlier.count)
    var ancestor = [Int?](repeating: nil, count: zones.count)
    for isRetired in [false, true] {
      for overlap in overlaps.sorted(by: { $0.precedes($1) })
      where earlier[overlap.earlier].isRetired == isRetired && overlap.isMatch && heir[overlap.earlier] == nil
        && ancestor[overlap.zone] == nil
      {
        heir[overlap.earlier] = overlap.zone
        ancestor[overlap.zone] = overlap.earlier
      }
    }
    var used = Set(earlier.map(\.identifier))
    let recent = overlaps.filter { !earlier[$0.earlier].isRetired }
    var remaining = [Int](repeating: 0, count: earlier.count)
    for overlap in recent { remaining[overlap.earlier] += overlap.shared }
    var sources = [[Overlap]](repeating: [], count: zones.count)
    for overlap in recent { sources[overlap.zone].append(overlap) }
    let lineages = zones.indices.map { zone in
      let merged = sources[zone].filter { heir[$0.earlier] == nil && $0.shared * 2 >= remaining[$0.earlier] }
      let mergedFrom = merged.map { earlier[$0.earlier].identifier }.sorted()
      if let before = ancestor[zone] {
        return ZoneLineage(
          identifier: earlier[before].identifier, change: earlier[before].isRetired ? .back : .kept, splitFrom: nil,
          mergedFrom: mergedFrom)
      }
      let origin = sources[zone].min { ($1.shared, $0.earlier) < ($0.shared, $1.earlier) }
      return ZoneLineage(
        identifier: newIdentifier(service, zones[zone].first ?? "", &used), change: .new,
        splitFrom: origin.flatMap { heir[$0.earlier] == nil ? nil : earlier[$0.earlier].identifier },
        mergedFrom: mergedFrom)
    }
    let retired = earlier.indices.filter { heir[$0] == nil }.map { earlier[$0] }.map { zone in
      EarlierZone(identifier: zone.identifier, service: service, codes: zone.codes, isRetired: true)
    }
    return (lineages, retired)
  }

  /// How many villages a zone and an earlier one have in common.
  private struct Overlap {
    var zone: Int
    var earlier: Int
    var shared: Int
    /// The villages of both, those they share counted twice.
    var sizes: Int
    var smaller: Int

    var isMatch: Bool { shared * 2 >= smaller }

    func precedes(_ other: Overlap) -> Bool {
      if shared != other.shared { return shared > other.shared }
      // With as many shared, the share of both together is greater where there are fewer in all.
      return (sizes, earlier, zone) < (other.sizes, other.earlier, other.zone)
    }
  }

  /// All overlaps, by earlier zone.
  private static func overlaps(_ zones: [[String]], _ earlier: [EarlierZone]) -> [Overlap] {
    var zoneOfCode: [String: Int] = [:]
    for (zone, codes) in zones.enumerated() { for code in codes { zoneOfCode[code] = zone } }
    return earlier.enumerated().flatMap { index, before in
      let codes = Set(before.codes)
      var shared: [Int: Int] = [:]
      for code in codes { if let zone = zoneOfCode[code] { shared[zone, default: 0] += 1 } }
      return shared.sorted { $0.key < $1.key }.map { zone, count in
        Overlap(
          zone: zone, earlier: index, shared: count, sizes: zones[zone].count + codes.count,
          smaller: min(zones[zone].count, codes.count))
      }
    }
  }

  private static func newIdentifier(_ service: Service, _ code: String, _ used: inout Set<String>) -> String {
    var identifier = "\(service)-\(code)"
    var number = 2
    while !used.insert(identifier).inserted {
      identifier = "\(service)-\(code)-\(number)"
      number += 1
    }
    return identifier
  }
}
