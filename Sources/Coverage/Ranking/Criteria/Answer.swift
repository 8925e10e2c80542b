import GeoFormats
import Geospatial

/// What is known of a question with yes or no.
public enum Answer: UInt8, Sendable, CaseIterable {
  /// It is so.
  case yes
  /// It is not so.
  case no
  /// Nobody says.
  case unknown

  /// The answer that a property of a village gives; nil where it cannot be read.
  ///
  /// `true`, `yes`, `có` and every number above 0, as a count of schools, are yes; `false`, `no`, `không` and 0 are no, in
  /// any case of letters and with or without marks. Null and blank text are unknown.
  public init?(_ value: AttributeValue) {
    if value.isEmpty {
      self = .unknown
      return
    }
    if let number = value.number {
      guard number >= 0 else { return nil }
      self = number > 0 ? .yes : .no
      return
    }
    switch value {
    case .boolean(let flag): self = flag ? .yes : .no
    case .text(let text):
      switch VietnameseText(text).plain {
      case "true", "yes", "co": self = .yes
      case "false", "no", "khong": self = .no
      default: return nil
      }
    case .number, .structured, .null: return nil
    }
  }

  /// Yes when both are, no when either is not, else unknown (the strong logic of Kleene 1938).
  static func && (a: Answer, b: Answer) -> Answer {
    if a == .no || b == .no { return .no }
    return a == .yes && b == .yes ? .yes : .unknown
  }
}
