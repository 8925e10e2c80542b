/// The lanes, of eight, in which a comparison holds.
struct LaneSet {
  /// A bit for each lane, the lowest for the first.
  private var bits: UInt32

  @inline(__always)
  init(bits: UInt32) { self.bits = bits }

  /// All lanes before `count`, 1 to 8.
  @inline(__always)
  init(first count: Int) { bits = 0xFF >> UInt32(truncatingIfNeeded: 8 &- count) }

  @inline(__always)
  func intersection(_ other: LaneSet) -> LaneSet { LaneSet(bits: bits & other.bits) }

  /// Takes the first lane out; nil when there is none.
  @inline(__always)
  mutating func popFirst() -> Int? {
    guard bits != 0 else { return nil }
    let lane = bits.trailingZeroBitCount
    bits &= bits &- 1
    return lane
  }
}
