/// Text as it is written: bytes at the end of an array, numbers without any allocation.
extension Array where Element == UInt8 {
  /// Appends the bytes of a constant text.
  @inline(__always)
  public mutating func append(text: StaticString) {
    append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Appends a whole number.
  @inline(__always)
  public mutating func append(integer: Int) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: TextOutput.mostDigits) { digits in
      var start = TextOutput.write(integer.magnitude, before: TextOutput.mostDigits, of: digits)
      if integer < 0 {
        start -= 1
        digits[start] = UInt8(ascii: "-")
      }
      append(contentsOf: UnsafeMutableBufferPointer(rebasing: digits[start...]))
    }
  }

  /// Appends a number with exactly `decimals` digits after the point, 1 to 9, rounded half away from zero; null for one
  /// that is not finite.
  @inline(__always)
  public mutating func append(fixed value: Double, decimals: Int, trimsZeros: Bool = false) {
    let scaled = abs(value * TextOutput.powers[decimals])
    guard scaled < 9e18 else {
      if value.isFinite { append(contentsOf: "\(value)".utf8) } else { append(text: "null") }
      return
    }
    // What is cut off is exact, so this rounds as `rounded()` does, which is a call of the library.
    let cut = Int64(scaled)
    var rest = UInt(cut) &+ (scaled - Double(cut) >= 0.5 ? 1 : 0)
    let isNegative = value < 0 && rest > 0
    var decimals = decimals
    if trimsZeros {
      while decimals > 0, case let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10), digit == 0 {
        rest = quotient
        decimals -= 1
      }
    }
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: TextOutput.mostDigits) { digits in
      var start = TextOutput.mostDigits
      if decimals > 0 {
        for _ in 0..<decimals {
          let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
          start -= 1
          digits[start] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: digit)
          rest = quotient
        }
        start -= 1
        digits[start] = UInt8(ascii: ".")
      }
      start = TextOutput.write(rest, before: start, of: digits)
      if isNegative {
        start -= 1
        digits[start] = UInt8(ascii: "-")
      }
      append(contentsOf: UnsafeMutableBufferPointer(rebasing: digits[start...]))
    }
  }

  /// Appends a number as JSON in its shortest spelling; whole ones without a point, null for one that is not finite.
  public mutating func append(number: Double) {
    if let whole = Int(exactly: number) {
      append(integer: whole)
    } else if number.isFinite {
      append(contentsOf: "\(number)".utf8)
    } else {
      append(text: "null")
    }
  }
}

enum TextOutput {
  static let powers: [Double] = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9]
  /// More than a number of 64 bits has digits, with a sign, a point and a zero before it.
  static let mostDigits = 24

  /// Writes a number so that its last digit stands before place `end`; the place of its first digit.
  @inline(__always)
  static func write(_ number: UInt, before end: Int, of digits: UnsafeMutableBufferPointer<UInt8>) -> Int {
    var start = end
    var rest = number
    repeat {
      let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
      start -= 1
      digits[start] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: digit)
      rest = quotient
    } while rest > 0
    return start
  }
}
