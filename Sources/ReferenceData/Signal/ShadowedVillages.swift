import Geospatial
import Randomness

/// The villages that ridges keep without signal: the farthest valley ends, in clusters.
///
/// This is a wish: towers are sited around it, and the statuses follow from the finished polygons. The order in which
/// the wishes can be given up is kept for the calibration.
struct ShadowedVillages {
  /// Wished for beyond the notice's count; the calibration then brings signal to the easiest of them.
  private static let surplus = 14
  /// Neighbours nearer than this, in **metres**, hear the same tower and share the shadow.
  private static let clusterMetres = 520.0
  /// What weighs how much: remoteness (0 to 2), the landscape, a village's own luck, lack of power, fibre.
  private static let perRemoteness = 1.15
  private static let perLandscape = 1.15
  private static let perLuck = 0.5
  private static let withoutPower = 2.9
  private static let withFibre = -0.9

  /// The villages, the most remote first.
  let order: [Int]

  init(settlement: Settlement, hasPower: [Bool], hasFibre: [Bool], notice: Notice, generator: SeededGenerator) {
    let landscape = SmoothNoise(seed: generator.fork("ridges").nextSeed, cellDegrees: 0.22)
    var stream = generator.fork("shadows")
    let scores = settlement.villages.indices.map { index -> Double in
      let village = settlement.villages[index]
      return Self.perRemoteness * settlement.remoteness(ofStation: village.station)
        + Self.perLandscape * landscape.value(at: village.position) + Self.perLuck * stream.normal()
        + (hasPower[index] ? 0 : Self.withoutPower) + (hasFibre[index] ? Self.withFibre : 0)
    }
    let grid = PointGrid(settlement.villages.map(\.position))
    var isChosen = [Bool](repeating: false, count: scores.count)
    var order: [Int] = []
    for village in scores.indices.sorted(by: { (scores[$0], $1) > (scores[$1], $0) }) {
      if order.count >= notice.withoutSignal + Self.surplus { break }
      let cluster = grid.within(metres: Self.clusterMetres, of: settlement.villages[village].position)
      for member in [village] + cluster where !isChosen[member] {
        isChosen[member] = true
        order.append(member)
      }
    }
    self.order = order
  }
}
