import GeoFormats
import Rollout

/// An object of JSON, member by member.
struct JSONObject {
  private var members: [[UInt8]] = []

  /// Adds a member whose value is JSON already.
  mutating func add(_ key: String, json: [UInt8]) {
    var member: [UInt8] = []
    JSONText.append(key, to: &member)
    member.append(contentsOf: [UInt8(ascii: ":"), UInt8(ascii: " ")])
    member.append(contentsOf: json)
    members.append(member)
  }

  /// Adds a text in composed form, or null.
  mutating func add(_ key: String, _ text: String?) {
    var value: [UInt8] = []
    if let text { JSONText.append(NormalForm.composed(text), to: &value) } else { value.append(text: "null") }
    add(key, json: value)
  }

  /// Adds a whole number, or null.
  mutating func add(_ key: String, _ number: Int?) { add(key, json: Array((number.map(String.init) ?? "null").utf8)) }

  /// Adds a truth.
  mutating func add(_ key: String, _ truth: Bool) { add(key, json: Array((truth ? "true" : "false").utf8)) }

  /// Adds a number rounded to so many decimals; null for one that is none.
  mutating func add(_ key: String, _ number: Double, decimals: Int) {
    var value: [UInt8] = []
    value.append(fixed: number, decimals: decimals, trimsZeros: true)
    add(key, json: value)
  }

  /// Adds a list of texts.
  mutating func add(_ key: String, _ texts: [String]) {
    add(
      key,
      json: JSONObject.list(
        texts.map { text in
          var value: [UInt8] = []
          JSONText.append(NormalForm.composed(text), to: &value)
          return value
        }))
  }

  /// Adds what money means: the currency of a catalogue, the year of its prices, and how later years count.
  mutating func add(_ catalogue: CostCatalogue, priceChanges: [String]) {
    add("currency", catalogue.currency)
    add("price_year", catalogue.priceYear)
    add("discount_percent", catalogue.discountPercent, decimals: 3)
    add("horizon_years", catalogue.horizonYears)
    add("price_changes", priceChanges)
  }

  /// The object on one line.
  var finished: [UInt8] { finished(indent: nil) }

  /// The object; with `indent` one member to a line.
  func finished(indent: String?) -> [UInt8] {
    var bytes = [UInt8(ascii: "{")]
    for (index, member) in members.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      if let indent {
        bytes.append(contentsOf: "\n\(indent)".utf8)
      } else if index > 0 {
        bytes.append(UInt8(ascii: " "))
      }
      bytes.append(contentsOf: member)
    }
    if indent != nil, !members.isEmpty { bytes.append(UInt8(ascii: "\n")) }
    bytes.append(UInt8(ascii: "}"))
    return bytes
  }

  /// A list of JSON values; with `indent` one to a line.
  static func list(_ values: [[UInt8]], indent: String? = nil) -> [UInt8] {
    var bytes: [UInt8] = [UInt8(ascii: "[")]
    for (index, value) in values.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      if let indent {
        bytes.append(contentsOf: "\n\(indent)".utf8)
      } else if index > 0 {
        bytes.append(UInt8(ascii: " "))
      }
      bytes.append(contentsOf: value)
    }
    if let indent, !values.isEmpty { bytes.append(contentsOf: "\n\(indent.dropLast(2))".utf8) }
    bytes.append(UInt8(ascii: "]"))
    return bytes
  }
}
