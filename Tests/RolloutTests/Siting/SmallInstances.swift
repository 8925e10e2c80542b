import Randomness

@testable import Rollout

/// Instances small enough to try every choice.
struct SmallInstances {
  /// The instance of a seed: up to 12 sites and 12 points, with every kind of condition and cost now and then.
  static func instance(seed: UInt64, isCapacitated: Bool = false) throws -> CoverInstance {
    var generator = SeededGenerator(seed: seed)
    let pointCount = 1 + generator.index(12)
    let siteCount = 1 + generator.index(isCapacitated ? 8 : 12)
    let density = generator.number(0.08, 0.45)
    let costs = generator.index(3)
    let lists = (0..<siteCount).map { _ in (0..<pointCount).filter { _ in generator.chance(density) } }
    let sites = (0..<siteCount).map { _ in
      let cost = costs == 0 ? 1 : costs == 1 ? Double(generator.index(20)) : generator.number(0, 10)
      var conditions: CandidateSite.Conditions = []
      if generator.chance(0.05) { conditions = .required }
      if generator.chance(0.05) { conditions = .forbidden }
      if generator.chance(0.05) { conditions = .existing }
      let capacity = isCapacitated && generator.chance(0.8) ? Double(generator.index(60)) : nil
      return CandidateSite(cost: cost, capacity: capacity, conditions: conditions)
    }
    let hasWholeWeights = generator.chance(0.7)
    let weights = (0..<pointCount).map { _ in
      hasWholeWeights ? Double(generator.index(30)) : generator.number(0, 30)
    }
    return try CoverInstance(weights: weights, sites: sites, covered: SparseLists(lists))
  }

  /// A choice of sites that the conditions allow, and what it covers, a bit a point.
  struct Choice {
    var sites: [Int]
    var covered: Int
    var cost: Double
    var benefit: Double
  }

  /// All choices of sites that the conditions allow.
  static func choices(of instance: CoverInstance) -> [Choice] {
    let sites = instance.sites
    let masks = sites.indices.map { site in instance.covered[site].reduce(0) { $0 | 1 << Int($1) } }
    let standing = sites.indices.filter { sites[$0].conditions.contains(.existing) }.reduce(0) { $0 | masks[$1] }
    let benefits = (0..<(1 << instance.pointCount)).map { bits in
      instance.weights.indices.reduce(0.0) { bits >> $1 & 1 == 1 ? $0 + instance.weights[$1] : $0 }
    }
    var choices = [Choice(sites: [], covered: standing, cost: 0, benefit: benefits[standing])]
    for site in sites.indices where sites[site].conditions.isDisjoint(with: [.forbidden, .existing]) {
      let with = choices.map { choice in
        let covered = choice.covered | masks[site]
        return Choice(
          sites: choice.sites + [site], covered: covered, cost: choice.cost + sites[site].cost,
          benefit: benefits[covered])
      }
      choices = sites[site].conditions.contains(.required) ? with : choices + with
    }
    return choices
  }

  /// The points that can be covered at all.
  static func coverable(_ instance: CoverInstance) -> [Bool] {
    instance.coverage(by: instance.sites.indices.filter { !instance.sites[$0].conditions.contains(.forbidden) })
  }

  /// Whether two sums are equal but for rounding.
  static func areEqual(_ a: Double, _ b: Double) -> Bool { abs(a - b) <= 1e-7 * max(1, abs(a), abs(b)) }
}
