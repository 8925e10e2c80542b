import Randomness

@testable import Rollout

/// Villages in a square, and a site at each: an instance too large to try every choice.
struct SeededTerrain {
  var points: Int
  /// About how many points a site covers if they are spread evenly.
  var degree: Double
  var isClustered: Bool
  var hasVariedCosts: Bool
  var seed: UInt64

  func instance() throws -> CoverInstance {
    var generator = SeededGenerator(seed: seed)
    let centres = (0..<max(1, points / 40)).map { _ in (generator.fraction(), generator.fraction()) }
    let places = (0..<points).map { _ in
      guard isClustered, generator.chance(0.8) else { return (generator.fraction(), generator.fraction()) }
      let centre = centres[generator.index(centres.count)]
      return (centre.0 + 0.02 * generator.normal(), centre.1 + 0.02 * generator.normal())
    }
    let squaredReach = degree / Double(points) / Elementary.pi
    let lists = places.map { site in
      places.indices.filter {
        let (east, north) = (places[$0].0 - site.0, places[$0].1 - site.1)
        return east * east + north * north <= squaredReach
      }
    }
    let weights = places.map { _ in Double(50 + generator.index(800)) }
    let sites = places.map { _ in CandidateSite(cost: hasVariedCosts ? Double(50 + generator.index(151)) : 1) }
    return try CoverInstance(weights: weights, sites: sites, covered: SparseLists(lists))
  }
}
