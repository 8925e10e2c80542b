/// Guesses where features begin in the middle of a text. A guess may be wrong; `GeoJSONReader` checks each.
enum FeatureBoundary {
  /// How far past the target a beginning is looked for.
  private static let reach = 1 << 24

  /// The `{` of the first feature past `target` whose first member looks like that of the feature at `patternFrom`.
  static func featureStart(
    after target: Int, patternFrom start: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    var scanner = JSONScanner(bytes, from: start)
    guard scanner.take(UInt8(ascii: "{")), case _ = scanner.skipWhitespace(), let key = try? scanner.string() else {
      return nil
    }
    let isType = scanner.bytes(key, equal: "type")
    var at = target
    let end = min(bytes.count, target + reach)
    while at < end {
      if bytes[at] == UInt8(ascii: "{") {
        var candidate = JSONScanner(bytes, from: at + 1)
        candidate.skipWhitespace()
        if candidate.peek == UInt8(ascii: "\""), let found = try? candidate.string(), found.count == key.count,
          zip(found, key).allSatisfy({ bytes[$0] == bytes[$1] }), candidate.take(UInt8(ascii: ":")),
          !isType || isFeatureName(&candidate)
        {
          return at
        }
      }
      at += 1
    }
    return nil
  }

  private static func isFeatureName(_ scanner: inout JSONScanner) -> Bool {
    scanner.skipWhitespace()
    guard scanner.peek == UInt8(ascii: "\""), let name = try? scanner.string() else { return false }
    return scanner.bytes(name, equal: "Feature")
  }

  /// The first `{` or record separator past `target` that stands at the start of a line.
  static func recordStart(after target: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var at = target
    let end = min(bytes.count - 1, target + reach)
    while at < end {
      if bytes[at] == 0x0A, bytes[at + 1] == UInt8(ascii: "{") { return at + 1 }
      if bytes[at] == 0x1E, bytes[at + 1] == UInt8(ascii: "{") { return at + 1 }
      if bytes[at] == 0x0A, bytes[at + 1] == 0x1E, at + 2 < bytes.count, bytes[at + 2] == UInt8(ascii: "{") {
        return at + 2
      }
      at += 1
    }
    return nil
  }
}
