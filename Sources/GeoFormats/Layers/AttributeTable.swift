import Geospatial

/// The properties of the features of a layer: for each feature the bytes of its JSON object, and for the keys that were
/// asked for at reading the bytes of their values. Nothing is decoded before somebody looks at it.
public struct AttributeTable: Sendable {
  /// Where a value lies, counted from the start of its feature; a length of 0 means that the key is absent.
  public struct Slice: Sendable, Hashable {
    var offset: UInt32
    var length: UInt32

    static let absent = Slice(offset: 0, length: 0)
  }

  /// The keys that were asked for, in order, then those of derived properties; their values stand ready.
  public private(set) var keys: [String]
  /// How many of `keys` were asked for, which is how many slices a feature has in `values`.
  private let readCount: Int
  /// The bytes that all offsets count in.
  public let source: SourceBytes
  /// One entry per feature: where it starts in `source`.
  var featureOffsets: [Int] = []
  /// One entry per feature: its properties object, absent when it has none.
  var properties: [Slice] = []
  /// One entry per feature: its `id` member.
  var identifiers: [Slice] = []
  /// One entry per feature and key that was asked for, feature by feature.
  var values: [Slice] = []
  /// The derived properties, one per key past those that were asked for.
  private var derived: [DerivedColumn] = []

  init(keys: [String], source: SourceBytes) {
    self.keys = keys
    self.source = source
    readCount = keys.count
  }

  /// How many features there are.
  public var count: Int { featureOffsets.count }

  mutating func reserveCapacity(_ features: Int) {
    featureOffsets.reserveCapacity(features)
    properties.reserveCapacity(features)
    identifiers.reserveCapacity(features)
    values.reserveCapacity(features * readCount)
    LargePages.advise(&featureOffsets)
    LargePages.advise(&properties)
    LargePages.advise(&identifiers)
    LargePages.advise(&values)
  }

  func emptied() -> AttributeTable {
    var table = AttributeTable(keys: Array(keys[..<readCount]), source: source)
    table.keys = keys
    table.derived = derived.map { $0.emptied() }
    return table
  }

  mutating func appendFeature(_ feature: Int, of other: AttributeTable) {
    featureOffsets.append(other.featureOffsets[feature])
    properties.append(other.properties[feature])
    identifiers.append(other.identifiers[feature])
    values.append(contentsOf: other.values[feature * readCount..<(feature + 1) * readCount])
    for index in derived.indices { derived[index].append(feature, of: other.derived[index]) }
  }

  /// Appends the features of a table with the same keys whose bytes stand in this table's source.
  mutating func append(contentsOf other: AttributeTable) {
    featureOffsets.append(contentsOf: other.featureOffsets)
    properties.append(contentsOf: other.properties)
    identifiers.append(contentsOf: other.identifiers)
    values.append(contentsOf: other.values)
  }

  /// Moves all offsets, for bytes that now stand further on in another source.
  mutating func shift(by bytes: Int) {
    for index in featureOffsets.indices { featureOffsets[index] += bytes }
  }

  /// The line of a feature, from 1, counted from the byte where its file starts.
  func line(ofFeature feature: Int, from firstByte: Int) -> Int {
    1 + lineFeeds(in: firstByte..<featureOffsets[feature])
  }

  /// How many lines end in a range of bytes.
  func lineFeeds(in range: Range<Int>) -> Int { source.lineFeeds(in: range) }

  /// The index of `key` among `keys`; a derived property hides one of the file with the same name.
  public func index(ofKey key: String) -> Int? { keys.lastIndex(of: key) }

  /// Whether the `key`-th key is a derived property.
  public func isDerived(key: Int) -> Bool { key >= readCount }

  /// Adds a property `key` with one value per feature; nil where a feature has none.
  mutating func derive(_ key: String, _ values: DerivedColumn) {
    keys.append(key)
    derived.append(values)
  }

  /// The value of the `key`-th key of a feature; nil when absent.
  @inline(__always)
  public func value(ofFeature feature: Int, key: Int) -> AttributeValue? {
    guard key < readCount else { return derived[key - readCount][feature] }
    let slice = values[feature * readCount + key]
    guard slice.length > 0 else { return nil }
    return source.withBytes { AttributeValue(json: bytes(slice, ofFeature: feature, in: $0)) }
  }

  /// The value of the `key`-th key of a feature as text, a number as it is written; nil when absent, null or blank.
  ///
  /// Unlike ``value(ofFeature:key:)`` it keeps all digits of a long number, as codes need.
  public func code(ofFeature feature: Int, key: Int) -> String? {
    withValueBytes(ofFeature: feature, key: key) { AttributeTable.code($0) }
  }

  /// The `id` member of a feature as text, a number as it is written; nil when absent, null or blank.
  public func identifierCode(ofFeature feature: Int) -> String? {
    source.withBytes { AttributeTable.code(bytes(identifiers[feature], ofFeature: feature, in: $0)) }
  }

