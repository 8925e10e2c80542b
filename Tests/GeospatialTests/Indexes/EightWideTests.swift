import EightWide
import Testing

/// The loops that work on eight numbers at a time give what one number after the other gives, to the bit.
///
/// Whichever build of them the processor takes is compared with the same plain Swift, so builds that pass agree.
@Suite struct EightWideTests {
  /// Numbers of all sizes, among them equal ones, zeros and, for segments without length, repeated vertices.
  private struct Numbers {
    private var generator: SeededGenerator

    init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

    mutating func number(_ size: Float) -> Float {
      switch Int.random(in: 0..<12, using: &generator) {
      case 0: 0
      case 1: -0.0
      case 2: size / 2
      default: .random(in: -size...size, using: &generator)
      }
    }

    mutating func size() -> Float { [1e-9, 1e-3, 1, 6_371_000].randomElement(using: &generator) ?? 1 }
    mutating func index(below count: Int) -> Int { .random(in: 0..<count, using: &generator) }
  }

  // MARK: Boxes that hold a place

  @Test(arguments: UInt64(1)...20)
  func `boxes that hold a place are told bit by bit`(seed: UInt64) {
    var numbers = Numbers(seed: seed)
    var held = 0
    for _ in 0..<500 {
      let size = numbers.size()
      var node = (0..<32).map { _ in numbers.number(size) }
      let (x, y) = (numbers.number(size), numbers.number(size))
      // A box that is missing holds nothing, and one whose corner is the place holds it.
      let (missing, touching) = (numbers.index(below: 8), numbers.index(below: 8))
      (node[touching], node[8 + touching]) = (x, y)
      node[missing] = .nan
      let expected = (0..<8).reduce(UInt32(0)) { bits, slot in
        let holds = node[slot] <= x && node[8 + slot] <= y && x <= node[16 + slot] && y <= node[24 + slot]
        return bits | (holds ? 1 << UInt32(slot) : 0)
      }
      #expect(eightWideBoxesHolding(node, x, y) == expected)
      held += expected.nonzeroBitCount
    }
    #expect(held > 100)
  }

  // MARK: Chords in reach

  /// As `eightWideChordsInReach`, one chord after the other.
  private func chords(
    _ sketch: [Float], from point: (x: Float, y: Float, z: Float), reach: Float, slope: Float, rise: Float,
    farthest: Float
  ) -> (bits: UInt32, areNear: Bool) {
    let squared = (0..<8).map { chord -> Float in
      let (startX, startY, startZ) = (sketch[chord], sketch[9 + chord], sketch[18 + chord])
      let alongX = sketch[chord + 1] - startX
      let alongY = sketch[chord + 10] - startY
      let alongZ = sketch[chord + 19] - startZ
      let (fromX, fromY, fromZ) = (point.x - startX, point.y - startY, point.z - startZ)
      let lengthSquared = alongX * alongX + alongY * alongY + alongZ * alongZ
      let toFoot = fromX * alongX + fromY * alongY + fromZ * alongZ
      var foot = toFoot / lengthSquared
      foot = foot > 0 ? foot : 0
      foot = foot < 1 ? foot : 1
      let (awayX, awayY, awayZ) = (alongX * foot - fromX, alongY * foot - fromY, alongZ * foot - fromZ)
      return awayX * awayX + awayY * awayY + awayZ * awayZ
    }
    let nearest = (squared.min() ?? .infinity).squareRoot()
    let areNear = nearest < farthest
    let bound = areNear ? min(nearest * slope + rise, reach) : reach
    guard bound < 1e18 else { return (0xFF, areNear) }
    let bits = (0..<8).reduce(UInt32(0)) { $0 | (squared[$1] <= bound * bound ? 1 << UInt32($1) : 0) }
    return (bits, areNear)
  }

  @Test(arguments: UInt64(1)...20)
  func `chords in reach are told bit by bit`(seed: UInt64) {
    var numbers = Numbers(seed: seed)
    var (some, near) = (0, 0)
    for _ in 0..<500 {
      let size = numbers.size()
      var sketch = (0..<27).map { _ in numbers.number(size) }
      let twice = numbers.index(below: 8)
      for axis in 0..<3 { sketch[9 * axis + twice + 1] = sketch[9 * axis + twice] }
      let point = (x: numbers.number(size), y: numbers.number(size), z: numbers.number(size))
      let reach = [size, size / 3, 1e19][numbers.index(below: 3)]
      let farthest = [0, size / 2, 4 * size][numbers.index(below: 3)]
      let expected = chords(sketch, from: point, reach: reach, slope: 1.1, rise: size / 9, farthest: farthest)
      var areNear = false
      let bits = eightWideChordsInReach(
        sketch, point.x, point.y, point.z, reach, 1.1, size / 9, farthest, &areNear)
      #expect(bits == expected.bits)
      #expect(areNear == expected.areNear)
      if (1..<0xFF).contains(bits) { some += 1 }
      if areNear { near += 1 }
    }
    #expect(some > 50 && near > 50)
  }

