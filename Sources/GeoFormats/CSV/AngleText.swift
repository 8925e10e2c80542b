/// Reads an angle in degrees, minutes and seconds as people write it: `21°02'04.3"N`, `21 02 04.3 N`, `21d02m04s`,
/// `21:02:04`, `105° 50,07' Đông`, `-21°02'`.
enum AngleText {
  /// What an angle is measured along.
  enum Axis: Sendable {
    case longitude
    case latitude
  }

  /// Why a text is no angle.
  enum Failure: Error, Equatable {
    /// It is not written as one.
    case notAnAngle
    /// It is one, but something about it is wrong, in words.
    case wrong(String)
  }

  /// The angle in **degrees**, east and north positive.
  static func degrees(_ text: String, along axis: Axis) throws(Failure) -> Double {
    var rest = text.lowercased()[...]
    var hemisphere = takeHemisphere(&rest, original: text)
    let isNegative = takeSign(&rest)
    if hemisphere == nil { hemisphere = takeHemisphere(&rest, original: text) }
    let (numbers, hasMarks) = try numbers(in: rest)
    // A bare number has been tried before, with the column's decimal mark.
    guard hemisphere != nil || hasMarks || numbers.count > 1 else { throw .notAnAngle }
    var degrees = 0.0
    for (place, number) in numbers.enumerated() {
      guard place == 0 || number < 60 else {
        throw .wrong("\(place == 1 ? "minutes" : "seconds") must be below 60")
      }
      degrees += number / [1, 60, 3600][place]
    }
    guard let hemisphere else { return isNegative == true ? -degrees : degrees }
    guard isNegative == nil else { throw .wrong("it has both a sign and a hemisphere") }
    guard hemisphere.axis == axis else {
      throw .wrong("it is a \(hemisphere.axis == .latitude ? "latitude" : "longitude")")
    }
    return hemisphere.isPositive ? degrees : -degrees
  }

  // MARK: Hemisphere

  private typealias Hemisphere = (axis: Axis, isPositive: Bool)

  /// Words before letters, since `nam` (south) starts like north.
  private static let hemispheres: [(word: String, hemisphere: Hemisphere)] = [
    ("north", (.latitude, true)), ("south", (.latitude, false)), ("east", (.longitude, true)),
    ("west", (.longitude, false)), ("bắc", (.latitude, true)), ("nam", (.latitude, false)),
    ("đông", (.longitude, true)), ("tây", (.longitude, false)), ("bac", (.latitude, true)),
    ("dong", (.longitude, true)), ("tay", (.longitude, false)), ("n", (.latitude, true)), ("s", (.latitude, false)),
    ("e", (.longitude, true)), ("w", (.longitude, false)),
  ]

  /// Takes a hemisphere off either end of `rest`; nil when there is none.
  private static func takeHemisphere(_ rest: inout Substring, original: String) -> Hemisphere? {
    rest = AttributeValue.trimmed(rest)
    for (word, hemisphere) in hemispheres {
      if rest.hasPrefix(word) {
        rest = rest.dropFirst(word.count)
        return hemisphere
      }
      guard rest.hasSuffix(word) else { continue }
      // A small s behind a digit, or any behind an m, stands for seconds: 21d02m04s.
      if word == "s", rest.dropLast().last?.isNumber == true, original.hasSuffix("s") || rest.contains("m") { continue }
      rest = rest.dropLast(word.count)
      return hemisphere
    }
    return nil
  }

  /// Takes a sign off the start of `rest`: true for a minus, false for a plus, nil for none.
  private static func takeSign(_ rest: inout Substring) -> Bool? {
    rest = AttributeValue.trimmed(rest)
    guard let first = rest.first, "+-−–".contains(first) else { return nil }
    rest = rest.dropFirst()
    return first != "+"
  }

  // MARK: Numbers

  /// The marks that may stand behind degrees, minutes and seconds; a colon or a space may stand for any of them.
  private static let marks: [[String]] = [
    ["°", "º", "˚", "độ", "deg", "do", "d"], ["'", "′", "’", "‘", "´", "phút", "phut", "min", "m"],
    ["\"", "″", "”", "“", "''", "′′", "’’", "giây", "giay", "sec", "s"],
  ]

  private static func numbers(in text: Substring) throws(Failure) -> (numbers: [Double], hasMarks: Bool) {
    var rest = AttributeValue.trimmed(text)
    var numbers: [Double] = []
    var hasFraction = false
    var hasMarks = false
    while !rest.isEmpty {
      let digits = rest.prefix { $0.isASCII && $0.isNumber || $0 == "." || $0 == "," }
      rest = rest.dropFirst(digits.count)
      guard numbers.count < 3, let number = AttributeValue.decimal(digits.replacing(",", with: ".")) else {
        throw .notAnAngle
      }
      if hasFraction { throw .wrong("only the last of degrees, minutes and seconds may have decimals") }
      hasFraction = digits.contains { $0 == "." || $0 == "," }
      rest = AttributeValue.trimmed(rest)
      if takeMark(&rest, place: numbers.count) { hasMarks = true }
      numbers.append(number)
      rest = AttributeValue.trimmed(rest)
    }
    guard !numbers.isEmpty else { throw .notAnAngle }
    return (numbers, hasMarks)
  }

  /// Takes the mark of degrees (0), minutes (1) or seconds (2) off the start of `rest`, if it is there.
  private static func takeMark(_ rest: inout Substring, place: Int) -> Bool {
    // The longest first, so that two apostrophes are seconds.
    for mark in marks[place].sorted(by: { $0.count > $1.count }) where rest.hasPrefix(mark) {
      rest = rest.dropFirst(mark.count)
      return true
    }
    guard rest.hasPrefix(":") else { return false }
    rest = rest.dropFirst()
    return true
  }
}
