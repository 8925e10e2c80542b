import Foundation

/// Numbers as tables show them, the same in every language.
enum Figures {
  /// With so many digits behind the point.
  static func fixed(_ value: Double, _ decimals: Int) -> String {
    value.isFinite ? String(format: "%.\(decimals)f", value) : "–"
  }

  /// A whole number with its thousands apart: `1,000,000`.
  static func whole(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e18 else { return "–" }
    let digits = Array(String(Int(value.rounded()).magnitude))
    var text = value <= -0.5 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return text
  }

  /// With three digits that count: `0.0425`, `7.31`, `1,240`.
  static func significant(_ value: Double) -> String {
    guard value.isFinite, value != 0 else { return value == 0 ? "0" : "–" }
    let magnitude = Int(log10(abs(value)).rounded(.down))
    return magnitude >= 3 ? whole(value) : fixed(value, max(0, 2 - magnitude))
  }
}
