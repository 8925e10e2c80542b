import GeoFormats
import Geospatial

/// Checks on the properties of a layer: fields never filled, of several types, with garbled text.
public enum FieldChecks {
  /// All findings on the properties, field by field in the order in which the fields first stand. O(bytes of the
  /// properties).
  public static func findings(in layer: Layer, name: String, limits: QualityLimits) -> [QualityFinding] {
    var interner = ByteInterner()
    var fields: [Field] = []
    var findings: [QualityFinding] = []
    for feature in 0..<layer.count {
      layer.attributes.forEachProperty(ofFeature: feature) { key, value in
        let index = interner.index(of: key)
        if index == fields.count {
          fields.append(Field(name: JSONText.unescaped(key)))
          if let fault = TextFault(in: key) { findings.append(fields[index].finding(on: fault, isName: true, name)) }
        }
        let type = FieldType(json: value)
        fields[index].include(value, type, feature)
        guard type == .text, value.contains(where: { $0 >= 0x80 || $0 == UInt8(ascii: "\\") }),
          let fault = TextFault(in: UnsafeBufferPointer(rebasing: value[1..<(value.count - 1)]))
        else { return }
        var finding = fields[index].finding(on: fault, isName: false, name)
        finding.feature = feature
        finding.coordinate = layer.geometries.coordinates(ofFeature: feature).first.map {
          layer.geometries.coordinates[$0]
        }
        findings.append(finding)
      }
    }
    return findings + fields.flatMap { $0.findings(name, limits) }
  }
}

/// The JSON type of a value.
private enum FieldType: Int, CaseIterable {
  case text, number, boolean, structure, empty

  /// The type of well-formed JSON bytes; text of white space alone is empty.
  init(json: UnsafeBufferPointer<UInt8>) {
    switch json.first {
    case nil, UInt8(ascii: "n"): self = .empty
    case UInt8(ascii: "\""): self = json.dropFirst().dropLast().allSatisfy { $0 == 0x20 } ? .empty : .text
    case UInt8(ascii: "t"), UInt8(ascii: "f"): self = .boolean
    case UInt8(ascii: "{"), UInt8(ascii: "["): self = .structure
    default: self = .number
    }
  }

  var name: String {
    switch self {
    case .text: "text"
    case .number: "a number"
    case .boolean: "true or false"
    case .structure: "a list or an object"
    case .empty: "nothing"
    }
  }
}

/// What the values of one field are.
private struct Field {
  let name: String
  /// How many values there are of each type, and the feature of the first.
  private var counts = [Int](repeating: 0, count: FieldType.allCases.count)
  private var firsts = [Int](repeating: 0, count: FieldType.allCases.count)
  /// How many texts spell numbers, the first that does not, and its feature.
  private var numericTexts = 0
  private var otherText: (value: String, feature: Int)?

  init(name: String) { self.name = name }

  mutating func include(_ value: UnsafeBufferPointer<UInt8>, _ type: FieldType, _ feature: Int) {
    if counts[type.rawValue] == 0 { firsts[type.rawValue] = feature }
    counts[type.rawValue] += 1
    guard type == .text else { return }
    let text = value.dropFirst().dropLast()
    let isNumeric = text.allSatisfy { Field.numberBytes[Int($0)] } && text.contains { $0 >= 0x30 && $0 <= 0x39 }
    if isNumeric {
      numericTexts += 1
    } else if otherText == nil {
      otherText = (JSONText.unescaped(UnsafeBufferPointer(rebasing: text)), feature)
    }
  }

  /// Which bytes a number may be made of.
  private static let numberBytes = (0..<256).map { Array("0123456789.-+ ".utf8).contains(UInt8($0)) }

  func findings(_ layer: String, _ limits: QualityLimits) -> [QualityFinding] {
    let filled = FieldType.allCases.filter { $0 != .empty && counts[$0.rawValue] > 0 }
    guard let first = filled.first else {
      return [
        QualityFinding(
          .note, .emptyField, layer: layer,
          "\"\(name)\" is never filled, in \(counts[FieldType.empty.rawValue]) features")
      ]
    }
    if filled.count > 1 {
      let found = filled.map { "\($0.name) in \(counts[$0.rawValue])" }.joined(separator: ", ")
      let rarest = filled.min { (counts[$0.rawValue], $0.rawValue) < (counts[$1.rawValue], $1.rawValue) } ?? first
      return [
        QualityFinding(
          .warning, .mixedField, layer: layer, feature: firsts[rarest.rawValue],
          "\"\(name)\" has values of several types: \(found); expected one")
      ]
    }
    let texts = counts[FieldType.text.rawValue]
    if first == .text, let otherText, texts > numericTexts,
      Double(numericTexts) >= limits.shareOfNumbers * Double(texts)
    {
      return [
        QualityFinding(
          .warning, .mixedField, layer: layer, feature: otherText.feature,
          "\"\(name)\" is \"\(otherText.value)\", where \(numericTexts) of \(texts) values are numbers; "
            + "expected a number")
      ]
    }
    return []
  }

  func finding(on fault: TextFault, isName: Bool, _ layer: String) -> QualityFinding {
    let what = isName ? "the name of the field \"\(name)\"" : "\"\(name)\""
    return QualityFinding(fault.severity, fault.kind, layer: layer, "\(what) \(fault.explanation)")
  }
}
