import Geospatial
import Testing

@testable import Coverage

@Suite struct DeadZonesTests {
  static let centres = [
    Coordinate(longitude: 103.2, latitude: 21.9), Coordinate(longitude: 179.95, latitude: -16.5),
    Coordinate(longitude: 60, latitude: 89.8),
  ]

  @Test(arguments: centres, [1, 2] as [UInt64])
  func `zones are valid, hold their villages and no served one, and do not overlap`(
    centre: Coordinate, seed: UInt64
  ) async throws {
    let scene = try await ZoneScene.random(around: centre, seed: seed)
    let found = try await scene.zones()
    let unserved = (0..<scene.villages.count).filter { scene.column.statuses[$0] == .unserved }
    #expect(found.zones.flatMap(\.villages).sorted() == unserved)
    #expect(found.unservedCount == unserved.count && found.looseCount == 0 && found.withoutPositionCount == 0)
    #expect(found.zones.count > 3 && unserved.count < 110)
    let context = try GEOSContext()
    let shapes = try found.zones.map { try GEOSGeometry(feature: 0, of: $0.ground, in: context) }
    for (zone, shape) in zip(found.zones, shapes) {
      guard case .valid = try shape.validity() else {
        Issue.record("zone \(zone.lineage.identifier) is invalid")
        continue
      }
      #expect(zone.ground.count == 1 && zone.squareMetres > 0)
      let index = PolygonIndex(zone.ground)
      for village in 0..<scene.villages.count {
        let isMember = zone.villages.contains(village)
        if isMember || scene.column.statuses[village] == .served {
          #expect((index.lowestFeature(containing: scene.villages.coordinates[village]) != nil) == isMember)
        }
      }
      for other in shapes where other !== shape {
        // Edges may touch to the last digit of the grid.
        let shared = try shape.intersection(other).polygonsOnly().column()
        #expect(shared.count == 0 || Geodesic.areaSquareMetres(ofFeature: 0, of: shared) < 1)
      }
    }
  }

  /// A place near a village, with what tells how its surroundings and the way to the village are served.
  private struct Trial {
    /// Places of which one was tried each: itself, eight around it at 12 m, then twenty on the way to the village.
    static let places = 29
    var zone: Int
    var place: Coordinate

    /// Places up to 980 m from each village of a zone.
    static func trials(_ found: DeadZones, _ villages: Villages, seed: UInt64) -> (trials: [Trial], tried: [Coordinate])
    {
      var random = SeededRandom(seed: seed)
      var (trials, tried): ([Trial], [Coordinate]) = ([], [])
      for (number, zone) in found.zones.enumerated() {
        for village in zone.villages.map({ villages.coordinates[$0] }) {
          for _ in 0..<3 {
            let (azimuth, metres) = (
              Double.random(in: -180...180, using: &random), Double.random(in: 30...980, using: &random)
            )
            func on(_ part: Double) -> Coordinate {
              Geodesic.direct(from: village, azimuthDegrees: azimuth, distanceMetres: metres * part).coordinate
            }
            let place = on(1)
            trials.append(Trial(zone: number, place: place))
            tried.append(place)
            for turn in 0..<8 {
              let side = Geodesic.direct(from: place, azimuthDegrees: Double(turn) * 45, distanceMetres: 12)
              tried.append(side.coordinate)
            }
            for step in 0..<20 { tried.append(on(Double(step) / 20)) }
          }
        }
      }
      return (trials, tried)
    }
  }

  /// Ground well within what serves is in no zone, however near its villages are; ground that nothing serves is in the zone
  /// of a village near it, where nothing served lies between.
  @Test(arguments: centres, [1, 2] as [UInt64])
  func `served ground is cut out, and nothing but that`(centre: Coordinate, seed: UInt64) async throws {
    let scene = try await ZoneScene.random(around: centre, seed: seed)
    let found = try await scene.zones()
    let (trials, tried) = Trial.trials(found, scene.villages, seed: seed + 50)
    let statuses = try await Overlay(services: [.signal: scene.sources], measures: [], threads: 2)
      .assess(tried)[.signal].statuses
    let indexes = found.zones.map { PolygonIndex($0.ground) }
    var (served, open) = (0, 0)
    for (number, trial) in trials.enumerated() {
      let answers = statuses[(number * Trial.places)..<((number + 1) * Trial.places)]
      let isIn = indexes[trial.zone].lowestFeature(containing: trial.place) != nil
      if answers.prefix(9).allSatisfy({ $0 == .served }) {
        served += 1
        #expect(!isIn, "served ground at \(trial.place)")
      }
      if answers.allSatisfy({ $0 == .unserved }) {
        open += 1
        #expect(isIn, "open ground at \(trial.place)")
      }
    }
    #expect(served > 2 && open > 50, "\(served) and \(open) of \(trials.count)")
  }

