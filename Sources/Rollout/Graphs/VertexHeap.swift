/// Vertices waiting with a key each, the least key first: a heap with four children per node.
///
/// A vertex may wait more than once; whoever takes it off tells stale entries by their key. Ties are broken by vertex, so
/// the order depends on nothing but what was pushed. Push and pop are logarithmic.
struct VertexHeap {
  struct Entry {
    /// Key and vertex as one number, so that one comparison tells which is first.
    private var number: Int128

    @inline(__always) init(key: Int, vertex: Int32) { number = Int128(key) << 32 | Int128(vertex) }

    var key: Int { @inline(__always) get { Int(truncatingIfNeeded: number >> 32) } }
    var vertex: Int32 { @inline(__always) get { Int32(truncatingIfNeeded: number) } }

    @inline(__always) static func < (a: Entry, b: Entry) -> Bool { a.number < b.number }
  }

  private var entries: [Entry] = []

  var isEmpty: Bool { entries.isEmpty }
  var first: Entry? { entries.first }

  mutating func removeAll() { entries.removeAll(keepingCapacity: true) }

  mutating func push(_ key: Int, _ vertex: Int) {
    let entry = Entry(key: key, vertex: Int32(truncatingIfNeeded: vertex))
    var position = entries.count
    entries.append(entry)
    while position > 0 {
      let parent = (position - 1) >> 2
      let above = entries[parent]
      if !(entry < above) { break }
      entries[position] = above
      position = parent
    }
    entries[position] = entry
  }

  mutating func pop() -> Entry? {
    guard let least = entries.first, let last = entries.popLast() else { return nil }
    let count = entries.count
    if count == 0 { return least }
    var position = 0
    while true {
      let place = 4 * position + 1
      var child = place
      var smallest: Entry
      if place + 3 < count {
        // Two pairs, then their winners: no comparison waits for another but the last.
        let (first, second, third, fourth) = (
          entries[place], entries[place + 1], entries[place + 2], entries[place + 3]
        )
        let (isSecond, isFourth) = (second < first, fourth < third)
        let (left, right) = (isSecond ? second : first, isFourth ? fourth : third)
        let isRight = right < left
        smallest = isRight ? right : left
        child = place + (isRight ? (isFourth ? 3 : 2) : (isSecond ? 1 : 0))
      } else if place < count {
        smallest = entries[place]
        for other in (place + 1)..<max(place + 1, count) where entries[other] < smallest {
          smallest = entries[other]
          child = other
        }
      } else {
        break
      }
      if !(smallest < last) { break }
      entries[position] = smallest
      position = child
    }
    entries[position] = last
    return least
  }
}
