import Geospatial
import Glibc
import Testing

@testable import Rollout

@Suite struct LineOfSightTests {
  private static let west = 103.0
  private static let north = 22.0
  private static let side = 601

  /// A square degree whose ground is as high as a function of longitude and latitude says, in **metres**.
  private static func model(_ height: (Double, Double) -> Double) throws -> ElevationModel {
    let step = 1 / Double(side - 1)
    var heights: [Float] = []
    heights.reserveCapacity(side * side)
    for row in 0..<side {
      for column in 0..<side {
        heights.append(Float(height(west + Double(column) * step, north - Double(row) * step)))
      }
    }
    return ElevationModel([
      try #require(
        ElevationGrid(
          west: west, north: north, longitudeStep: step, latitudeStep: step, columnCount: side, rowCount: side,
          samples: .real(heights)))
    ])
  }

  private static let flat = try? model { _, _ in 0 }

  /// An antenna so many metres north of 21.1 degrees, on the meridian 103.5.
  private static func end(_ metres: Double, height: Double) -> RadioEnd {
    let start = Coordinate(longitude: 103.5, latitude: 21.1)
    return RadioEnd(
      Geodesic.direct(from: start, azimuthDegrees: 0, distanceMetres: metres).coordinate, heightMetres: height)
  }

  @Test(arguments: [(45.0, 45.0), (30.0, 10.0), (60.0, 1.5)])
  func `on flat ground antennas see each other up to the sum of their radio horizons`(first: Double, second: Double)
    throws
  {
    let flat = try #require(Self.flat)
    let radius = 4.0 / 3 * 6_371_000
    let horizon = (2 * radius * first).squareRoot() + (2 * radius * second).squareRoot()
    let sight = LineOfSight(flat)
    for (share, isFree) in [(0.99, true), (1.01, false)] {
      let clearance = sight.clearance(
        from: Self.end(0, height: first), to: Self.end(horizon * share, height: second), megahertz: 1_800,
        fresnelShare: 0)
      #expect(clearance.isKnown)
      #expect(clearance.isFree == isFree)
    }
    // The worst place of the blocked path is where the ray touches the ground: at the first horizon.
    let blocked = sight.clearance(
      from: Self.end(0, height: first), to: Self.end(horizon * 1.01, height: second), megahertz: 1_800, fresnelShare: 0)
    #expect(abs(blocked.distanceMetres - (2 * radius * first).squareRoot()) < 0.02 * horizon)
  }

  @Test func `the room in the middle of a hop is height less bulge less the part of the zone`() throws {
    let flat = try #require(Self.flat)
    let distance = 20_000.0
    let clearance = LineOfSight(flat).clearance(
      from: Self.end(0, height: 40), to: Self.end(distance, height: 40), megahertz: 7_500)
    // Bulge 10 km x 10 km / (2 x 8 494 667 m) = 5.886 m; zone √(0.03997 m x 10 km x 10 km / 20 km) = 14.137 m.
    #expect(abs(clearance.leastMetres - (40 - 5.886 - 0.6 * 14.137)) < 0.01)
    #expect(abs(clearance.distanceMetres - 10_000) < 50)
  }

  @Test func `a ridge is in the way from the height that the formula says`() throws {
    // A ridge of some hundred metres' width, 10 km along the path.
    let middle = Self.end(10_000, height: 0).coordinate.latitude
    func clearance(_ ridge: Double) throws -> LineOfSight.Clearance {
      let model = try Self.model { _, latitude in abs(latitude - middle) < 0.002 ? ridge : 0 }
      return LineOfSight(model).clearance(
        from: Self.end(0, height: 40), to: Self.end(20_000, height: 40), megahertz: 7_500)
    }
    let limit = 40 - 5.886 - 0.6 * 14.137
    #expect(try clearance(limit - 0.1).isFree)
    #expect(try !clearance(limit + 0.1).isFree)
    #expect(try abs(clearance(limit + 50).leastMetres - -50) < 0.1)
    #expect(try abs(clearance(limit + 50).distanceMetres - 10_000) < 300)
  }

  @Test func `without a clear zone the bare ray passes where the wave does not`() throws {
    let flat = try #require(Self.flat)
    let (first, second) = (Self.end(0, height: 10), Self.end(20_000, height: 10))
    #expect(LineOfSight(flat).sight(fresnelShare: 0)(first, second, 7_500))
    #expect(!LineOfSight(flat).sight()(first, second, 7_500))
  }

  @Test func `sight is the same both ways`() throws {
    let model = try Self.model { longitude, latitude in 60 * sin(longitude * 90) * cos(latitude * 70) }
    for index in 0..<40 {
      let first = Self.end(Double(index) * 300, height: 20)
      let second = Self.end(60_000 - Double(index) * 700, height: 35)
      let there = LineOfSight(model).clearance(from: first, to: second, megahertz: 7_500)
      let back = LineOfSight(model).clearance(from: second, to: first, megahertz: 7_500)
      #expect(abs(there.leastMetres - back.leastMetres) < 0.5)
    }
  }

  @Test func `where no ground is known only the distance counts`() {
    let clearance = LineOfSight(ElevationModel([])).clearance(
      from: Self.end(0, height: 1), to: Self.end(90_000, height: 1), megahertz: 7_500)
    #expect(!clearance.isKnown)
    #expect(clearance.isFree)
  }

  @Test func `a hill on the way takes a village from a site and a hop from a chain`() throws {
    let middle = Self.end(2_000, height: 0).coordinate.latitude
    let model = try Self.model { _, latitude in abs(latitude - middle) < 0.003 ? 200 : 0 }
    var sources = SignalSources(villages: [Self.end(0, height: 0).coordinate, Self.end(3_500, height: 0).coordinate])
    sources.towers = [StandingTower(Self.end(9_000, height: 0).coordinate, hasFibre: true)]
    let open = try SignalPlanner(SignalGround.problem(sources)).leastCost()
    #expect(open.items.map(\.kind) == [.microwaveHop, .siteSolar, .tower])
    sources.use(model)
    let problem = try SignalGround.problem(sources)
    #expect(problem.covered[0].elementsEqual([0]))
    #expect(problem.sites[0].backhaul == .satellite)
    let plan = try SignalPlanner(problem).leastCost()
    #expect(
      plan.items.map(\.kind) == [
        .satelliteBackhaul, .siteSolar, .tower, .microwaveHop, .siteSolar, .tower,
      ])
  }
}
