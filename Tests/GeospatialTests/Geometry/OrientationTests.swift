import Testing

@testable import Geospatial

@Suite struct OrientationTests {
  /// Coordinates as whole numbers of 2^-40 degrees, in which every product is exact in 128 bits.
  struct Grid: Sendable {
    var x: Int64
    var y: Int64
    static let unit = 0x1p-40

    var coordinate: Coordinate { Coordinate(longitude: Double(x) * Grid.unit, latitude: Double(y) * Grid.unit) }

    static func sign(_ a: Grid, _ b: Grid, _ p: Grid) -> Int {
      let left = Int128(a.x - p.x) * Int128(b.y - p.y)
      let right = Int128(a.y - p.y) * Int128(b.x - p.x)
      return (left - right).signum() == 0 ? 0 : (left > right ? 1 : -1)
    }
  }

  static let degree = Int64(1) << 40

  /// Three points close to one line: the third is on it, rounded to the grid, and moved by at most one step.
  static func nearlyCollinear(_ random: inout SeededGenerator, span: Int64) -> (Grid, Grid, Grid) {
    func near(_ value: Int64) -> Int64 { value + Int64.random(in: -span...span, using: &random) }
    let a = Grid(x: near(105 * degree), y: near(21 * degree))
    let b = Grid(x: near(105 * degree), y: near(21 * degree))
    let part = random.double(-1...2)
    let p = Grid(
      x: a.x + Int64((Double(b.x - a.x) * part).rounded()) + Int64.random(in: -1...1, using: &random),
      y: a.y + Int64((Double(b.y - a.y) * part).rounded()) + Int64.random(in: -1...1, using: &random))
    return (a, b, p)
  }

  @Test(arguments: [2, 100, 1 << 20, 1 << 35, 1 << 40, 60 << 40] as [Int64])
  func `near a line the side is that of exact arithmetic`(span: Int64) {
    var random = SeededGenerator(seed: UInt64(span))
    var counts = [-1: 0, 0: 0, 1: 0]
    for _ in 0..<5_000 {
      let (a, b, p) = Self.nearlyCollinear(&random, span: span)
      let expected = Grid.sign(a, b, p)
      let found = Orientation.sign(a.coordinate, b.coordinate, p.coordinate)
      counts[found, default: 0] += 1
      if found != expected { Issue.record("\(a) \(b) \(p): \(found), expected \(expected)") }
      #expect(Orientation.sign(b.coordinate, a.coordinate, p.coordinate) == -expected)
      #expect(Orientation.sign(p.coordinate, a.coordinate, b.coordinate) == expected)
    }
    #expect((counts[1] ?? 0) > 100 && (counts[-1] ?? 0) > 100)
  }

  @Test func `points on a line through the grid are on it to the last bit`() {
    var random = SeededGenerator(seed: 9)
    for _ in 0..<5_000 {
      let a = Grid(x: 105 << 40 + Int64(random.integer(0...1000)), y: 21 << 40 + Int64(random.integer(0...1000)))
      let (dx, dy) = (Int64(random.integer(-9999...9999)), Int64(random.integer(-9999...9999)))
      func along(_ steps: Int64) -> Coordinate { Grid(x: a.x + dx * steps, y: a.y + dy * steps).coordinate }
      let steps = Int64(random.integer(2...1_000_000))
      #expect(Orientation.sign(a.coordinate, along(steps), along(steps / 2)) == 0)
      #expect(Orientation.sign(a.coordinate, along(steps), along(-steps)) == 0)
    }
  }

  @Test func `Kettner's case that plain doubles get wrong comes out right`() {
    // L. Kettner et al., Classroom examples of robustness problems in geometric computations (2008), figure 2.
    let (q, r) = (Coordinate(longitude: 12, latitude: 12), Coordinate(longitude: 24, latitude: 24))
    for column in 0..<64 {
      for row in 0..<64 {
        let p = Coordinate(longitude: 0.5 + Double(column) * 0x1p-53, latitude: 0.5 + Double(row) * 0x1p-53)
        // The diagonal is left of what lies below it.
        let expected = p.latitude > p.longitude ? 1 : (p.latitude < p.longitude ? -1 : 0)
        #expect(Orientation.sign(q, r, p) == expected)
      }
    }
  }
}