  @Test(arguments: centres) func `zones do not depend on the number of threads`(centre: Coordinate) async throws {
    let scene = try await ZoneScene.random(around: centre, seed: 9)
    let (one, three) = (try await scene.zones(threads: 1), try await scene.zones(threads: 3))
    #expect(one.zones.map(\.lineage) == three.zones.map(\.lineage))
    #expect(one.zones.map(\.villages) == three.zones.map(\.villages))
    for (a, b) in zip(one.zones, three.zones) {
      #expect(a.ground.coordinates == b.ground.coordinates && a.ground.partEnds == b.ground.partEnds)
      #expect(a.squareMetres == b.squareMetres)
    }
  }

  /// One tower of 3 km; villages east of it: one it serves, two 4 km and 5 km away, and one 30 km away.
  private func row() async throws -> ZoneScene {
    let tower = Coordinate(longitude: 105, latitude: 21)
    var towers = GeometryColumn()
    towers.append(tower)
    towers.closePart(.point)
    towers.closeFeature()
    let places = [1000, 4000, 5000, 30_000].map { metres in
      Geodesic.direct(from: tower, azimuthDegrees: 90, distanceMetres: Double(metres)).coordinate
    }
    return try await ZoneScene(
      places, people: ["50", "200", "", "250"],
      sources: [ServiceSource(kind: .range(field: nil, metres: 3000), geometries: towers)])
  }

  @Test func `a zone tells its people, what is nearest, and its score`() async throws {
    let found = try await row().zones(scores: [0, 50, 40, 60])
    #expect(found.zones.map(\.villages) == [[3], [1, 2]])
    #expect(found.zones.map(\.rank) == [1, 2])
    #expect(found.zones.map(\.lineage.identifier) == ["signal-4", "signal-2"])
    let zone = found.zones[1]
    #expect(zone.people.total == 200 && zone.people.unknownVillages == 1)
    #expect(zone.households.total == 40 && zone.households.unknownVillages == 0)
    #expect(zone.nearestServed?.village == 0 && zone.nearestServed?.from == 1)
    #expect(abs((zone.nearestServed?.distanceMetres ?? 0) - 3000) < 0.01)
    #expect(zone.nearestFeature?.village == 1)
    #expect(abs((zone.nearestFeature?.distanceMetres ?? 0) - 1000) < 0.01)
    // 200 people of the score 50; the people of the other are not known.
    #expect(zone.score?.mean == 50 && zone.score?.greatest == 50 && zone.score?.weight == 100)
    // Two discs of 1 km and the corridor of 1 km: the tower reaches just to the western end.
    #expect(abs(zone.squareMetres - (3.1416e6 + 2e6)) < 0.05e6)
  }

  @Test func `without scores zones rank by people`() async throws {
    let found = try await row().zones()
    #expect(found.zones.map(\.villages) == [[3], [1, 2]])
    #expect(found.zones.allSatisfy { $0.score == nil })
  }

  @Test func `zones of too few villages are left out and told`() async throws {
    let found = try await row().zones(DeadZoneSettings(leastVillages: 2))
    #expect(found.zones.map(\.villages) == [[1, 2]])
    #expect(found.unservedCount == 3 && found.looseCount == 1)
    let density = try await row().zones(DeadZoneSettings(method: .dbscan))
    #expect(density.zones.isEmpty && density.looseCount == 3)
  }

  @Test func `villages without a position are in no zone, and told`() async throws {
    let nowhere = Coordinate(longitude: .nan, latitude: .nan)
    var scene = try await ZoneScene([Coordinate(longitude: 105, latitude: 21), nowhere], sources: [])
    let unknown = try await scene.zones()
    #expect(unknown.zones.isEmpty && unknown.unservedCount == 0)
    scene.column.statuses = [.unserved, .unserved]
    let found = try await scene.zones()
    #expect(found.zones.map(\.villages) == [[0]] && found.withoutPositionCount == 1 && found.unservedCount == 2)
  }

  @Test func `identifiers go on from run to run`() async throws {
    let scene = try await row()
    let first = try await scene.zones()
    let earlier = first.zones.map { zone in
      EarlierZone(
        identifier: "signal-old\(zone.rank)", service: .signal, codes: zone.villages.map { scene.villages.codes[$0] },
        isRetired: false)
    }
    let second = try await scene.zones(earlier: earlier)
    #expect(second.zones.map(\.lineage.identifier) == ["signal-old1", "signal-old2"])
    #expect(second.zones.allSatisfy { $0.lineage.change == .kept })
    let wide = try await scene.zones(DeadZoneSettings(reachMetres: 26_000), earlier: earlier)
    #expect(wide.zones.map(\.lineage.identifier) == ["signal-old2"])
    #expect(wide.zones[0].lineage.mergedFrom == ["signal-old1"])
    #expect(wide.retired.map(\.identifier) == ["signal-old1"])
  }
}
