import GeoFormats

/// The columns that an analysis wrote of one service.
struct ResultColumns: Sendable {
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
    if let distance, let metres = plainMetres(ofFeature: feature, key: distance) { return metres }
    guard let distance, let value = layer.attributes.value(ofFeature: feature, key: distance), value != .null else {
      return .nan
    }
    guard case .number(let metres) = value, metres >= 0 else {
      throw Villages.Failure(
        feature: feature, name: names.distance, key: distance, layer, expected: "metres of at least 0, or null")
    }
    return metres
  }

  /// The distance where it is a number as it should be; nil for anything else, which needs a second look.
  @inline(__always)
  private func plainMetres(ofFeature feature: Int, key: Int) -> Double? {
    let isNumber = layer.attributes.withValueBytes(ofFeature: feature, key: key) { bytes in
      bytes.first.map { $0 &- UInt8(ascii: "0") < 10 } ?? false
    }
    return isNumber ? layer.attributes.number(ofFeature: feature, key: key) : nil
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
