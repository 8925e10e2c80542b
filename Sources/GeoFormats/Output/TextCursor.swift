/// A place in the room for text that is being made, for the many small pieces of which a feature is made: what does not fit
/// is left out and told, so that no piece asks for room of its own.
///
/// ```swift
/// let lines = TextCursor.text(of: 0..<3, bytesPerItem: 8) { number, text in
///   text.append(integer: number)
///   text.append(text: "\n")
/// }
/// ```
public struct TextCursor {
  @usableFromInline let start: UnsafeMutablePointer<UInt8>
  @usableFromInline let capacity: Int
  /// How many **bytes** there are.
  @usableFromInline var count = 0
  /// Whether something did not fit.
  @usableFromInline var isFull = false

  @usableFromInline
  init?(_ room: UnsafeMutableBufferPointer<UInt8>) {
    guard let start = room.baseAddress else { return nil }
    (self.start, capacity) = (start, room.count)
  }

  /// The text of some items, one behind the other, each as `append` makes it; about `bytesPerItem` **bytes** each.
  ///
  /// An item for which there was no room left is made again, so `append` must make the same every time.
  public static func text(
    of items: Range<Int>, bytesPerItem: Int, _ append: (Int, inout TextCursor) -> Void
  ) -> [UInt8] {
    var whole: [UInt8] = []
    var next = items.lowerBound
    var capacity = max(64, items.count * bytesPerItem)
    while next < items.upperBound {
      let first = next
      let piece = [UInt8](unsafeUninitializedCapacity: capacity) { room, count in
        guard var cursor = TextCursor(room) else { return }
        while next < items.upperBound {
          count = cursor.count
          append(next, &cursor)
          if cursor.isFull { return }
          next += 1
        }
        count = cursor.count
      }
      // A single item may need more than all of the room.
      if next == first { capacity *= 2 }
      if whole.isEmpty { whole = piece } else { whole += piece }
    }
    return whole
  }

  // MARK: Pieces

  /// Makes room for so many **bytes**; where they go, nil where they do not fit.
  @inlinable @inline(__always)
  mutating func take(_ length: Int) -> UnsafeMutablePointer<UInt8>? {
    guard length <= capacity &- count else {
      isFull = true
      return nil
    }
    defer { count &+= length }
    return start + count
  }

  /// Appends one byte.
  @inlinable @inline(__always)
  public mutating func append(_ byte: UInt8) {
    take(1)?.initialize(to: byte)
  }

  /// Appends bytes.
  @inlinable @inline(__always)
  public mutating func append(contentsOf bytes: UnsafeBufferPointer<UInt8>) {
    guard let source = bytes.baseAddress else { return }
    take(bytes.count)?.initialize(from: source, count: bytes.count)
  }

  /// Appends bytes.
  @inlinable @inline(__always)
  public mutating func append(contentsOf bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { append(contentsOf: $0) }
  }

  /// Appends the bytes of a constant text.
  @inlinable @inline(__always)
  public mutating func append(text: StaticString) {
    append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Appends a text as a JSON string with its quotes; only what must be escaped is.
  public mutating func append(string text: String) {
    var text = text
    let isPlain = text.withUTF8 { bytes in
      guard bytes.allSatisfy({ $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }) else {
        return false
      }
      append(UInt8(ascii: "\""))
      append(contentsOf: bytes)
      append(UInt8(ascii: "\""))
      return true
    }
    if isPlain { return }
    var escaped: [UInt8] = []
    JSONText.append(text, to: &escaped)
    append(contentsOf: escaped)
  }

  // MARK: Numbers

  /// Appends a whole number.
  @inline(__always)
  public mutating func append(integer: Int) {
    if integer < 0 { append(UInt8(ascii: "-")) }
    append(digits: UInt64(integer.magnitude), count: TextCursor.digits(of: UInt64(integer.magnitude)))
  }

  /// Appends a number as ``Array/append(fixed:decimals:trimsZeros:)`` does.
  @inline(__always)
  public mutating func append(fixed value: Double, decimals: Int, trimsZeros: Bool = false) {
    let scaled = abs(value * TextOutput.powers[decimals])
    guard scaled < 9e18 else {
      appendSlowly(value, decimals: decimals, trimsZeros: trimsZeros)
      return
    }
    let cut = Int64(scaled)
    let rounded = UInt64(cut) &+ (scaled - Double(cut) >= 0.5 ? 1 : 0)
    if value < 0, rounded > 0 { append(UInt8(ascii: "-")) }
    let power = TextCursor.powers[decimals]
    let whole = rounded / power
    var fraction = rounded &- whole &* power
    append(digits: whole, count: TextCursor.digits(of: whole))
    var decimals = decimals
    if trimsZeros {
      while decimals > 0, case let (quotient, digit) = fraction.quotientAndRemainder(dividingBy: 10), digit == 0 {
        fraction = quotient
        decimals &-= 1
      }
    }
    guard decimals > 0 else { return }
    append(UInt8(ascii: "."))
    append(digits: fraction, count: decimals)
  }

  /// Appends a number as JSON in its shortest spelling; whole ones without a point, null for one that is not finite.
  @inline(__always)
  public mutating func append(number: Double) {
    if let whole = Int(exactly: number) {
      append(integer: whole)
    } else {
      appendSlowly(number)
    }
  }

  @inline(never)
  private mutating func appendSlowly(_ value: Double, decimals: Int, trimsZeros: Bool) {
    var bytes: [UInt8] = []
    bytes.append(fixed: value, decimals: decimals, trimsZeros: trimsZeros)
    append(contentsOf: bytes)
  }

  @inline(never)
  private mutating func appendSlowly(_ number: Double) {
    var bytes: [UInt8] = []
    bytes.append(number: number)
    append(contentsOf: bytes)
  }

  /// Appends the last `count` digits of a number, with zeros in front where it has fewer.
  @inline(__always)
  private mutating func append(digits number: UInt64, count: Int) {
    guard let place = take(count) else { return }
    var rest = number
    var at = count
    while at > 0 {
      let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
      at &-= 1
      (place + at).initialize(to: UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: digit))
      rest = quotient
    }
  }

  /// How many digits a number has.
  @inline(__always)
  private static func digits(of number: UInt64) -> Int {
    var (count, bound) = (1, UInt64(10))
    while count < 19, number >= bound {
      count &+= 1
      bound = bound &* 10
    }
    return count == 19 && number >= 10_000_000_000_000_000_000 ? 20 : count
  }

  private static let powers: [UInt64] = [
    1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000,
  ]
}
