import Geospatial
import Randomness

/// How many listed villages each commune gets.
struct VillageQuota {
  /// Asked for beyond the notice's count, because narrow communes cannot hold their quota; the surplus is trimmed.
  private static let surplus = 1.12
  /// A listed commune has at least two listed villages; the largest real ones have some twenty.
  private static let range = 2.0...18.0
  /// Villages to a square kilometre at most: mountain villages live off some three square kilometres each.
  private static let greatestDensity = 0.34
  /// Spread of the quota between like communes (standard deviation of the logarithm).
  private static let spread = 0.45

  /// The quota of each commune of the settlement, in order; 0 for communes that are not listed.
  static func draw(for communes: [SettledCommune], villages: Int, generator: SeededGenerator) -> [Int] {
    let weights = communes.enumerated().map { index, settled -> Double in
      var stream = generator.fork("quota", index)
      guard stream.chance(settled.province.communeShare) else { return 0 }
      let width = squareKilometres(settled.commune.bounds).squareRoot()
      return (0.35 + settled.province.remoteness) * width * Elementary.exponential(spread * stream.normal())
    }
    let wanted = Double(villages) * surplus
    var scale = wanted / max(1, weights.reduce(0, +))
    var quotas: [Int] = []
    // The caps take villages away from the largest quotas; a few rounds of scaling give them to the others.
    for _ in 0..<8 {
      quotas = zip(weights, communes).map { weight, settled in
        guard weight > 0 else { return 0 }
        let cap = min(range.upperBound, squareKilometres(settled.commune.bounds) * greatestDensity)
        return Int(max(range.lowerBound, min(cap, weight * scale)).rounded())
      }
      scale *= wanted / Double(max(1, quotas.reduce(0, +)))
    }
    return quotas
  }

  private static func squareKilometres(_ box: BoundingBox) -> Double {
    let frame = LocalFrame(at: Coordinate(longitude: box.west, latitude: box.south))
    let corner = frame.offset(of: Coordinate(longitude: box.east, latitude: box.north))
    return corner.east * corner.north / 1_000_000
  }
}
