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

  /// All that stood before the value at some place of a feature: its key with both quotes, the colon, white space.
  private struct Beginning {
    /// The bytes, and a one for each bit of them that counts.
    var bytes: (UInt64, UInt64, UInt64)
    var masks: (UInt64, UInt64, UInt64)
    /// In **bytes**; 0 where nothing is known.
    var length: Int
    /// Which of `keys` it is; -1 for none.
    var index: Int

    static let longest = 24
    static let unknown = Beginning(bytes: (0, 0, 0), masks: (0, 0, 0), length: 0, index: -1)
  }

  private let keys: [Key]
  private let names: [String]
  private var memories: [Memory]
  private var beginnings: [Beginning]
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
    beginnings = [Beginning](repeating: .unknown, count: KeyMatcher.mostMemories)
  }

  var count: Int { keys.count }

  /// Reads up to the value of the `place`-th property of a feature if all that stands before it is, byte for byte, what
  /// stood there in a feature before; the place of its key, -1 where nobody asked for it. Nil, with nothing read, if not.
  @inline(__always)
  func take(place: Int, _ json: inout JSONScanner) -> Int? {
    guard place < KeyMatcher.mostMemories, json.position + Beginning.longest <= json.end else { return nil }
    let known = beginnings[place]
    let (first, second, third) = KeyMatcher.words(at: json.position, in: json)
    let difference =
      ((first ^ known.bytes.0) & known.masks.0) | ((second ^ known.bytes.1) & known.masks.1)
      | ((third ^ known.bytes.2) & known.masks.2)
    guard difference == 0, known.length > 0 else { return nil }
    json.position += known.length
    return known.index
  }

  /// Keeps what stands before the value of the `place`-th property for ``take(place:_:)``: the bytes of `range`, which
  /// have been read and found good, with the key at `index`.
  @inline(never)
  mutating func remember(_ range: Range<Int>, place: Int, index: Int?, in json: JSONScanner) {
    guard place < KeyMatcher.mostMemories, range.count <= Beginning.longest,
      range.lowerBound + Beginning.longest <= json.end
    else { return }
    let mask = { (word: Int) -> UInt64 in
      let bytes = max(0, min(8, range.count - 8 * word))
      return bytes == 8 ? .max : (1 << UInt64(8 * bytes)) - 1
    }
    beginnings[place] = Beginning(
      bytes: KeyMatcher.words(at: range.lowerBound, in: json), masks: (mask(0), mask(1), mask(2)),
      length: range.count, index: index ?? -1)
  }

  /// The 24 bytes from `place` on, which must be there.
  @inline(__always)
  private static func words(at place: Int, in json: JSONScanner) -> (UInt64, UInt64, UInt64) {
    let raw = UnsafeRawBufferPointer(json.base)
    @inline(__always)
    func word(_ number: Int) -> UInt64 {
      UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: place + 8 * number, as: UInt64.self))
    }
    return (word(0), word(1), word(2))
  }

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