  // MARK: A walk through a tree

  /// One root over eight nodes of eight items, as `PackedTree` packs them: a node has the least x, y and z of its eight
  /// boxes, then the greatest.
  private struct Tree {
    static let levelStarts = [0, 8]
    private(set) var bounds: [Float] = []

    init(_ numbers: inout Numbers, size: Float) {
      var root = [Float](repeating: 0, count: 48)
      for node in 0..<8 {
        var boxes = [Float](repeating: 0, count: 48)
        for axis in 0..<3 {
          let middle = numbers.number(size)
          for slot in 0..<8 {
            let (a, b) = (middle + numbers.number(size / 4), middle + numbers.number(size / 4))
            (boxes[8 * axis + slot], boxes[8 * axis + slot + 24]) = (min(a, b), max(a, b))
          }
        }
        let missing = numbers.index(below: 16)
        if missing < 8 {
          for axis in 0..<3 {
            (boxes[8 * axis + missing], boxes[8 * axis + missing + 24]) = (.infinity, -.infinity)
          }
        }
        for axis in 0..<3 {
          root[8 * axis + node] = boxes[8 * axis..<8 * axis + 8].min() ?? 0
          root[8 * axis + node + 24] = boxes[8 * axis + 24..<8 * axis + 32].max() ?? 0
        }
        bounds += boxes
      }
      bounds += root
    }

    /// The items within a limit in the order of a walk that looks at nearest boxes first, of equally near ones at the last.
    func items(
      near point: (x: Float, y: Float, z: Float), squaredLimit: Float, level: Int = 1, node: Int = 0
    ) -> [Int] {
      let start = (Tree.levelStarts[level] + node) * 48
      let position = [point.x, point.y, point.z]
      let children = (0..<8).map { slot -> (slot: Int, squared: Float) in
        var squared: Float = 0
        for axis in 0..<3 {
          let below = bounds[start + 8 * axis + slot] - position[axis]
          let above = position[axis] - bounds[start + 8 * axis + slot + 24]
          let out = max(above, below, 0)
          squared += out * out
        }
        return (slot, squared)
      }
      let near = children.filter { $0.squared <= squaredLimit }
        .sorted { ($0.squared, -$0.slot) < ($1.squared, -$1.slot) }
      return near.flatMap { child -> [Int] in
        let index = node * 8 + child.slot
        return level == 0 ? [index] : items(near: point, squaredLimit: squaredLimit, level: level - 1, node: index)
      }
    }
  }

  @Test(arguments: UInt64(1)...20)
  func `a walk meets the items within its limit, nearest boxes first`(seed: UInt64) {
    var numbers = Numbers(seed: seed)
    var met = 0
    for _ in 0..<50 {
      let size = numbers.size()
      let tree = Tree(&numbers, size: size)
      let point = (x: numbers.number(size), y: numbers.number(size), z: numbers.number(size))
      let squaredLimit = [0, size * size / 4, 9 * size * size][numbers.index(below: 3)]
      var items: [Int] = []
      tree.bounds.withUnsafeBufferPointer { bounds in
        Tree.levelStarts.withUnsafeBufferPointer { starts in
          withUnsafeTemporaryAllocation(of: EightWideEntry.self, capacity: 32) { stack in
            stack.initialize(repeating: EightWideEntry(squaredDistance: 0, index: 0, level: 1))
            var walk = EightWideWalk(
              bounds: bounds.baseAddress!, levelStarts: starts.baseAddress!, stack: stack.baseAddress!, count: 1,
              x: point.x, y: point.y, z: point.z)
            while case let item = eightWideNextItem(&walk, squaredLimit), item >= 0 { items.append(Int(item)) }
          }
        }
      }
      #expect(items == tree.items(near: point, squaredLimit: squaredLimit))
      met += items.count
    }
    #expect(met > 100)
  }
}
