import GeoFormats
import Geospatial

/// Villages with what an analysis said of them, read back from the `villages.geojson` that it wrote.
///
/// Whatever asks questions of an analysis asks them of this, so that a project and its result give the same answers, down to
/// the decimetre to which distances are printed.
public struct AssessedVillages: Sendable {
  /// The villages; what the analysis joined to them is found among the properties of their layer.
  public let villages: Villages
  /// The status and distance of each service, one per village; which feature gave a distance is not in the file.
  public let assessment: Assessment

  /// The properties that an analysis writes of a service.
  public static func properties(of service: Service) -> (status: String, distance: String) {
    (service.rawValue, "\(service.rawValue)_distance_m")
  }

  /// The properties that a layer must have been read with.
  public static let properties =
    VillageField.allCases.map(\.rawValue)
    + Service.allCases.flatMap { [properties(of: $0).status, properties(of: $0).distance] }

  /// Takes the villages of a layer that was read with at least ``properties``, on `threads` threads.
  ///
  /// - Throws: ``Villages/Failure`` for the first feature that no analysis can have written.
  public init(_ layer: Layer, threads: Int = 1) async throws {
    let fields = Dictionary(uniqueKeysWithValues: VillageField.allCases.map { ($0, $0.rawValue) })
    async let villages = Villages(layer, fields: fields)
    let runs = Parallel.ranges(count: layer.count, pieces: threads <= 1 ? 1 : threads * 4)
    var services: [Service: ServiceColumn] = [:]
    for service in Service.allCases {
      let columns = ResultColumns(service, layer)
      var column = ServiceColumn(count: 0)
      for run in try await Parallel.map(runs, threads: threads, { try columns.answers(of: $0) }) {
        column.statuses += run.statuses
        column.distancesMetres += run.distances
      }
      column.features = [Int32](repeating: -1, count: layer.count)
      column.rules = [Int8](repeating: -1, count: layer.count)
      services[service] = column
    }
    assessment = Assessment(services: services, measures: [])
    self.villages = try await villages
  }

  /// Villages with what was read of them before.
  init(_ villages: Villages, _ assessment: Assessment) {
    (self.villages, self.assessment) = (villages, assessment)
  }

  /// Whether a layer looks like the result of an analysis: its first feature has the status of every service.
  public static func isResult(_ layer: Layer) -> Bool {
    Service.allCases.allSatisfy { service in
      guard let key = layer.attributes.index(ofKey: properties(of: service).status), layer.count > 0 else {
        return false
      }
      return layer.attributes.hasValue(ofFeature: 0, key: key)
    }
  }
}
