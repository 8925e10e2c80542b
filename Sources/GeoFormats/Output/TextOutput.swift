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
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
      var start = 20
      var rest = integer.magnitude
      repeat {
        let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
        start -= 1
        digits[start] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: digit)
        rest = quotient
      } while rest > 0
      if integer < 0 { append(UInt8(ascii: "-")) }
      append(contentsOf: UnsafeMutableBufferPointer(rebasing: digits[start..<20]))
    }
  }

  /// Appends a number with exactly `decimals` digits after the point, 1 to 9, rounded half away from zero; null for one
  /// that is not finite.
  @inline(__always)
  public mutating func append(fixed value: Double, decimals: Int, trimsZeros: Bool = false) {
    let scale = TextOutput.powers[decimals]
    let scaled = (value * scale).rounded()
    guard abs(scaled) < 9e18 else {
      if value.isFinite { append(contentsOf: "\(value)".utf8) } else { append(text: "null") }
      return
    }
    let whole = Int(scaled)
    let (quotient, remainder) = whole.magnitude.quotientAndRemainder(dividingBy: UInt(scale))
    if whole < 0 { append(UInt8(ascii: "-")) }
    append(integer: Int(truncatingIfNeeded: quotient))
    if decimals == 0 || trimsZeros && remainder == 0 { return }
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 10) { digits in
      digits[0] = UInt8(ascii: ".")
      var rest = remainder
      for place in stride(from: decimals, to: 0, by: -1) {
        digits[place] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
      }
      var count = decimals + 1
      if trimsZeros { while digits[count - 1] == UInt8(ascii: "0") { count -= 1 } }
      append(contentsOf: UnsafeMutableBufferPointer(rebasing: digits[..<count]))
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
}
