import Glibc

/// Recognises the few property keys that somebody asked for among the many of a file.
///
/// The features of a file mostly have the same keys in the same order, so each key is first held against the one that stood
/// at its place in the feature before.
struct KeyMatcher: Sendable {
  /// A key by its length and its first eight bytes, which nearly always decide.
  private struct Key {
    var length: Int
    var start: UInt64
    var bytes: [UInt8]
  }

  /// What the key at some place of a feature was, and which of `keys` that is; -1 for none.
  private struct Memory {
    var length: Int
    var start: UInt64
    var index: Int
  }

  private let keys: [Key]
  private let names: [String]
  private var memories: [Memory]
  /// Properties beyond so many are looked up anew each time.
  private static let mostMemories = 128

  init(_ names: [String]) {
    self.names = names
    keys = names.map { name in
      let bytes = Array(name.utf8)
      let start = bytes.prefix(8).enumerated().reduce(UInt64(0)) { $0 | UInt64($1.element) << UInt64(8 * $1.offset) }
      return Key(length: bytes.count, start: start, bytes: bytes)
    }
    memories = [Memory](repeating: Memory(length: -1, start: 0, index: -1), count: KeyMatcher.mostMemories)
  }

  var count: Int { keys.count }

  /// The place of the key whose bytes, still escaped, stand at `range`, the `place`-th of its feature; nil when nobody
  /// asked for it.
  @inline(__always)
  mutating func index(of range: Range<Int>, place: Int, hasEscape: Bool, in json: JSONScanner) -> Int? {
    // A key is followed by its quote, a colon and a value; only at the very end of a text are there fewer than 8 bytes.
    guard !hasEscape, range.lowerBound + 8 <= json.end else { return slowIndex(of: range, in: json) }
    var start = UInt64(
      littleEndian: UnsafeRawBufferPointer(json.base).loadUnaligned(fromByteOffset: range.lowerBound, as: UInt64.self))
    if range.count < 8 { start &= (1 << UInt64(8 * range.count)) - 1 }
    if place < KeyMatcher.mostMemories, case let memory = memories[place], memory.start == start,
      memory.length == range.count, memory.index < 0 || isRest(of: range, memory.index, in: json)
    {
      return memory.index < 0 ? nil : memory.index
    }
    return index(of: range, startingWith: start, place: place, in: json)
  }

  @inline(never)
  private mutating func index(
    of range: Range<Int>, startingWith start: UInt64, place: Int, in json: JSONScanner
  ) -> Int? {
    var found: Int?
    var isAlike = false
    for index in keys.indices where keys[index].start == start && keys[index].length == range.count {
      isAlike = true
      if isRest(of: range, index, in: json) {
        found = index
        break
      }
    }
    // A key that only begins like one that was asked for has to be looked at again each time.
    if place < KeyMatcher.mostMemories, found != nil || !isAlike {
      memories[place] = Memory(length: range.count, start: start, index: found ?? -1)
    }
    return found
  }

  /// Whether the key at `range` goes on as the one at `index`, which has the same length and the same first eight bytes.
  @inline(__always)
  private func isRest(of range: Range<Int>, _ index: Int, in json: JSONScanner) -> Bool {
    if range.count <= 8 { return true }
    return keys[index].bytes.withUnsafeBufferPointer { bytes in
      guard let key = bytes.baseAddress, let text = json.base.baseAddress, bytes.count == range.count else {
        return false
      }
      return memcmp(key + 8, text + range.lowerBound + 8, range.count - 8) == 0
    }
  }

  private func slowIndex(of range: Range<Int>, in json: JSONScanner) -> Int? {
    names.firstIndex(of: JSONText.unescaped(UnsafeBufferPointer(rebasing: json.base[range])))
  }
}
