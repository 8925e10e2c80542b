import GeoFormats

/// Where the codes of villages come from.
public enum CodeSource: Sendable, Hashable {
  /// A property.
  case property
  /// The `id` members of the features.
  case identifier
  /// The places of the features in the file.
  case number

  /// That of the villages of a layer, of which `key` holds codes.
  init(_ layer: Layer, key: Int?) {
    if key != nil {
      self = .property
    } else {
      let isNumbered = (0..<layer.count).contains { layer.attributes.identifier(ofFeature: $0) == nil }
      self = isNumbered ? .number : .identifier
    }
  }
}

/// The codes by which villages are known.
enum VillageCodes {
  /// The code of each village: the property of `key`, else the feature's `id`, else its number in the file from
  /// `firstNumber`.
  static func codes(
    _ layer: Layer, key: Int?, _ source: CodeSource, firstNumber: Int = 1
  ) throws(Villages.Failure) -> [String] {
    if source == .number { return (0..<layer.count).map { String(firstNumber + $0) } }
    var codes: [String] = []
    codes.reserveCapacity(layer.count)
    for feature in 0..<layer.count {
      let code =
        key.map { layer.attributes.code(ofFeature: feature, key: $0) }
        ?? layer.attributes.identifierCode(ofFeature: feature)
      guard let code else {
        let name = key.map { layer.attributes.keys[$0] } ?? "id"
        throw Villages.Failure(feature: feature, problem: "the village has no code; expected a value in \"\(name)\"")
      }
      codes.append(code)
    }
    return codes
  }

  /// The villages by code.
  static func order(_ codes: [String]) throws(Villages.Failure) -> [UInt32] {
    let numbers = codes.compactMap { number($0) }
    let order = numbers.count == codes.count ? orderOfNumbers(numbers, codes) : orderOfTexts(codes)
    for place in order.indices.dropFirst() {
      let (first, second) = (Int(order[place - 1]), Int(order[place]))
      guard codes[first] == codes[second] else { continue }
      throw Villages.Failure(
        feature: max(first, second), other: min(first, second),
        problem: "the code \(codes[first]) stands twice; codes must differ")
    }
    return order
  }

  /// The number that a code of at most 18 digits spells. Of `7` and `07` both are 7; their texts then decide.
  static func number(_ code: String) -> UInt64? {
    var value: UInt64 = 0
    guard !code.isEmpty, code.utf8.count <= 18 else { return nil }
    for byte in code.utf8 {
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
      value = value * 10 + UInt64(byte - UInt8(ascii: "0"))
    }
    return value
  }

  private static func orderOfNumbers(_ numbers: [UInt64], _ codes: [String]) -> [UInt32] {
    let order = (0..<UInt32(numbers.count)).map { $0 }
    // Files are mostly in the order of their codes already.
    if zip(numbers, numbers.dropFirst()).allSatisfy({ $0 < $1 }) { return order }
    return order.sorted { one, other in
      (numbers[Int(one)], codes[Int(one)], one) < (numbers[Int(other)], codes[Int(other)], other)
    }
  }

  private static func orderOfTexts(_ codes: [String]) -> [UInt32] {
    (0..<UInt32(codes.count)).sorted { (codes[Int($0)], $0) < (codes[Int($1)], $1) }
  }
}
