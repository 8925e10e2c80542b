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

  /// Takes the villages of a layer that was read with at least ``properties``.
  ///
  /// - Throws: ``Villages/Failure`` for the first feature that no analysis can have written.
  public init(_ layer: Layer) throws(Villages.Failure) {
    let fields = VillageField.allCases.map { ($0, $0.rawValue) }
    villages = try Villages(layer, fields: Dictionary(uniqueKeysWithValues: fields))
    var assessment = Assessment(services: [:], measures: [])
    for service in Service.allCases { assessment.services[service] = try Self.column(of: service, layer) }
    self.assessment = assessment
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

  private static func column(of service: Service, _ layer: Layer) throws(Villages.Failure) -> ServiceColumn {
    var column = ServiceColumn(count: layer.count)
    let names = properties(of: service)
    let status = layer.attributes.index(ofKey: names.status)
    let distance = layer.attributes.index(ofKey: names.distance)
    for feature in 0..<layer.count {
      guard let status, let found = Self.status(ofFeature: feature, key: status, layer) else {
        throw Villages.Failure(
          feature: feature, name: names.status, key: status, layer, expected: "served, unserved or unknown")
      }
      column.statuses[feature] = found
      guard let distance, let value = layer.attributes.value(ofFeature: feature, key: distance), value != .null else {
        continue
      }
      guard case .number(let metres) = value, metres >= 0 else {
        throw Villages.Failure(
          feature: feature, name: names.distance, key: distance, layer, expected: "metres of at least 0, or null")
      }
      column.distancesMetres[feature] = metres
    }
    return column
  }

  /// The status that a property spells; nil where it spells none.
  private static func status(ofFeature feature: Int, key: Int, _ layer: Layer) -> Status? {
    layer.attributes.withValueBytes(ofFeature: feature, key: key) { bytes in
      Status.allCases.first { status in
        bytes.count == status.description.utf8.count + 2
          && bytes.dropFirst().dropLast().elementsEqual(status.description.utf8)
      }
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
