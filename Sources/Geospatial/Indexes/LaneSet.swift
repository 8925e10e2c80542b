/// The lanes, of eight, in which a comparison holds.
struct LaneSet {
  /// The lowest bit of a byte for each lane.
  private var bits: UInt64

  @inline(__always)
  init(_ mask: SIMDMask<SIMD8<Int32>>) {
    // A lane of a mask is all ones or all zeros, and so is each part of it: to keep a byte of each takes three
    // instructions, where to sum a bit of each takes twenty.
    let halves = unsafeBitCast(mask, to: SIMD16<Int16>.self).evenHalf
    let bytes = unsafeBitCast(halves, to: SIMD16<Int8>.self).evenHalf
    bits = UInt64(littleEndian: unsafeBitCast(bytes, to: UInt64.self)) & 0x0101_0101_0101_0101
  }

  /// All lanes before `count`, 1 to 8.
  @inline(__always)
  init(first count: Int) {
    bits = 0x0101_0101_0101_0101 >> UInt64(truncatingIfNeeded: 64 &- 8 &* count)
  }

  @inline(__always)
  func intersection(_ other: LaneSet) -> LaneSet {
    var both = self
    both.bits &= other.bits
    return both
  }

  /// Takes the first lane out; nil when there is none.
  @inline(__always)
  mutating func popFirst() -> Int? {
    guard bits != 0 else { return nil }
    let lane = bits.trailingZeroBitCount >> 3
    bits &= bits &- 1
    return lane
  }
}
