import GeoFormats

/// Numbers in drawings.
enum ChartText {
  /// A coordinate with at most two decimals.
  static func number(_ value: Double) -> String {
    var bytes: [UInt8] = []
    bytes.append(fixed: value, decimals: 2, trimsZeros: true)
    return String(decoding: bytes, as: UTF8.self)
  }
}
