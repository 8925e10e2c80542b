/// Vertices that wait for others, as linked lists in flat arrays: whoever is woken takes over those behind it.
struct SleeperLists {
  private var first: [Int32]
  private var last: [Int32]
  private var next: [Int32]

  init(count: Int = 0) {
    first = [Int32](repeating: -1, count: count)
    last = first
    next = first
  }

  /// Puts a vertex to sleep until another is done.
  mutating func add(_ vertex: Int, behind other: Int) {
    next[vertex] = -1
    append(Int32(vertex), Int32(vertex), to: other)
  }

  /// Wakes the vertex that has slept longest behind another; the others sleep on behind it.
  mutating func wakeFirst(behind other: Int) -> Int? {
    guard first[other] >= 0 else { return nil }
    let woken = Int(first[other])
    if next[woken] >= 0 { append(next[woken], last[other], to: woken) }
    first[other] = -1
    last[other] = -1
    return woken
  }

  private mutating func append(_ head: Int32, _ tail: Int32, to other: Int) {
    if first[other] < 0 { first[other] = head } else { next[Int(last[other])] = head }
    last[other] = tail
  }
}
