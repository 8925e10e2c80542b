/// Recognises the few property keys that somebody asked for among the many of a file.
struct KeyMatcher: Sendable {
  /// A key by its length and its first eight bytes, which nearly always decide.
  private struct Key {
    var length: Int
    var start: UInt64
    var bytes: [UInt8]
  }

  private let keys: [Key]
  private let names: [String]

  init(_ names: [String]) {
    self.names = names
    keys = names.map { name in
      let bytes = Array(name.utf8)
      let start = bytes.prefix(8).enumerated().reduce(UInt64(0)) { $0 | UInt64($1.element) << UInt64(8 * $1.offset) }
      return Key(length: bytes.count, start: start, bytes: bytes)
    }
  }

  var count: Int { keys.count }

  /// The place of the key whose bytes, still escaped, stand at `range`; nil when nobody asked for it.
  @inline(__always)
  func index(of range: Range<Int>, in json: JSONScanner) -> Int? {
    // A key is followed by its quote, a colon and a value; only at the very end of a text are there fewer than 8 bytes.
    guard range.lowerBound + 8 <= json.end else { return slowIndex(of: range, in: json) }
    var start = UInt64(
      littleEndian: UnsafeRawBufferPointer(json.base).loadUnaligned(fromByteOffset: range.lowerBound, as: UInt64.self))
    if range.count < 8 { start &= (1 << UInt64(8 * range.count)) - 1 }
    for index in keys.indices where keys[index].start == start && keys[index].length == range.count {
      if range.count <= 8 || keys[index].bytes.elementsEqual(json.base[range]) { return index }
    }
    return hasEscape(range, in: json) ? slowIndex(of: range, in: json) : nil
  }

  @inline(__always)
  private func hasEscape(_ range: Range<Int>, in json: JSONScanner) -> Bool {
    for position in range where json.base[position] == UInt8(ascii: "\\") { return true }
    return false
  }

  private func slowIndex(of range: Range<Int>, in json: JSONScanner) -> Int? {
    names.firstIndex(of: JSONText.unescaped(UnsafeBufferPointer(rebasing: json.base[range])))
  }
}
