import GeoFormats

/// A column of a table of villages: a property of their file, or figures worked out from it.
public struct VillageColumn: Sendable {
  /// Where the values come from, one per village.
  public enum Values: Sendable {
    /// A property of the villages' layer, by the place of its key.
    case property(key: Int)
    /// Whole numbers, such as ranks.
    case integers([Int])
    /// Numbers, shown with so many decimals; NaN where there is none.
    case numbers([Double], decimals: Int)
    /// Words; nil where there are none.
    case texts([String?])
    /// True or false.
    case flags([Bool])
  }

  /// The name by which queries and outputs know the column.
  public var name: String
  /// Its values.
  public var values: Values

  /// A column of values that stand in the order of the villages.
  public init(name: String, values: Values) {
    self.name = name
    self.values = values
  }
}

/// A value as outputs show it.
public enum VillageCell: Hashable, Sendable {
  /// Nothing is known.
  case none
  /// Words.
  case text(String)
  /// A number, true, false, an array or an object, as JSON text.
  case literal(String)

  /// A number with so many decimals; nothing for NaN.
  public init(_ number: Double, decimals: Int) {
    var bytes: [UInt8] = []
    bytes.append(fixed: number, decimals: decimals)
    self = number.isNaN ? .none : .literal(String(decoding: bytes, as: UTF8.self))
  }

  /// A whole number.
  public init(_ number: Int) { self = .literal(String(number)) }

  /// A value of a property; a number as the file writes it is kept by ``VillageTable/cell(_:village:)``.
  public init(_ value: AttributeValue?) {
    switch value {
    case nil, .null: self = .none
    case .text(let text): self = .text(text)
    case .number, .boolean, .structured: self = .literal(value?.spelling ?? "")
    }
  }

  /// The words, digits or JSON; nil for nothing.
  public var spelling: String? {
    switch self {
    case .none: nil
    case .text(let text), .literal(let text): text
    }
  }
}
