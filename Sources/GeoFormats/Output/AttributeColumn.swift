/// A column of a table made from the properties of a layer: its name, and the one type that holds all its values.
public struct AttributeColumn: Hashable, Sendable {
  /// The types that databases and spreadsheets share.
  public enum Kind: Sendable {
    /// Whole numbers of 64 bits.
    case integer
    /// Numbers.
    case real
    /// True or false.
    case boolean
    /// Text; also arrays and objects, as their JSON text.
    case text
  }

  /// The property's name.
  public var name: String
  /// The type of its values.
  public var kind: Kind

  /// The properties of all features of a layer, in the order in which they first stand. A property with values of several
  /// types is text, but whole and other numbers together are numbers. `known` says of which type a
  /// property is that has no value or only whole ones. O(bytes of the properties).
  public static func columns(of layer: Layer, known: [String: Kind] = [:]) -> [AttributeColumn] {
    var order: [[UInt8]] = []
    var kinds: [[UInt8]: Kind?] = [:]
    var row: [UInt8] = []
    for feature in 0..<layer.count {
      layer.attributes.forEachProperty(ofFeature: feature) { key, value in
        row.removeAll(keepingCapacity: true)
        row.append(contentsOf: key)
        let found = kind(of: value)
        guard let known = kinds[row] else {
          order.append(row)
          kinds[row] = .some(found)
          return
        }
        guard let found, found != known else { return }
        kinds[row] = .some(known.map { union($0, found) } ?? found)
      }
    }
    return order.map { key in
      let name = key.withUnsafeBufferPointer(JSONText.unescaped)
      let found = kinds[key] ?? nil
      let kind = found.map { found in known[name].map { union(found, $0) } ?? found } ?? known[name] ?? .text
      return AttributeColumn(name: name, kind: kind)
    }
  }

  private static func union(_ one: Kind, _ other: Kind) -> Kind {
    if one == other { return one }
    return [one, other].allSatisfy { $0 == .integer || $0 == .real } ? .real : .text
  }

  /// The type of one value; nil for null.
  private static func kind(of json: UnsafeBufferPointer<UInt8>) -> Kind? {
    switch json.first {
    case nil, UInt8(ascii: "n"): return nil
    case UInt8(ascii: "t"), UInt8(ascii: "f"): return .boolean
    case UInt8(ascii: "\""), UInt8(ascii: "["), UInt8(ascii: "{"): return .text
    default: return Int64(String(decoding: json, as: UTF8.self)) == nil ? .real : .integer
    }
  }
}
