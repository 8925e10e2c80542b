import GeoFormats
import Geospatial
import Testing

@testable import Coverage

@Suite struct OverlayTests {
  /// Along the equator a degree of longitude is 111,319.490793 m (6,378,137 m × π / 180), so distances are known by hand.
  static let metresPerDegree = 111_319.490_793_273_57

  static func places(_ metres: [Double]) -> [Coordinate] {
    metres.map { Coordinate(longitude: 100 + $0 / metresPerDegree, latitude: 0) }
  }

  /// A line across the equator at 100 degrees east.
  static let cable = Layers.column([[(.line, [(100, -1), (100, 1)])]])

  static func assess(
    _ sources: [ServiceSource], _ villages: [Coordinate], service: Service = .fibre, threads: Int = 1
  ) async throws -> ServiceColumn {
    try await Overlay(services: [service: sources], threads: threads).assess(villages)[service]
  }

  @Test func `within counts up to its distance on the ellipsoid`() async throws {
    let column = try await Self.assess(
      [ServiceSource(kind: .within(metres: 500), geometries: Self.cable)],
      Self.places([0, 499.9, 500.1, -499.9, 9_000]))
    #expect(column.statuses == [.served, .served, .unserved, .served, .unserved])
    for (found, expected) in zip(column.distancesMetres, [0, 499.9, 500.1, 499.9, 9_000]) {
      #expect(abs(found - expected) < 0.001)
    }
    #expect(column.features == [0, 0, 0, 0, 0])
    #expect(column.rules == [0, 0, 0, 0, 0])
  }

  @Test func `within takes points, lines and polygons, and is 0 inside a polygon`() async throws {
    let geometries = Layers.column([
      [(.point, [(100, 0)])], [(.shell, Layers.square(101, -0.5, 1)), (.hole, Layers.square(101.4, -0.1, 0.2))],
      [(.line, [(103, -1), (103, 1)])],
    ])
    let villages = [(100, 0), (101.2, 0), (101.5, 0), (102, 0), (102.001, 0), (102.9, 0)].map {
      Coordinate(longitude: $0.0, latitude: $0.1)
    }
    let column = try await Self.assess([ServiceSource(kind: .within(metres: 200), geometries: geometries)], villages)
    #expect(column.statuses == [.served, .served, .unserved, .served, .served, .unserved])
    #expect(column.features == [0, 1, 1, 1, 1, 2])
    #expect(column.distancesMetres[1] == 0)
    // From the middle of the hole to its border: 0.1 degrees north, along the meridian.
    #expect(abs(column.distancesMetres[2] - 11_057.4) < 0.1)
    #expect(abs(column.distancesMetres[4] - 111.3195) < 0.001)
  }

  @Test func `of features at the same place the lowest is told, whatever its kind`() async throws {
    let village = [Coordinate(longitude: 100, latitude: 0)]
    let square: [(GeometryColumn.PartKind, [(Double, Double)])] = [(.shell, Layers.square(99, -1, 2))]
    let line: [(GeometryColumn.PartKind, [(Double, Double)])] = [(.line, [(100, -1), (100, 1)])]
    let point: [(GeometryColumn.PartKind, [(Double, Double)])] = [(.point, [(100, 0)])]
    for features in [[square, line, point], [line, point, square], [point, square, line], [point, line, square]] {
      let index = DistanceIndex(Layers.column(features))
      #expect(index.nearest(to: village[0]) == Neighbour(feature: 0, distanceMetres: 0))
    }
    // Off the line by the same distance as a point on it, but for nanometres.
    let north = Coordinate(longitude: 100.05, latitude: 0.5)
    for features in [[line, [(.point, [(100.0, 0.5)])]], [[(.point, [(100.0, 0.5)])], line]] {
      let index = DistanceIndex(Layers.column([features[0], features[1], features[0]]))
      let nearest = try #require(index.nearest(to: north))
      let foot = Geodesic.distance(north, Coordinate(longitude: 100, latitude: 0.5))
      #expect(nearest.feature == 0 || nearest.distanceMetres < foot - 1e-6)
    }
  }

  @Test func `inside counts the border, and distances are to the border`() async throws {
    let area = Layers.column([[], [(.shell, Layers.square(100, 0, 1))]])
    let villages = [(100.5, 0.5), (100, 0), (100, 0.5), (99.999, 0), (101.1, 0)].map {
      Coordinate(longitude: $0.0, latitude: $0.1)
    }
    let column = try await Self.assess([ServiceSource(kind: .inside, geometries: area)], villages, service: .signal)
    #expect(column.statuses == [.served, .served, .served, .unserved, .unserved])
    #expect(column.features == [1, 1, 1, 1, 1])
    #expect(column.distancesMetres[..<3] == [0, 0, 0])
    #expect(abs(column.distancesMetres[3] - 111.3195) < 0.001)
    #expect(abs(column.distancesMetres[4] - 11_131.949) < 0.001)
  }

