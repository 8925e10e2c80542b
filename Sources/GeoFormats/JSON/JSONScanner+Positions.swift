import Geospatial

extension JSONScanner {
  /// Text that is no farther from the end than this, in **bytes**, is read the careful way: more than the longest position
  /// that the quick way reads, and what it looks at beyond.
  private static let plainReachBytes = 96
  /// How many positions are gathered before they are stored.
  private static let positionsPerStep = 128

  /// Reads a run of positions with commas between if they are written as most writers do, at least one; false, with
  /// nothing read, when the first is not.
  ///
  /// A position is plain when it is two numbers of one to three digits, a point and one to fifteen digits, with at most
  /// one space between any two tokens. Everything else is left to the careful way, so that both read the same and refuse
  /// the same; the doubles are those of ``number()``.
  @inline(__always)
  mutating func plainPositions(into coordinates: inout [Coordinate]) -> Bool {
    let first = position
    repeat {
      let capacity = JSONScanner.positionsPerStep
      let isFull = withUnsafeTemporaryAllocation(of: Coordinate.self, capacity: capacity) { buffer in
        var count = 0
        while count < buffer.count, let next = plainPosition(after: count == 0 && position == first ? 0 : 1) {
          buffer.initializeElement(at: count, to: next)
          count += 1
        }
        coordinates.append(contentsOf: UnsafeMutableBufferPointer(rebasing: buffer[..<count]))
        return count == buffer.count
      }
      if !isFull { break }
    } while true
    return position > first
  }

  /// Reads one plain position; nil, with nothing read, when what follows is none.
  @inline(__always)
  mutating func plainPosition() -> Coordinate? { plainPosition(after: 0) }

  /// Reads a plain position behind so many commas, none or one.
  @inline(__always)
  private mutating func plainPosition(after commas: Int) -> Coordinate? {
    guard let start = base.baseAddress, end - position >= JSONScanner.plainReachBytes else { return nil }
    var at = start + position
    if commas > 0 {
      guard at[0] == UInt8(ascii: ",") else { return nil }
      at += at[1] == 0x20 ? 2 : 1
    }
    guard at[0] == UInt8(ascii: "[") else { return nil }
    at += at[1] == 0x20 ? 2 : 1
    var coordinate = Coordinate(longitude: 0, latitude: 0)
    guard JSONScanner.plainNumber(&at, &coordinate.longitude), at[0] == UInt8(ascii: ",") else { return nil }
    at += at[1] == 0x20 ? 2 : 1
    guard JSONScanner.plainNumber(&at, &coordinate.latitude) else { return nil }
    if at[0] == 0x20 { at += 1 }
    guard at[0] == UInt8(ascii: "]") else { return nil }
    position = at + 1 - start
    return coordinate
  }

  /// Reads a plain number at `at`; at most 29 bytes from there are looked at. False when it is none.
  @inline(__always)
  private static func plainNumber(_ at: inout UnsafePointer<UInt8>, _ number: inout Double) -> Bool {
    let isNegative = at[0] == UInt8(ascii: "-")
    if isNegative { at += 1 }
    var whole = UInt64(at[0] &- UInt8(ascii: "0"))
    guard whole < 10 else { return false }
    at += 1
    if at[0] != UInt8(ascii: ".") {
      // A zero in front of other digits is no JSON.
      guard whole > 0, case let second = UInt64(at[0] &- UInt8(ascii: "0")), second < 10 else { return false }
      whole = whole &* 10 &+ second
      at += 1
      if at[0] != UInt8(ascii: ".") {
        guard case let third = UInt64(at[0] &- UInt8(ascii: "0")), third < 10 else { return false }
        whole = whole &* 10 &+ third
        at += 1
        guard at[0] == UInt8(ascii: ".") else { return false }
      }
    }
    var (fraction, digits) = leadingDigits(at + 1)
    guard digits > 0 else { return false }
    if digits == 8 {
      let (more, moreDigits) = leadingDigits(at + 9)
      guard moreDigits < 8 else { return false }
      fraction = fraction &* PowersOfTen.integer(moreDigits) &+ more
      digits += moreDigits
    }
    at += digits + 1
    let significand = whole &* PowersOfTen.integer(digits) &+ fraction
    let magnitude =
      significand <= 1 << 53
      ? Double(Int64(truncatingIfNeeded: significand)) / PowersOfTen.double(digits)
      : PowersOfTen.quotient(significand, tenToThe: digits)
    number = isNegative ? -magnitude : magnitude
    return true
  }

  /// The digits among the eight bytes at `at`, up to the first byte that is none: as a number, and how many they are.
  @inline(__always)
  private static func leadingDigits(_ at: UnsafePointer<UInt8>) -> (number: UInt64, count: Int) {
    let word = UInt64(littleEndian: UnsafeRawPointer(at).loadUnaligned(as: UInt64.self)) ^ 0x3030_3030_3030_3030
    // The high bit of each byte that is more than 9; what it carries over changes only bytes behind it.
    let others = ((word &+ 0x7676_7676_7676_7676) | word) & 0x8080_8080_8080_8080
    let count = others.trailingZeroBitCount >> 3
    guard count > 0 else { return (0, 0) }
    // The digits move up to the end of the word, so that those that are missing are zeros in front.
    var digits = word &<< UInt64(truncatingIfNeeded: 64 - 8 * count)
    // Two, four and eight digits at a time (D. Lemire, *Number Parsing at a Gigabyte per Second*, 2021).
    digits = (digits &* 2561) >> 8
    digits = ((digits & 0x00FF_00FF_00FF_00FF) &* 6_553_601) >> 16
    digits = ((digits & 0x0000_FFFF_0000_FFFF) &* 42_949_672_960_001) >> 32
    return (digits, count)
  }
}
