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

/// The columns that an analysis wrote of one service.
private struct ResultColumns: Sendable {
  let layer: Layer
  let names: (status: String, distance: String)
  let status: Int?
  let distance: Int?

  init(_ service: Service, _ layer: Layer) {
    self.layer = layer
    names = AssessedVillages.properties(of: service)
    status = layer.attributes.index(ofKey: names.status)
    distance = layer.attributes.index(ofKey: names.distance)
  }

  /// The statuses and the distances in **metres** of some features.
  func answers(of features: Range<Int>) throws(Villages.Failure) -> (statuses: [Status], distances: [Double]) {
    var statuses: [Status] = []
    var distances: [Double] = []
    statuses.reserveCapacity(features.count)
    distances.reserveCapacity(features.count)
    for feature in features {
      guard let status, let found = Self.status(ofFeature: feature, key: status, layer) else {
        throw Villages.Failure(
          feature: feature, name: names.status, key: status, layer, expected: "served, unserved or unknown")
      }
      statuses.append(found)
      distances.append(try metres(ofFeature: feature))
    }
    return (statuses, distances)
  }

  private func metres(ofFeature feature: Int) throws(Villages.Failure) -> Double {
    guard let distance, let value = layer.attributes.value(ofFeature: feature, key: distance), value != .null else {
      return .nan
    }
    guard case .number(let metres) = value, metres >= 0 else {
      throw Villages.Failure(
        feature: feature, name: names.distance, key: distance, layer, expected: "metres of at least 0, or null")
    }
    return metres
  }

  /// The status that a property spells; nil where it spells none. No two have as many letters.
  @inline(__always)
  private static func status(ofFeature feature: Int, key: Int, _ layer: Layer) -> Status? {
    layer.attributes.withValueBytes(ofFeature: feature, key: key) { bytes in
      let spelling: StaticString
      let status: Status
      switch bytes.count {
      case 8: (spelling, status) = ("\"served\"", .served)
      case 10: (spelling, status) = ("\"unserved\"", .unserved)
      case 9: (spelling, status) = ("\"unknown\"", .unknown)
      default: return nil
      }
      for index in bytes.indices where bytes[index] != spelling.utf8Start[index] { return nil }
      return status
    }
  }
}

extension Villages.Failure {
  /// The failure that a property of a result is not what an analysis writes.
  fileprivate init(feature: Int, name: String, key: Int?, _ layer: Layer, expected: String) {
    let value = key.flatMap { layer.attributes.value(ofFeature: feature, key: $0) }
    let found = value.map { "is \($0.spelling.map { "\"\($0)\"" } ?? "null")" } ?? "is missing"
    self.init(
      feature: feature, problem: "\(name) \(found); expected \(expected), as written by phusong analyze")
  }
}
