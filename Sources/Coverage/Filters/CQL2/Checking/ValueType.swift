extension CQL2 {
  /// What kind of value a node or a column has.
  public enum ValueType: String, Hashable, Sendable {
    case number = "a number"
    case text = "text"
    case boolean = "a boolean"
    case date = "a date"
    case timestamp = "a timestamp"
    case interval = "an interval"
    case geometry = "a geometry"
    case array = "an array"
    /// A property of which only the feature at hand tells.
    case any = "a property"

    /// Whether comparisons take it (rule `scalarExpression`).
    var isScalar: Bool {
      switch self {
      case .number, .text, .boolean, .date, .timestamp, .any: true
      case .interval, .geometry, .array: false
      }
    }

    /// Whether it is a date or a moment.
    var isInstant: Bool { self == .date || self == .timestamp }

    /// Whether values of the two can be compared; dates compare with timestamps.
    func compares(with other: ValueType) -> Bool {
      guard isScalar, other.isScalar else { return false }
      return self == .any || other == .any || self == other || (isInstant && other.isInstant)
    }
  }
}
