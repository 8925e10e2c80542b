import ArgumentParser
import GeoFormats

/// A distance on the command line: `5km`, `5000m`, or a bare number of metres.
struct Metres: ExpressibleByArgument, Sendable, Hashable {
  /// In **metres**.
  let metres: Double

  init(_ metres: Double) { self.metres = metres }

  init?(argument: String) {
    let text = argument.lowercased()
    let (digits, scale): (Substring, Double) =
      if text.hasSuffix("km") { (text.dropLast(2), 1000) } else if text.hasSuffix("m") { (text.dropLast(), 1) } else {
        (text[...], 1)
      }
    guard let number = AttributeValue.decimal(digits), number >= 0, number <= Self.greatest / scale else { return nil }
    metres = number * scale
  }

  /// Half way around the earth, in **metres**; nothing is farther away.
  private static let greatest = 20_037_509.0

  var defaultValueDescription: String { metres >= 1000 ? "\(metres / 1000) km" : "\(metres) m" }
}
