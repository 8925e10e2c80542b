/// Vertices waiting with a key each, the least key first: a heap with four children per node.
///
/// A vertex may wait more than once; whoever takes it off tells stale entries by their key. Ties are broken by vertex, so
/// the order depends on nothing but what was pushed. Push and pop are logarithmic.
struct VertexHeap {
  struct Entry {
    var key: Int
    var vertex: Int32

    @inline(__always) static func < (a: Entry, b: Entry) -> Bool {
      a.key != b.key ? a.key < b.key : a.vertex < b.vertex
    }
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
      let firstChild = 4 * position + 1
      if firstChild >= count { break }
      var child = firstChild
      var smallest = entries[firstChild]
      for other in (firstChild + 1)..<max(firstChild + 1, min(firstChild + 4, count)) {
        let entry = entries[other]
        if entry < smallest {
          smallest = entry
          child = other
        }
      }
      if !(smallest < last) { break }
      entries[position] = smallest
      position = child
    }
    entries[position] = last
    return least
  }
}
