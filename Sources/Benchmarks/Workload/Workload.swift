import GeoFormats
import Geospatial
import Randomness

/// The layers of the benchmark, all made from one seed, any number of features of each.
///
/// Every feature hangs on the seed and its own number alone, so a file of more features begins with those of a smaller
/// one, and none of them has to be kept.
struct Workload {
  /// The seed of the files that results are published for.
  static let usualSeed: UInt64 = 20_261_123

  let fibre: NetworkLines
  let power: NetworkLines
  let towers: Sites
  let villages: Sites
  private let generator: SeededGenerator

  /// How many features each layer has.
  struct Counts {
    var fibre = 20_000
    var power = 30_000
    var towers = 12_000
    var coverage = 3_000
  }

  init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
    let valleys = ValleySystem(generator.fork("valleys"))
    var random = generator.fork("networks")
    let order = ValleySystem.order(count: valleys.count, &random)
    // The networks reach 45, 80 and 70 of a hundred valleys, the same ones first.
    func served(_ percent: Int) -> ValleySystem {
      valleys.restricted(to: Array(order.prefix(valleys.count * percent / 100)))
    }
    fibre = NetworkLines(valleys: served(45), generator: generator.fork("fibre"), form: .fibre)
    power = NetworkLines(valleys: served(80), generator: generator.fork("power"), form: .power)
    towers = .towers(served(70), generator.fork("towers"))
    villages = .villages(valleys, generator.fork("villages"))
  }

  /// Areas around the first `towerCount` towers.
  func coverage(towerCount: Int) -> CoverageAreas {
    CoverageAreas(towers: towers, towerCount: towerCount, generator: generator.fork("coverage"))
  }
}
