import Testing

@testable import Geospatial

@Suite struct ValidityProofTests {
  static func proves(_ column: GeometryColumn) -> Bool {
    column.coordinates.withUnsafeBufferPointer { coordinates in
      var proof = ValidityProof(coordinates)
      return column.polygons(ofFeature: 0).allSatisfy { parts in
        proof.proves(rings: parts.map { column.coordinates(ofPart: $0) })
      }
    }
  }

  static func isValid(_ column: GeometryColumn) throws -> Bool {
    try GEOSGeometry(feature: 0, of: column, in: GEOSContext()).validity() == .valid
  }

  /// A ring with vertices on a small grid, so that rings cross, touch and repeat themselves often.
  static func ring(_ random: inout SeededGenerator, count: Int, cells: Int, west: Int = 0) -> [Coordinate] {
    let open = (0..<count).map { _ in
      Coordinate(longitude: Double(west + random.integer(0...cells)), latitude: Double(random.integer(0...cells)))
    }
    return open + [open[0]]
  }

  @Test(arguments: [3, 4, 5, 6, 8], [2, 4, 10, 1_000])
  func `no invalid ring is proved, whatever its shape`(count: Int, cells: Int) throws {
    var random = SeededGenerator(seed: UInt64(count * 10_000 + cells))
    var proved = 0
    for _ in 0..<300 {
      let polygon = column([(.shell, Self.ring(&random, count: count, cells: cells))])
      guard Self.proves(polygon) else { continue }
      proved += 1
      #expect(try Self.isValid(polygon), "\(polygon.coordinates)")
    }
    if count <= 5 { #expect(proved > 0) }
  }

  @Test(arguments: [4, 8, 40])
  func `no polygon with misplaced holes is proved`(cells: Int) throws {
    var random = SeededGenerator(seed: UInt64(cells))
    var (proved, invalid) = (0, 0)
    for _ in 0..<1_000 {
      var parts = [(GeometryColumn.PartKind.shell, square(west: 0, south: 0, side: Double(cells)))]
      for _ in 0..<random.integer(1...3) {
        let side = Double(random.integer(1...max(2, cells / 4)))
        let west = Double(random.integer(-1...cells))
        let hole = square(west: west, south: Double(random.integer(0...cells)), side: side)
        parts.append((.hole, random.integer(0...1) == 0 ? hole : hole.reversed()))
      }
      let polygon = column(parts)
      let isValid = try Self.isValid(polygon)
      if !isValid { invalid += 1 }
      guard Self.proves(polygon) else { continue }
      proved += 1
      #expect(isValid, "\(polygon.coordinates)")
    }
    #expect(invalid > 50)
    if cells == 40 { #expect(proved > 50) }
  }

  @Test(arguments: [3, 10, 100, 200, 3_000])
  func `plain stars with holes are proved`(count: Int) throws {
    var random = SeededGenerator(seed: UInt64(count))
    // Thousands of spikes as long as half the star are more than the proof takes on.
    let (shell, hole) = count > 1_000 ? (0.99...1, 0.099...0.1) : (0.5...1, 0.01...0.1)
    for _ in 0..<(count > 1_000 ? 1 : 20) {
      let centre = Coordinate(longitude: 105, latitude: 21)
      let polygon = column([
        (.shell, PolygonIndexTests.star(centre, shell, count: max(count, 12), &random)),
        (.hole, PolygonIndexTests.star(centre, hole, count: count, &random)),
      ])
      #expect(try Self.isValid(polygon))
      #expect(Self.proves(polygon))
      #expect(Self.proves(column([(.shell, polygon.coordinates[0...max(count, 12)].reversed())])))
    }
  }

  @Test(arguments: [2_000, 6_000, 12_000])
  func `a comb of long edges is proved, however it lies`(count: Int) throws {
    let comb = PolygonIndexTests.comb(count: count)
    #expect(Self.proves(column([(.shell, comb)])))
    #expect(
      Self.proves(column([(.shell, comb.map { Coordinate(longitude: $0.latitude, latitude: $0.longitude) })])))
  }

  @Test func `a comb with one tooth through another is not proved`() throws {
    var comb = PolygonIndexTests.comb(count: 6_000)
    comb[3_000].longitude += 3.0 / 64
    #expect(try !Self.isValid(column([(.shell, comb)])))
    #expect(!Self.proves(column([(.shell, comb)])))
  }

  @Test func `long edges side by side on a slant would take too many comparisons and are left to GEOS`() throws {
    let comb = PolygonIndexTests.comb(count: 6_000).map {
      Coordinate(longitude: $0.longitude + 512 * $0.latitude, latitude: $0.latitude)
    }
    #expect(try Self.isValid(column([(.shell, comb)])))
    #expect(!Self.proves(column([(.shell, comb)])))
  }

  /// A shell with this many square holes in rows of 200.
  static func sieve(holes: Int) -> GeometryColumn {
    column(
      [(.shell, square(west: -1, south: -1, side: 402))]
        + (0..<holes).map { hole in
          (.hole, square(west: Double(hole % 200) * 2, south: Double(hole / 200) * 2, side: 1))
        })
  }

  @Test func `many holes are proved, very many are left to GEOS`() {
    #expect(Self.proves(Self.sieve(holes: 1_000)))
    #expect(!Self.proves(Self.sieve(holes: 1_001)))
  }

  static let doubtful: [(String, [[(Double, Double)]])] = [
    ("a bow-tie", [[(0, 0), (2, 2), (2, 0), (0, 2), (0, 0)]]),
    ("a spike", [[(0, 0), (2, 0), (5, 0), (2, 0), (2, 2), (0, 0)]]),
    ("a spike without width on a corner", [[(0, 0), (2, 0), (2, 2), (2, 5), (2, 2), (0, 2), (0, 0)]]),
    ("a flat ring", [[(0, 0), (1, 1), (2, 2), (0, 0)]]),
    ("a point", [[(1, 1), (1, 1), (1, 1), (1, 1)]]),
    ("a duplicate vertex", [[(0, 0), (2, 0), (2, 0), (2, 2), (0, 0)]]),
    ("a ring that touches itself", [[(0, 0), (4, 0), (4, 4), (2, 0), (0, 4), (0, 0)]]),
    ("a hole that touches the shell", [[(0, 0), (4, 0), (4, 4), (0, 4), (0, 0)], [(0, 2), (1, 1), (1, 3), (0, 2)]]),
    ("a hole outside", [[(0, 0), (4, 0), (4, 4), (0, 0)], [(0, 2), (1, 3), (0, 4), (0, 2)]]),
    ("a hole that is the shell", [[(0, 0), (4, 0), (4, 4), (0, 0)], [(0, 0), (4, 0), (4, 4), (0, 0)]]),
    (
      "a hole in a hole",
      [
        [(0, 0), (9, 0), (9, 9), (0, 9), (0, 0)], [(1, 1), (8, 1), (8, 8), (1, 8), (1, 1)],
        [(2, 2), (3, 2), (3, 3), (2, 2)],
      ]
    ),
    ("not a number", [[(0, 0), (4, 0), (.nan, 4), (0, 4), (0, 0)]]),
    ("not a number in the north", [[(0, 0), (4, 0), (4, .nan), (0, 4), (0, 0)]]),
    ("an infinite corner", [[(0, 0), (4, 0), (4, .infinity), (0, 4), (0, 0)]]),
    ("hardly any height", [[(0, 0), (4, 0), (4, .leastNonzeroMagnitude), (0, 0)]]),
    ("too few vertices", [[(0, 0), (4, 0), (0, 0)]]),
  ]

  @Test(arguments: doubtful) func `what is doubtful is left to GEOS`(name: String, rings: [[(Double, Double)]]) {
    let parts = rings.enumerated().map { number, ring in
      (
        number == 0 ? GeometryColumn.PartKind.shell : .hole,
        ring.map { Coordinate(longitude: $0.0, latitude: $0.1) }
      )
    }
    // A ring of hardly any height is valid and plain; it must only not crash.
    if name != "hardly any height" { #expect(!Self.proves(column(parts))) } else { _ = Self.proves(column(parts)) }
  }
}
