import Geospatial
import Testing

@testable import Coverage

@Suite struct OverlayThreadsTests {
  struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state ^ state >> 33) &* 0xFF51_AFD7_ED55_8CCD
    }
  }

  static func position(_ random: inout Generator) -> (Double, Double) {
    // A coarse grid makes places coincide and distances tie.
    (
      100 + Double(Int.random(in: 0...80, using: &random)) / 40,
      20 + Double(Int.random(in: 0...80, using: &random)) / 40
    )
  }

  @Test(arguments: [UInt64(1), 2]) func `the assessment is the same to the bit with any number of threads`(
    seed: UInt64
  ) async throws {
    var random = Generator(state: seed)
    let lines = Layers.column((0..<60).map { _ in [(.line, (0..<6).map { _ in Self.position(&random) })] })
    let towers = Layers.points((0..<60).map { _ in Self.position(&random) })
    let areas = Layers.column(
      (0..<30).map { _ in
        let corner = Self.position(&random)
        return [(.shell, Layers.square(corner.0, corner.1, 0.125))]
      })
    let mixed = Layers.column(
      (0..<20).map { number in
        number % 2 == 0
          ? [(.point, [Self.position(&random)])] : [(.line, [Self.position(&random), Self.position(&random)])]
      })
    let villages = (0..<1_500).map { number in
      let place = number % 50 == 0 ? (Double.nan, Double.nan) : Self.position(&random)
      return Coordinate(longitude: place.0, latitude: place.1)
    }
    var columns: [[Service: ServiceColumn]] = []
    var distances: [[[UInt64]]] = []
    for threads in [1, 2, 4] {
      let overlay = try await Overlay(
        services: [
          .fibre: [
            ServiceSource(kind: .within(metres: 500), geometries: lines),
            ServiceSource(kind: .within(metres: 500), geometries: mixed),
          ],
          .signal: [
            ServiceSource(kind: .range(field: nil, metres: 3_000), geometries: towers),
            ServiceSource(kind: .inside, geometries: areas),
          ],
          .power: [ServiceSource(kind: .within(metres: 1_000), geometries: areas)],
        ], measures: [.init(name: "road", geometries: lines), .init(name: "any", geometries: mixed)], threads: threads)
      let assessment = try await overlay.assess(villages)
      columns.append(assessment.services)
      distances.append(
        Service.allCases.map { assessment[$0].distancesMetres.map(\.bitPattern) }
          + assessment.measures.map { $0.distancesMetres.map(\.bitPattern) })
    }
    for service in Service.allCases {
      let one = try #require(columns[0][service])
      #expect(one.count(of: .served) > 0 && one.count(of: .unserved) > 0 && one.count(of: .unknown) == 30)
      for other in columns.dropFirst() {
        #expect(one.statuses == other[service]?.statuses)
        #expect(one.features == other[service]?.features)
        #expect(one.rules == other[service]?.rules)
      }
    }
    #expect(distances[0] == distances[1] && distances[0] == distances[2])
  }
}

@Suite struct FeatureMismatchTests {
  static let mixed = Layers.column([
    [], [(.point, [(1, 1)])], [(.line, [(0, 0), (1, 1)])], [(.shell, Layers.square(0, 0, 1))],
  ])

  @Test(
    arguments: [
      (RuleKind.within(metres: 1), nil, nil), (.inside, [false, false, false, true], nil),
      (.range(field: nil, metres: 1), [true, true, false, false], nil),
      (
        .inside, nil,
        FeatureMismatch(
          feature: 1, problem: #"found a Point; expected a Polygon or MultiPolygon, for the rule is "inside""#)
      ),
      (
        .range(field: nil, metres: 1), nil,
        FeatureMismatch(
          feature: 2, problem: #"found a LineString; expected a Point, for the rule is "range""#)
      ),
      (
        .range(field: nil, metres: 1), [true, true, false, true],
        FeatureMismatch(
          feature: 3, problem: #"found a Polygon; expected a Point, for the rule is "range""#)
      ),
    ] as [(RuleKind, [Bool]?, FeatureMismatch?)])
  func `the first feature that a rule cannot use is told`(kind: RuleKind, includes: [Bool]?, mismatch: FeatureMismatch?)
  {
    #expect(
      FeatureMismatch.first(in: ServiceSource(kind: kind, geometries: Self.mixed, includes: includes)) == mismatch)
  }
}
