import Coverage
import GeoFormats
import Yams

/// A value of the project file, with the words and the line that an error about it needs.
struct YAMLItem {
  let node: Node
  let file: String
  /// What the value is, as in `"metres" in rule`.
  let what: String

  /// The line the value stands on, counted from 1; for an alias, that of its anchor.
  var line: Int { node.mark?.line ?? 1 }

  /// Whether nothing is written, or null.
  var isNull: Bool { scalar == .null }

  /// Whether the value is a mapping.
  var isMapping: Bool { node.mapping != nil }

  /// Whether the value is a list.
  var isList: Bool { node.sequence != nil }

  /// A scalar as the core schema of YAML 1.2 (section 10.3.2) reads it, so that `yes`, `no` and `on` are text, as they
  /// are in OpenStreetMap's tags; nil for a mapping or a list. Whole numbers too long for a `Double` stay text.
  var scalar: AttributeValue? {
    guard let scalar = node.scalar else { return nil }
    let isPlain = scalar.style == .plain && scalar.tag.rawValue != "tag:yaml.org,2002:str"
    guard isPlain else { return .text(scalar.string) }
    switch scalar.string {
    case "", "~", "null", "Null", "NULL": return .null
    case "true", "True", "TRUE": return .boolean(true)
    case "false", "False", "FALSE": return .boolean(false)
    default: break
    }
    guard let number = AttributeValue.decimal(scalar.string) else { return .text(scalar.string) }
    let isWhole = scalar.string.allSatisfy(\.isWholeNumber)
    return isWhole && number > AttributeValue.greatestExactInteger ? .text(scalar.string) : .number(number)
  }

  /// The value as an error shows it: text in quotes, other scalars as written.
  var found: String {
    switch scalar {
    case .text(let text), .structured(let text): Quotation.quoted(text)
    case .null: "nothing"
    case .number, .boolean: node.scalar?.string ?? ""
    case nil: isMapping ? "a mapping" : "a list"
    }
  }

  /// The error that the value is not what was `expected`.
  func wrong(_ expected: String) -> ProjectFileError {
    .wrongValue(file: file, line: line, what: what, found: found, expected: expected)
  }

  /// The value as text that is not blank.
  func text(expected: String = "text") throws -> String {
    switch scalar {
    case .text(let text) where !text.allSatisfy(\.isWhitespace): return text
    case .number, .boolean: throw wrong("\(expected), in quotes where it looks like a number, true or false")
    default: throw wrong(expected)
    }
  }

  /// The value as a finite number in whatever unit `expected` names.
  func number(expected: String) throws -> Double {
    guard case .number(let number) = scalar else { throw wrong(expected) }
    return number
  }

  /// The value as true or false.
  func boolean() throws -> Bool {
    guard case .boolean(let boolean) = scalar else { throw wrong("true or false") }
    return boolean
  }

  /// The items of a list; null is an empty one.
  func list(expected: String) throws -> [YAMLItem] {
    if isNull { return [] }
    guard let sequence = node.sequence else { throw wrong(expected) }
    return sequence.map { YAMLItem(node: $0, file: file, what: what) }
  }

  /// One of the words that `Word` spells.
  func word<Word: RawRepresentable & CaseIterable>(_ type: Word.Type) throws -> Word where Word.RawValue == String {
    let allowed = Word.allCases.map(\.rawValue)
    let text = try text(expected: "one of: " + allowed.joined(separator: ", "))
    guard let word = Word(rawValue: text) else {
      throw ProjectFileError.unknownWord(file: file, line: line, what: what, found: text, allowed: allowed)
    }
    return word
  }
}
