import Coverage
import GeoFormats

/// The dead zones of an analysis, service by service.
public struct ZonesRun: Sendable {
  /// The analysis whose villages they hold.
  public let analysis: Analysis
  /// How they were made.
  public let settings: DeadZoneSettings
  /// The zones of each service that was asked for, in the order fibre, signal, power.
  public let services: [DeadZones]
  /// Zones of earlier runs that are no more, of these services and of others, by identifier.
  public let retired: [EarlierZone]

  /// Finds the zones of some services.
  ///
  /// - Parameters:
  ///   - scores: a score from 0 to 100 for each village, NaN for one without; nil where there are none.
  ///   - earlier: zones of earlier runs, whose identifiers go on.
  ///   - threads: the result does not depend on their number.
  /// - Throws: `GEOSError` when GEOS cannot make the ground of a zone.
  public static func run(
    _ analysis: Analysis, services: [Service], settings: DeadZoneSettings, scores: [Double]? = nil,
    earlier: [EarlierZone] = [], threads: Int
  ) async throws -> ZonesRun {
    var found: [DeadZones] = []
    for service in Service.allCases where services.contains(service) {
      found.append(
        try await DeadZones.find(
          service, villages: analysis.inputs.villages, column: analysis.assessment[service],
          sources: analysis.inputs.services[service] ?? [], scores: scores, settings: settings, earlier: earlier,
          threads: threads))
    }
    // What is not looked at this time is not lost: its zones find their identifiers again.
    let others = earlier.filter { !services.contains($0.service) }
    let retired = (found.flatMap(\.retired) + others).sorted { $0.identifier < $1.identifier }
    return ZonesRun(analysis: analysis, settings: settings, services: found, retired: retired)
  }
}
