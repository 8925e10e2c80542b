/// Numbers distinct runs of bytes in the order in which they first come, without decoding them.
struct ByteInterner {
  private var texts: [[UInt8]] = []
  /// A table twice to four times as long as `texts`, by hash; -1 where empty.
  private var slots = [Int32](repeating: -1, count: 64)

  /// The number of these bytes; that of bytes not seen before is the count of those that were.
  mutating func index(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
    // FNV-1a (G. Fowler, L. C. Noll, K.-P. Vo), short and good enough for names.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & (slots.count - 1)
    while slots[slot] >= 0 {
      if texts[Int(slots[slot])].elementsEqual(bytes) { return Int(slots[slot]) }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = Int32(truncatingIfNeeded: texts.count)
    texts.append(Array(bytes))
    if texts.count * 2 > slots.count { grow() }
    return texts.count - 1
  }

  private mutating func grow() {
    let known = texts
    texts = []
    slots = [Int32](repeating: -1, count: slots.count * 4)
    for text in known { text.withUnsafeBufferPointer { _ = index(of: $0) } }
  }
}
