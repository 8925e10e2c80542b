import Testing

@testable import Geospatial

@Suite struct PolygonRepairTests {
  static func ring(_ corners: [(Double, Double)]) -> [Coordinate] {
    corners.map { Coordinate(longitude: $0.0, latitude: $0.1) }
  }

  static let bowTie = ring([(0, 0), (2, 2), (2, 0), (0, 2), (0, 0)])
  static let flat = ring([(0, 0), (1, 1), (2, 2), (0, 0)])
  static let line = ring([(9, 9), (8, 8)])

  @Test func `the invalid are mended and told, the others stay to the last bit`() async throws {
    let good = square(west: 105.1, south: 20.3, side: 0.7)
    var layer = GeometryColumn(features: [
      [(.shell, good)], [], [(.point, [Self.line[0]]), (.shell, Self.bowTie), (.line, Self.line)],
      [(.shell, Self.flat), (.line, Self.line)], [(.shell, good), (.shell, square(west: 3, south: 3, side: 1))],
    ])
    let before = layer
    let repairs = try await PolygonRepair.repair(&layer)
    #expect(repairs.map(\.feature) == [2, 3])
    #expect(repairs.map(\.isMended) == [true, false])
    #expect(repairs[0].reason.contains("Self-intersection at (1.0, 1.0)"))
    #expect(layer.count == 5)
    for feature in [0, 1, 4] {
      #expect(
        layer.coordinates[layer.coordinates(ofFeature: feature)]
          == before.coordinates[before.coordinates(ofFeature: feature)])
      #expect(
        layer.partKinds[layer.parts(ofFeature: feature)] == before.partKinds[before.parts(ofFeature: feature)])
    }
    // The bow-tie becomes two triangles behind the point and the line; of the flat ring only the line stays.
    #expect(Array(layer.partKinds[layer.parts(ofFeature: 2)]) == [.point, .line, .shell, .shell])
    #expect(Array(layer.partKinds[layer.parts(ofFeature: 3)]) == [.line])
    #expect(try await PolygonRepair.repair(&layer).isEmpty)
  }

  @Test func `nothing changes in a layer without invalid polygons`() async throws {
    let shell = square(west: 0, south: 0, side: 4)
    var layer = GeometryColumn(features: [
      [(.shell, shell), (.hole, square(west: 1, south: 1, side: 1))],
      // Duplicate vertices and touching holes are doubtful to the proof, but valid to GEOS.
      [(.shell, [shell[0]] + shell)], [(.line, Self.line)], [],
    ])
    let before = layer
    #expect(try await PolygonRepair.repair(&layer, threads: 2).isEmpty)
    #expect(layer.coordinates == before.coordinates)
    #expect(layer.partEnds == before.partEnds)
  }

  @Test func `a polygon with very many holes is found valid, and not with one hole in another`() async throws {
    var sieve = ValidityProofTests.sieve(holes: 40_000)
    #expect(try await PolygonRepair.repair(&sieve).isEmpty)
    for corner in square(west: 0.25, south: 0.25, side: 0.5) { sieve.append(corner) }
    sieve.closePart(.hole)
    sieve.featureEnds[0] += 1
    #expect(try await PolygonRepair.repair(&sieve).map(\.isMended) == [true])
  }

  @Test func `overlapping polygons of one feature are joined`() async throws {
    var layer = GeometryColumn(features: [
      [(.shell, square(west: 0, south: 0, side: 2)), (.shell, square(west: 1, south: 0, side: 2))]
    ])
    let repairs = try await PolygonRepair.repair(&layer)
    #expect(repairs.count == 1)
    #expect(layer.partKinds == [.shell])
    #expect(PolygonIndex(layer).lowestFeature(containing: Coordinate(longitude: 1.5, latitude: 1)) == 0)
  }

  @Test(arguments: (1...12).map(UInt64.init))
  func `what is mended is valid, whatever the threads`(seed: UInt64) async throws {
    var random = SeededGenerator(seed: seed)
    let wild = GeometryColumn(
      features: (0..<60).map { _ in
        (0..<random.integer(0...3)).map { part in
          let kind: GeometryColumn.PartKind = part == 1 ? .hole : .shell
          return (kind, ValidityProofTests.ring(&random, count: random.integer(3...9), cells: 6, west: part * 3))
        }
      })
    var (one, two) = (wild, wild)
    let repairs = try await PolygonRepair.repair(&one, threads: 1)
    #expect(try await PolygonRepair.repair(&two, threads: 2) == repairs)
    #expect(one.coordinates == two.coordinates && one.partEnds == two.partEnds && one.featureEnds == two.featureEnds)
    let context = try GEOSContext()
    for feature in 0..<one.count {
      let wasValid = try GEOSGeometry(feature: feature, of: wild, in: context).validity() == .valid
      #expect(wasValid != repairs.contains { $0.feature == feature })
      #expect(try GEOSGeometry(feature: feature, of: one, in: context).validity() == .valid)
    }
  }
}
