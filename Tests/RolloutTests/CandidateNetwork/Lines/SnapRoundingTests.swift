import Randomness
import Testing

@testable import Rollout

@Suite struct SnapRoundingTests {
  private static func segments(_ pieces: [(Int, Int, Int, Int)]) -> LatticeSegments {
    LatticeSegments(
      points: pieces.flatMap { piece in
        [
          LatticePoint(x: Int32(piece.0), y: Int32(piece.1)), LatticePoint(x: Int32(piece.2), y: Int32(piece.3)),
        ]
      }, sources: pieces.indices.map { Int32($0) })
  }

  private static func random(_ generator: inout SeededGenerator, count: Int, extent: Int) -> LatticeSegments {
    segments(
      (0..<count).map { _ in
        (generator.index(extent), generator.index(extent), generator.index(extent), generator.index(extent))
      })
  }

  private static func ends(_ segments: LatticeSegments, _ piece: Int) -> (LatticePoint, LatticePoint) {
    (segments.places[Int(segments.starts[piece])], segments.places[Int(segments.ends[piece])])
  }

  private static func side(_ a: LatticePoint, _ b: LatticePoint, _ c: LatticePoint) -> Int {
    let (abX, abY) = (Int(b.x) - Int(a.x), Int(b.y) - Int(a.y))
    let (acX, acY) = (Int(c.x) - Int(a.x), Int(c.y) - Int(a.y))
    return (abX * acY - abY * acX).signum()
  }

  /// Whether a point other than the ends of both is shared.
  private static func meet(_ first: (LatticePoint, LatticePoint), _ second: (LatticePoint, LatticePoint)) -> Bool {
    let (a, b, c, d) = (first.0, first.1, second.0, second.1)
    func isInside(_ p: LatticePoint, _ a: LatticePoint, _ b: LatticePoint) -> Bool {
      p != a && p != b && side(a, b, p) == 0 && min(a.x, b.x) <= p.x && p.x <= max(a.x, b.x)
        && min(a.y, b.y) <= p.y && p.y <= max(a.y, b.y)
    }
    if isInside(a, c, d) || isInside(b, c, d) || isInside(c, a, b) || isInside(d, a, b) { return true }
    return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0
  }

  @Test(arguments: [12, 20, 50, 200, 1_000, 1_000_000])
  func `pieces meet only at their ends, however coarse the lattice`(extent: Int) {
    var generator = SeededGenerator(seed: UInt64(extent))
    let noded = SnapRounding.noded(Self.random(&generator, count: 60, extent: extent))
    var meeting: [(Int, Int)] = []
    for first in 0..<noded.count {
      for second in (first + 1)..<noded.count
      where Self.meet(Self.ends(noded, first), Self.ends(noded, second)) {
        meeting.append((first, second))
      }
    }
    #expect(meeting.isEmpty)
  }

  @Test(arguments: [UInt64(11), 12, 13, 14])
  func `there are as many pieces as a look at every pair finds, and as much length`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let segments = Self.random(&generator, count: 80, extent: 100_000_000)
    // On so fine a lattice no two crossings fall together, so each crossing makes two pieces more.
    var crossings = 0
    for first in 0..<segments.count {
      for second in (first + 1)..<segments.count
      where Self.meet(Self.ends(segments, first), Self.ends(segments, second)) {
        crossings += 1
      }
    }
    let noded = SnapRounding.noded(segments)
    #expect(crossings > 100)
    #expect(noded.count == segments.count + 2 * crossings)
    #expect(noded.places.count == segments.places.count + crossings)
    #expect(abs(Self.length(noded) / Self.length(segments) - 1) < 1e-8)
  }

  private static func length(_ segments: LatticeSegments) -> Double {
    (0..<segments.count).reduce(0) { sum, piece in
      let (a, b) = ends(segments, piece)
      let (x, y) = (Double(a.x) - Double(b.x), Double(a.y) - Double(b.y))
      return sum + (x * x + y * y).squareRoot()
    }
  }

  @Test func `no piece strays farther than a unit from the segment it is made of`() {
    var generator = SeededGenerator(seed: 21)
    let segments = Self.random(&generator, count: 100, extent: 300)
    let noded = SnapRounding.noded(segments)
    var strays = 0
    for piece in 0..<noded.count {
      let source = (0..<segments.count).first { segments.sources[$0] == noded.sources[piece] }
      guard let source else { continue }
      let (a, b) = Self.ends(segments, source)
      for place in [noded.places[Int(noded.starts[piece])], noded.places[Int(noded.ends[piece])]] {
        let x = Double(b.x) - Double(a.x)
        let y = Double(b.y) - Double(a.y)
        let px = Double(place.x) - Double(a.x)
        let py = Double(place.y) - Double(a.y)
        let off: Double = abs(x * py - y * px) / (x * x + y * y).squareRoot()
        if off > 0.708 { strays += 1 }
      }
    }
    #expect(strays == 0)
  }

  struct Known: Sendable {
    var pieces: [(Int, Int, Int, Int)]
    var count: Int

    init(_ pieces: [(Int, Int, Int, Int)], count: Int) {
      self.pieces = pieces
      self.count = count
    }
  }

  static let known: [Known] = [
    Known([(0, 0, 100, 0), (50, -50, 50, 50)], count: 4),
    Known([(0, 0, 100, 0), (50, 0, 50, 50)], count: 3),
    Known([(0, 0, 100, 0), (40, 0, 160, 0)], count: 3),
    Known([(0, 0, 100, 0), (100, 0, 0, 0)], count: 1),
    Known([(0, 0, 100, 0), (20, 0, 60, 0)], count: 3),
    Known([(0, 0, 100, 100), (0, 100, 100, 0), (50, 0, 50, 100)], count: 6),
    Known([(7, 7, 7, 7)], count: 0),
    Known([(0, 0, 10, 0), (0, 5, 10, 5)], count: 2),
  ]

  @Test(arguments: known)
  func `known crossings, touches and overlaps`(known: Known) {
    #expect(SnapRounding.noded(Self.segments(known.pieces)).count == known.count)
  }

  @Test func `of pieces on the same ground the lowest source remains`() {
    let noded = SnapRounding.noded(Self.segments([(0, 0, 50, 0), (100, 0, 0, 0), (50, 0, 100, 0)]))
    #expect(noded.sources.sorted() == [0, 1])
  }
}