  private static func code(_ json: UnsafeBufferPointer<UInt8>) -> String? {
    // Most codes are letters and digits between quotes.
    if json.count > 2, json[0] == UInt8(ascii: "\""),
      case let text = UnsafeBufferPointer(rebasing: json[1..<(json.count - 1)]),
      text.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") })
    {
      return String(decoding: text, as: UTF8.self)
    }
    let value = AttributeValue(json: json)
    if value.isEmpty { return nil }
    if case .number = value, json.allSatisfy({ $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }) {
      return String(decoding: json, as: UTF8.self)
    }
    return value.spelling
  }

  /// Whether a feature has the `key`-th key at all.
  @inline(__always)
  public func hasValue(ofFeature feature: Int, key: Int) -> Bool {
    guard key < readCount else { return derived[key - readCount][feature] != nil }
    return values[feature * readCount + key].length > 0
  }

  /// By key whether some feature has it. O(features x keys), but in the order in which they stand in memory.
  public var presentKeys: [Bool] {
    var lengths = [UInt32](repeating: 0, count: readCount)
    lengths.withUnsafeMutableBufferPointer { lengths in
      values.withUnsafeBufferPointer { values in
        for first in stride(from: 0, to: values.count - readCount + 1, by: max(1, readCount)) {
          for key in 0..<readCount { lengths[key] |= values[first + key].length }
        }
      }
    }
    return lengths.map { $0 > 0 }
      + derived.map { column in (0..<count).contains { column[$0] != nil } }
  }

  /// The `id` member of a feature; nil when absent.
  public func identifier(ofFeature feature: Int) -> AttributeValue? {
    let slice = identifiers[feature]
    guard slice.length > 0 else { return nil }
    return source.withBytes { AttributeValue(json: bytes(slice, ofFeature: feature, in: $0)) }
  }

  /// Gives the JSON bytes of the `key`-th key's value to `body`, empty when absent.
  @inline(__always)
  public func withValueBytes<Result>(
    ofFeature feature: Int, key: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    guard key < readCount else { return derived[key - readCount].withBytes(ofFeature: feature, body) }
    let slice = values[feature * readCount + key]
    return source.withBytes { body(bytes(slice, ofFeature: feature, in: $0)) }
  }

  /// Calls `body` with key and value, both as JSON bytes, the key without its quotes, for each property of a feature
  /// in the order of the file.
  @inline(__always)
  public func forEachProperty(
    ofFeature feature: Int, _ body: (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>) -> Void
  ) {
    forEachMember(ofFeature: feature) { key, value, _ in body(key, value) }
  }

  /// Calls `body` with key and value as ``forEachProperty(ofFeature:_:)`` does, and with both as one, from the key's first
  /// quote on: `"key":value`. Empty where there is white space between them.
  @inline(__always)
  public func forEachMember(
    ofFeature feature: Int,
    _ body: (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>) -> Void
  ) {
    let slice = properties[feature]
    guard slice.length > 0 else { return }
    source.withBytes { all in
      let object = bytes(slice, ofFeature: feature, in: all)
      var scanner = JSONScanner(object)
      // The object was checked when it was read, so a failure here cannot happen; stopping is the safe answer.
      guard scanner.take(UInt8(ascii: "{")) else { return }
      while let key = try? scanner.string(), (try? scanner.expect(UInt8(ascii: ":"), "':'")) != nil,
        let value = try? Self.value(&scanner)
      {
        let member = value.lowerBound == key.upperBound + 2 ? (key.lowerBound - 1)..<value.upperBound : 0..<0
        body(
          UnsafeBufferPointer(rebasing: object[key]), UnsafeBufferPointer(rebasing: object[value]),
          UnsafeBufferPointer(rebasing: object[member]))
        guard scanner.take(UInt8(ascii: ",")) else { break }
        scanner.skipWhitespace()
      }
    }
  }

  /// Reads a value behind any white space.
  @inline(__always)
  private static func value(_ scanner: inout JSONScanner) throws(JSONFailure) -> Range<Int> {
    scanner.skipWhitespace()
    return try scanner.plainValue(depth: 1)
  }

  @inline(__always)
  private func bytes(
    _ slice: Slice, ofFeature feature: Int, in all: UnsafeBufferPointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8> {
    let start = featureOffsets[feature] + Int(slice.offset)
    return UnsafeBufferPointer(rebasing: all[start..<(start + Int(slice.length))])
  }
}

/// Counts the lines of features that ascend, each byte once.
struct LineCounter {
  private var firstByte = -1
  private var byte = 0
  private var line = 1

  /// The line of a feature, from 1, counted from the byte where its file starts.
  mutating func line(ofFeature feature: Int, of attributes: AttributeTable, from firstByte: Int) -> Int {
    if firstByte != self.firstByte { (self.firstByte, byte, line) = (firstByte, firstByte, 1) }
    let end = attributes.featureOffsets[feature]
    // A feature before the last one asked for is not this counter's business; it is counted from the start.
    guard end >= byte else { return attributes.line(ofFeature: feature, from: firstByte) }
    line += attributes.lineFeeds(in: byte..<end)
    byte = end
    return line
  }
}
