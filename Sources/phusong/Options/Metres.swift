import ArgumentParser
import GeoFormats

/// A distance as it is written on the command line: `5km`, `5000m` or `5000`, in **metres**.
struct Metres: ExpressibleByArgument, Hashable {
  /// The distance, in **metres**; at least 0 and finite.
  let value: Double

  init(_ value: Double) { self.value = value }

  /// Reads a number with `m`, `km` or nothing behind it, also after a space and in any case; nil for anything else.
  init?(argument: String) {
    let text = argument.lowercased()
    let (unit, factor) = text.hasSuffix("km") ? ("km", 1000.0) : (text.hasSuffix("m") ? ("m", 1.0) : ("", 1.0))
    guard let number = AttributeValue.decimal(text.dropLast(unit.count)), number >= 0, (number * factor).isFinite else {
      return nil
    }
    value = number * factor
  }

  /// The distance as it would be written: whole kilometres as such.
  var defaultValueDescription: String {
    if let kilometres = Int(exactly: value / 1000), kilometres > 0 { return "\(kilometres)km" }
    return Int(exactly: value).map { "\($0)m" } ?? "\(value)m"
  }
}
