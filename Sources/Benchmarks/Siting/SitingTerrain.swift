import Geospatial
import Randomness
import Rollout

/// Villages and candidate sites made from a seed, on the latitudes of northern Vietnam.
struct SitingTerrain {
  /// How villages lie.
  enum Settlement: String, CaseIterable {
    /// Evenly at random.
    case uniform
    /// Four in five around centres, forty to a centre.
    case clustered
  }

  /// What sites cost.
  enum Costs: String, CaseIterable {
    /// All 1.
    case unit
    /// Whole numbers from 50 to 200.
    case varied
  }

  var villages: Int
  var sites: Int
  /// How many villages a site reaches on average, if they lie evenly.
  var density: Double
  var settlement: Settlement
  var costs: Costs
  var seed: UInt64

  /// As in `uniform-varied-1000-12`.
  var name: String { "\(settlement.rawValue)-\(costs.rawValue)-\(villages)-\(Int(density))" }

  /// The instance. The first sites are at the villages, those beyond at places of their own.
  func instance() throws -> CoverInstance {
    var generator = SeededGenerator(seed: seed).fork("siting", villages)
    let (west, south, side) = (103.5, 20.0, 2.0)
    let centres = (0..<max(1, villages / 40)).map { _ in (generator.fraction(), generator.fraction()) }
    func place(_ generator: inout SeededGenerator) -> Coordinate {
      var (east, north) = (generator.fraction(), generator.fraction())
      if settlement == .clustered, generator.chance(0.8) {
        let centre = centres[generator.index(centres.count)]
        (east, north) = (centre.0 + 0.02 * generator.normal(), centre.1 + 0.02 * generator.normal())
      }
      return Coordinate(longitude: west + side * east, latitude: south + side * north)
    }
    let points = (0..<villages).map { _ in place(&generator) }
    let positions = (0..<sites).map { $0 < villages ? points[$0] : place(&generator) }
    let people = points.map { _ in Double(50 + Int(generator.exponential(mean: 400))) }
    let candidates = positions.map { _ in
      CandidateSite(cost: costs == .unit ? 1 : Double(50 + generator.index(151)))
    }
    let width = Geodesic.distance(
      Coordinate(longitude: west, latitude: south + side / 2),
      Coordinate(longitude: west + side, latitude: south + side / 2))
    let height = Geodesic.distance(
      Coordinate(longitude: west, latitude: south), Coordinate(longitude: west, latitude: south + side))
    let reach = (density * width * height / (Double(villages) * Elementary.pi)).squareRoot()
    return try CoverInstance(
      points: points, weights: people, positions: positions, sites: candidates,
      reachMetres: [Double](repeating: reach, count: sites))
  }

  /// A fifth of what sites that reach all villages without overlap would cost.
  func budget(_ instance: CoverInstance) -> Double {
    (instance.sites.reduce(0) { $0 + $1.cost } / density / 5).rounded()
  }
}
