import Geospatial
import Testing

@testable import Coverage

@Suite struct CertaintyTests {
  /// Rules of every kind, alone, together and with extents, by a number.
  private static func sources(_ kind: Int, _ terrain: inout Terrain) -> [ServiceSource] {
    let within = ServiceSource(kind: .within(metres: 500), geometries: terrain.lines(3))
    let inside = ServiceSource(kind: .inside, geometries: terrain.polygons(5))
    let sites = terrain.points(6)
    let range = ServiceSource(
      kind: .range(field: nil, metres: nil), geometries: sites, reachMetres: terrain.reaches(6))
    var bounded = within
    bounded.extent = .polygons(terrain.polygons(3))
    var boundedInside = inside
    boundedInside.extent = .polygons(terrain.polygons(2))
    switch kind {
    case 0: return [within]
    case 1: return [inside]
    case 2: return [range]
    case 3: return [within, inside, range]
    case 4: return [bounded]
    case 5: return [bounded, inside]
    default: return [bounded, boundedInside]
    }
  }

  @Test(arguments: 0...6, [40.0, 300])
  func `where an answer is certain no position within the accuracy changes it`(kind: Int, accuracy: Double) async throws {
    var certain = 0
    var changed = 0
    for seed in 0..<6 {
      var terrain = Terrain(seed: UInt64(seed * 10 + kind))
      let overlay = try await Overlay(services: [.signal: Self.sources(kind, &terrain)])
      let villages = (0..<60).map { _ in terrain.place() }
      let column = try await overlay.assess(
        villages, accuraciesMetres: [Double](repeating: accuracy, count: villages.count))[.signal]
      let exact = try await overlay.assess(villages)[.signal]
      #expect(column.statuses == exact.statuses)
      for (index, village) in villages.enumerated() {
        let positions = terrain.positions(around: village, metres: accuracy, count: 60)
        let others = try await overlay.assess(positions)[.signal].statuses
        let isSame = others.allSatisfy { $0 == column.statuses[index] }
        if column.doubts[index] { changed += isSame ? 0 : 1 } else { certain += 1 }
        #expect(isSame || column.doubts[index], "seed \(seed), village \(index)")
      }
    }
    // Neither all doubtful nor all certain, or the test above would say nothing.
    #expect(certain > 0)
    #expect(changed > 0)
  }

  @Test(arguments: [0, 1, 2, 4])
  func `of one rule almost every doubt is real`(kind: Int) async throws {
    var doubtful = 0
    var real = 0
    for seed in 0..<4 {
      var terrain = Terrain(seed: UInt64(900 + seed * 10 + kind))
      let overlay = try await Overlay(services: [.signal: Self.sources(kind, &terrain)])
      let villages = (0..<80).map { _ in terrain.place() }
      let column = try await overlay.assess(
        villages, accuraciesMetres: [Double](repeating: 150, count: villages.count))[.signal]
      for index in villages.indices where column.doubts[index] {
        doubtful += 1
        let positions = terrain.positions(around: villages[index], metres: 150, count: 400)
        let others = try await overlay.assess(positions)[.signal].statuses
        if !others.allSatisfy({ $0 == column.statuses[index] }) { real += 1 }
      }
    }
    #expect(doubtful > 0)
    #expect(Double(real) >= Double(doubtful) * 0.6)
  }

  /// A cable along the meridian; villages east of it at known distances.
  @Test(arguments: [
    (400.0, 50.0, Status.served, Confidence.certain), (460, 50, .served, .doubtful), (540, 50, .unserved, .doubtful),
    (560, 50, .unserved, .certain), (499, 0, .served, .certain), (501, 0, .unserved, .certain),
    (30, 500, .served, .doubtful),
  ])
  func `a distance rule is certain when the threshold is farther off than the accuracy`(
    metres: Double, accuracy: Double, status: Status, confidence: Confidence
  ) async throws {
    var cable = GeometryColumn()
    cable.append(Coordinate(longitude: 105, latitude: 21))
    cable.append(Coordinate(longitude: 105, latitude: 21.1))
    cable.closePart(.line)
    cable.closeFeature()
    let start = Coordinate(longitude: 105, latitude: 21.05)
    let village = Geodesic.direct(from: start, azimuthDegrees: 90, distanceMetres: metres).coordinate
    let overlay = try await Overlay(services: [
      .fibre: [ServiceSource(kind: .within(metres: 500), geometries: cable)]
    ])
    let column = try await overlay.assess([village], accuraciesMetres: [accuracy])[.fibre]
    #expect(column.statuses == [status])
    #expect(column.confidence(ofVillage: 0) == confidence)
  }

  @Test func `without accuracies there is no confidence`() async throws {
    var terrain = Terrain(seed: 3)
    let overlay = try await Overlay(services: [.signal: Self.sources(3, &terrain)])
    let column = try await overlay.assess([terrain.place()])[.signal]
    #expect(column.doubts.isEmpty)
    #expect(column.confidence(ofVillage: 0) == nil)
    #expect(column.withDoubtsUnknown == column)
  }

  @Test func `a strict reading makes doubtful answers unknown and keeps the others`() async throws {
    var terrain = Terrain(seed: 5)
    let overlay = try await Overlay(services: [.signal: Self.sources(1, &terrain)])
    let villages = (0..<200).map { _ in terrain.place() }
    let column = try await overlay.assess(
      villages, accuraciesMetres: [Double](repeating: 200, count: villages.count))[.signal]
    let strict = column.withDoubtsUnknown
    #expect(column.doubts.contains(true))
    for village in villages.indices {
      #expect(strict.statuses[village] == (column.doubts[village] ? .unknown : column.statuses[village]))
    }
  }

  @Test func `a village without a position is unknown without any doubt`() async throws {
    var terrain = Terrain(seed: 6)
    let overlay = try await Overlay(services: [.signal: Self.sources(3, &terrain)])
    let nowhere = Coordinate(longitude: .nan, latitude: .nan)
    let column = try await overlay.assess([nowhere], accuraciesMetres: [100])[.signal]
    #expect(column.statuses == [.unknown])
    #expect(column.confidence(ofVillage: 0) == nil)
  }
}
