/// A property that no file has: one value per feature, worked out from others. Equal values are kept once.
struct DerivedColumn: Sendable {
  /// The distinct values, in the order in which they first came.
  private var values: [AttributeValue] = []
  /// The distinct values as JSON, one after the other.
  private var json: [UInt8] = []
  /// Where each distinct value ends in `json`.
  private var ends: [Int] = []
  /// For each feature its value's place in `values`; -1 where it has none.
  private var places: [Int32] = []

  /// A column of one value per feature, in order; nil where a feature has none. O(n).
  init(_ column: some Sequence<AttributeValue?>) {
    var known: [AttributeValue: Int32] = [:]
    places.reserveCapacity(column.underestimatedCount)
    for value in column {
      guard let value else {
        places.append(-1)
        continue
      }
      if let place = known[value] {
        places.append(place)
        continue
      }
      let place = Int32(truncatingIfNeeded: values.count)
      known[value] = place
      places.append(place)
      values.append(value)
      value.append(jsonTo: &json)
      ends.append(json.count)
    }
  }

  /// The value of a feature; nil where it has none.
  @inline(__always)
  subscript(feature: Int) -> AttributeValue? { places[feature] < 0 ? nil : values[Int(places[feature])] }

  /// Gives the JSON bytes of a feature's value to `body`, empty where it has none.
  func withBytes<Result>(ofFeature feature: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    let place = Int(places[feature])
    guard place >= 0 else { return body(UnsafeBufferPointer(start: nil, count: 0)) }
    return json.withUnsafeBufferPointer {
      body(UnsafeBufferPointer(rebasing: $0[(place == 0 ? 0 : ends[place - 1])..<ends[place]]))
    }
  }

  /// The same distinct values, and no features.
  func emptied() -> DerivedColumn {
    var column = self
    column.places = []
    return column
  }

  /// Adds a feature of a column that has the same distinct values.
  mutating func append(_ feature: Int, of other: DerivedColumn) { places.append(other.places[feature]) }
}

extension Layer {
  /// Adds a property that rules and filters see beside those of the file, or instead of one with the same name.
  ///
  /// `value` gives it for each feature, nil where the feature has none. Nothing is added where the file has the property
  /// already, among the keys it was read with, with exactly these values. The properties of the file stay as they are.
  /// O(n).
  public mutating func derive(_ key: String, _ value: (Int) -> AttributeValue?) {
    let original = attributes.index(ofKey: key)
    var isNew = original == nil
    var column: [AttributeValue?] = []
    column.reserveCapacity(count)
    for feature in 0..<count {
      let derived = value(feature)
      if !isNew, let original {
        let found = attributes.value(ofFeature: feature, key: original)
        isNew = (found?.isEmpty ?? true ? nil : found) != derived
      }
      column.append(derived)
    }
    if isNew { attributes.derive(key, DerivedColumn(column)) }
  }
}
