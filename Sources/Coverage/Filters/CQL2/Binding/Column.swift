import GeoFormats

extension CQL2 {
  /// One value per feature under a name, worked out by the program beside the properties of the file.
  public enum Column: Sendable {
    /// Numbers; NaN where there is none.
    case numbers([Double])
    /// Whole numbers.
    case integers([Int])
    /// Text; nil or blank where there is none.
    case texts([String?])
    /// Text out of a few names: for each feature its place in `names`, -1 where there is none.
    case coded(places: [Int32], names: [String])
    /// Booleans; nil where there is none.
    case booleans([Bool?])
    /// Values worked out as they are asked for, typed like properties of a file; nil where there is none.
    case values(@Sendable (Int) -> AttributeValue?)

    /// What its values are.
    var type: ValueType {
      switch self {
      case .numbers, .integers: .number
      case .texts, .coded: .text
      case .booleans: .boolean
      case .values: .any
      }
    }

    /// How many features it has values for; nil for as many as one asks for.
    var count: Int? {
      switch self {
      case .numbers(let numbers): numbers.count
      case .integers(let numbers): numbers.count
      case .texts(let texts): texts.count
      case .coded(let places, _): places.count
      case .booleans(let flags): flags.count
      case .values: nil
      }
    }
  }
}
