extension JSONScanner {
  /// Reads past a number, checking its form.
  @inline(__always)
  mutating func skipNumber() throws(JSONFailure) {
    var at = position
    if at < end, base[at] == UInt8(ascii: "-") { at += 1 }
    let start = at
    while at < end, base[at] &- UInt8(ascii: "0") < 10 { at += 1 }
    let isWhole = at > start && (at == start + 1 || base[start] != UInt8(ascii: "0"))
    if isWhole, at + 1 < end, base[at] == UInt8(ascii: "."), base[at + 1] &- UInt8(ascii: "0") < 10 {
      at += 2
      while at < end, base[at] &- UInt8(ascii: "0") < 10 { at += 1 }
    }
    // What ends neither here nor plainly is looked at with more care.
    if isWhole, at < end, base[at] == UInt8(ascii: ",") || base[at] == UInt8(ascii: "}") {
      position = at
    } else {
      _ = try numberParts()
    }
  }

  /// Reads a number, rounded correctly to the nearest double (ties to even).
  ///
  /// A significand of at most 2^53 with a power of ten that a double holds exactly takes one multiplication or division
  /// (Clinger, *How to read floating point numbers accurately*, 1990). A longer one, up to 19 digits, is divided as an
  /// integer of 128 bits whose remainder decides the rounding. What is left goes to the standard library.
  @inline(__always)
  mutating func number() throws(JSONFailure) -> Double {
    let start = position
    let parts = try numberParts()
    if parts.digits <= 19 {
      if parts.significand <= 1 << 53, parts.exponent <= 0, parts.exponent >= -22 {
        let magnitude = Double(parts.significand) / PowersOfTen.double(-parts.exponent)
        return parts.isNegative ? -magnitude : magnitude
      }
      if parts.exponent < 0, parts.exponent >= -19, parts.significand != 0 {
        let magnitude = PowersOfTen.quotient(parts.significand, tenToThe: -parts.exponent)
        return parts.isNegative ? -magnitude : magnitude
      }
    }
    return try slowNumber(from: start)
  }

  private func slowNumber(from start: Int) throws(JSONFailure) -> Double {
    let text = String(decoding: base[start..<position], as: UTF8.self)
    guard let value = Double(text) else { throw JSONFailure(position: start, problem: .badNumber) }
    return value
  }

  /// The decimal parts of a number: its digits as an integer, and the power of ten.
  struct NumberParts {
    var isNegative: Bool
    var significand: UInt64
    /// Digits read, leading zeros included; past 19 the significand has overflowed.
    var digits: Int
    var exponent: Int
  }

  @inline(__always)
  mutating func numberParts() throws(JSONFailure) -> NumberParts {
    var at = position
    let isNegative = at < end && base[at] == UInt8(ascii: "-")
    if isNegative { at += 1 }
    var significand: UInt64 = 0
    let integerStart = at
    while at < end, case let digit = base[at] &- UInt8(ascii: "0"), digit < 10 {
      significand = significand &* 10 &+ UInt64(digit)
      at += 1
    }
    var digits = at - integerStart
    if digits == 0 || (digits > 1 && base[integerStart] == UInt8(ascii: "0")) { throw badNumber(at) }
    var exponent = 0
    if at < end, base[at] == UInt8(ascii: ".") {
      at += 1
      let fractionStart = at
      while at < end, case let digit = base[at] &- UInt8(ascii: "0"), digit < 10 {
        significand = significand &* 10 &+ UInt64(digit)
        at += 1
      }
      if at == fractionStart { throw badNumber(at) }
      digits += at - fractionStart
      exponent = fractionStart - at
    }
    if at < end, base[at] | 0x20 == UInt8(ascii: "e") { exponent += try decimalExponent(&at) }
    position = at
    return NumberParts(isNegative: isNegative, significand: significand, digits: digits, exponent: exponent)
  }

  private func decimalExponent(_ at: inout Int) throws(JSONFailure) -> Int {
    at += 1
    let isNegative = at < end && base[at] == UInt8(ascii: "-")
    if at < end, isNegative || base[at] == UInt8(ascii: "+") { at += 1 }
    let start = at
    var value = 0
    while at < end, case let digit = base[at] &- UInt8(ascii: "0"), digit < 10 {
      // Beyond this every double is zero or infinite; stopping here keeps the sum from overflowing.
      if value < 100_000 { value = value * 10 + Int(digit) }
      at += 1
    }
    if at == start { throw badNumber(at) }
    return isNegative ? -value : value
  }

  private func badNumber(_ at: Int) -> JSONFailure {
    JSONFailure(position: at, problem: at >= end ? .endOfText : .badNumber)
  }
}

/// Powers of ten that a double or a 64-bit integer holds exactly.
enum PowersOfTen {
  private static let doubles: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
    1e21, 1e22,
  ]

  /// 10 to the power `exponent`, 0 to 22.
  @inline(__always)
  static func double(_ exponent: Int) -> Double { doubles[exponent] }

  private static let integers: [UInt64] = [
    1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000,
    100_000_000_000, 1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000, 1_000_000_000_000_000,
  ]

  /// 10 to the power `exponent`, 0 to 15.
  @inline(__always)
  static func integer(_ exponent: Int) -> UInt64 { integers[exponent] }

  /// `significand / 10^power`, rounded to nearest, ties to even; `significand` above 0, `power` 1 to 19.
  static func quotient(_ significand: UInt64, tenToThe power: Int) -> Double {
    var divisor: UInt64 = 1
    for _ in 0..<power { divisor &*= 10 }
    let significandBits = 64 - significand.leadingZeroBitCount
    let divisorBits = 64 - divisor.leadingZeroBitCount
    // At least 56 bits of quotient: 53 to keep, and room below for the rounding decision.
    let shift = max(0, 57 - significandBits + divisorBits)
    let high = shift >= 64 ? significand << UInt64(shift - 64) : (shift == 0 ? 0 : significand >> UInt64(64 - shift))
    let low = shift >= 64 ? 0 : significand << UInt64(shift)
    let (whole, remainder) = divisor.dividingFullWidth((high, low))
    // What was cut off counts in rounding as "a little more"; the lowest bit is far below the 53 that stay.
    let quotient = remainder == 0 ? whole : whole | 1
    return Double(quotient) * Double(bitPattern: UInt64(1023 - shift) << 52)
  }
}