  @Test func `a range is each feature's own, else that of the rule, else none`() async throws {
    let layer = try await Layers.read(
      [#""range":1000"#, #""range":"2000""#, #""range":null"#, #""range":"far""#, #""x":1"#].enumerated().map {
        #"{"type":"Feature","properties":{\#($0.element)},"geometry":{"type":"Point","coordinates":[\#(100 + $0.offset),0]}}"#
      }.joined(separator: "\n"), keys: ["range"])
    func served(_ default: Double?, metres: Double) async throws -> [Status] {
      let rule = Rule(layer: "towers", kind: .range(field: "range", metres: `default`))
      let villages = (0..<5).map {
        Coordinate(longitude: 100 + Double($0) + metres / Self.metresPerDegree, latitude: 0)
      }
      return try await Self.assess([ServiceSource(rule, layer: layer)], villages, service: .signal).statuses
    }
    #expect(try await served(nil, metres: 999) == [.served, .served, .unserved, .unserved, .unserved])
    #expect(try await served(nil, metres: 1_001) == [.unserved, .served, .unserved, .unserved, .unserved])
    #expect(try await served(1_500, metres: 1_400) == [.unserved, .served, .served, .served, .served])
    #expect(try await served(1_500, metres: 2_001) == Array(repeating: .unserved, count: 5))
  }

  @Test func `a range over plain geometries is that of the rule`() async throws {
    let towers = Layers.points([(100, 0), (101, 0)])
    let column = try await Self.assess(
      [ServiceSource(kind: .range(field: nil, metres: 1_000), geometries: towers)], Self.places([999, 1_001]))
    #expect(column.statuses == [.served, .unserved])
    #expect(abs(column.distancesMetres[1] - 1) < 0.001)
    let own = try await Self.assess(
      [ServiceSource(kind: .range(field: "r", metres: nil), geometries: towers, reachMetres: [.nan, 5_000])],
      Self.places([0]))
    #expect(own.features == [1])
    let nobody = try await Self.assess(
      [ServiceSource(kind: .range(field: "r", metres: nil), geometries: towers)], Self.places([0]))
    #expect(nobody.statuses == [.unknown])
  }

  @Test func `any rule that serves is enough and the least distance is told`() async throws {
    let far = Layers.column([[(.line, [(100.01, -1), (100.01, 1)])]])
    let column = try await Self.assess(
      [
        ServiceSource(kind: .within(metres: 100), geometries: Self.cable),
        ServiceSource(kind: .within(metres: 1_000), geometries: far),
        ServiceSource(kind: .inside, geometries: GeometryColumn()),
      ], Self.places([50, 300, 700, -200]))
    #expect(column.statuses == [.served, .served, .served, .unserved])
    #expect(column.rules == [0, 0, 1, 0])
    for (found, expected) in zip(column.distancesMetres, [50, 300, 413.195, 200]) {
      #expect(abs(found - expected) < 0.001)
    }
  }

  @Test func `without position, features or rules nothing is known`() async throws {
    let nowhere = Coordinate(longitude: .nan, latitude: .nan)
    let villages = [nowhere] + Self.places([0]) + [Coordinate(longitude: 100, latitude: .nan)]
    let column = try await Self.assess([ServiceSource(kind: .within(metres: 500), geometries: Self.cable)], villages)
    #expect(column.statuses == [.unknown, .served, .unknown])
    #expect(column.distancesMetres.map(\.isNaN) == [true, false, true])
    #expect(column.features == [-1, 0, -1] && column.rules == [-1, 0, -1])
    #expect(column.count(of: .unknown) == 2)
    for kind in [RuleKind.within(metres: 500), .inside, .range(field: nil, metres: 500)] {
      for source in [
        ServiceSource(kind: kind, geometries: GeometryColumn()),
        ServiceSource(kind: kind, geometries: Layers.column([[]])),
        ServiceSource(kind: kind, geometries: Layers.points([(100, 0)]), includes: [false], reachMetres: [500]),
      ] {
        #expect(!source.hasFeatures)
        #expect(try await Self.assess([source], villages).statuses == [.unknown, .unknown, .unknown])
      }
    }
    let assessment = try await Overlay(services: [:]).assess(villages)
    #expect(assessment[.power].statuses == [.unknown, .unknown, .unknown])
    #expect(try await Overlay(services: [:]).assess([])[.fibre].statuses.isEmpty)
  }

  @Test func `measures are distances to the nearest feature that counts`() async throws {
    let roads = Layers.column([[(.line, [(100, -1), (100, 1)])], [], [(.point, [(100.02, 0)])]])
    let overlay = try await Overlay(
      services: [:],
      measures: [
        .init(name: "all", geometries: roads), .init(name: "points", geometries: roads, includes: [false, true, true]),
        .init(name: "none", geometries: GeometryColumn()),
      ])
    let measures = try await overlay.assess(Self.places([100, 2_000]) + [Coordinate(longitude: .nan, latitude: 0)])
      .measures
    #expect(measures.map(\.name) == ["all", "points", "none"])
    #expect(measures.map(\.features) == [[0, 2, -1], [2, 2, -1], [-1, -1, -1]])
    #expect(abs(measures[0].distancesMetres[0] - 100) < 0.001)
    #expect(abs(measures[1].distancesMetres[1] - 226.3898) < 0.001)
    #expect(measures[2].distancesMetres.allSatisfy { $0.isNaN })
  }
}
