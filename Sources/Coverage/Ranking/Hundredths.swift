import GeoFormats

/// A score or a part of one, counted in hundredths so that parts add up exactly as they are printed.
public struct Hundredths: Hashable, Sendable, Comparable, AdditiveArithmetic, CustomStringConvertible {
  /// How many hundredths.
  public var count: Int32

  /// So many hundredths.
  public init(_ count: Int32) { self.count = count }

  /// Nothing.
  public static let zero = Hundredths(0)

  /// The number, as `43.07`.
  public var value: Double { Double(count) / 100 }

  /// The number with its two decimals, as `43.07`.
  public var description: String {
    var bytes: [UInt8] = []
    bytes.append(fixed: value, decimals: 2)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether `a` is less than `b`.
  public static func < (a: Hundredths, b: Hundredths) -> Bool { a.count < b.count }
  /// The sum.
  public static func + (a: Hundredths, b: Hundredths) -> Hundredths { Hundredths(a.count + b.count) }
  /// The difference.
  public static func - (a: Hundredths, b: Hundredths) -> Hundredths { Hundredths(a.count - b.count) }
}
