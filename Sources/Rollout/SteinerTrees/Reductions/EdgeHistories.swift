/// What the edges of a reduced graph stand for: original edges, or two such things joined, as a forest in flat arrays.
struct EdgeHistories {
  /// How many original edges there are; higher numbers are joins.
  private let edgeCount: Int
  private var firsts: [Int32] = []
  private var seconds: [Int32] = []
  private var fixed: [Int32] = []

  init(edgeCount: Int) { self.edgeCount = edgeCount }

  mutating func join(_ first: Int32, _ second: Int32) -> Int32 {
    firsts.append(first)
    seconds.append(second)
    return Int32(edgeCount + firsts.count - 1)
  }

  /// Decides for what an edge stands for.
  mutating func fix(_ origin: Int32) { fixed.append(origin) }

  /// The original edges of some edges and of all decided for, ascending, each once.
  func originals(_ origins: [Int32]) -> [Int] {
    var found = Set<Int>()
    var waiting = origins + fixed
    while let origin = waiting.popLast() {
      if Int(origin) < edgeCount {
        found.insert(Int(origin))
      } else {
        waiting.append(firsts[Int(origin) - edgeCount])
        waiting.append(seconds[Int(origin) - edgeCount])
      }
    }
    return found.sorted()
  }
}
