import GeoFormats

/// Numbers in messages.
enum Rounded {
  /// A number with at most so many decimals.
  static func text(_ value: Double, _ decimals: Int) -> String {
    var bytes: [UInt8] = []
    if decimals == 0 {
      bytes.append(number: value.rounded())
    } else {
      bytes.append(fixed: value, decimals: decimals, trimsZeros: true)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A distance in **metres**: centimetres below 10 m, whole metres to 10 km, kilometres beyond.
  static func distance(_ metres: Double) -> String {
    if metres < 10 { return "\(text(metres, 2)) m" }
    return metres < 10_000 ? "\(text(metres, 0)) m" : "\(text(metres / 1000, 1)) km"
  }
}
