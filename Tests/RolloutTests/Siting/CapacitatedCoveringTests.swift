import Testing

@testable import Rollout

@Suite struct CapacitatedCoveringTests {
  /// The most people that open sites can serve: the least cut over all sets of points (Ford and Fulkerson).
  private static func served(_ instance: CoverInstance, _ open: [Int]) -> Double {
    let all = open + instance.sites.indices.filter { instance.sites[$0].conditions.contains(.existing) }
    let masks = all.map { site in instance.covered[site].reduce(0) { $0 | 1 << Int($1) } }
    var least = Double.infinity
    // Points in the set are cut from their sites, the others from the source.
    for set in 0..<(1 << instance.pointCount) {
      var cut = 0.0
      for point in 0..<instance.pointCount where set >> point & 1 == 0 { cut += instance.weights[point] }
      for (site, mask) in zip(all, masks) where mask & set != 0 {
        cut += instance.sites[site].capacity ?? .infinity
      }
      least = min(least, cut)
    }
    return least
  }

  @Test(arguments: UInt64(1)...40)
  func `people served are those of the least cut, and optima lie between value and bound`(seed: UInt64) throws {
    let instance = try SmallInstances.instance(seed: seed, isCapacitated: true)
    let choices = SmallInstances.choices(of: instance)
    let people = choices.map { Self.served(instance, $0.sites) }
    for (choice, most) in zip(choices, people) {
      #expect(SmallInstances.areEqual(CapacitatedCovering.served(instance, by: choice.sites), most))
    }
    let target = people.max() ?? 0
    let least = try #require(zip(choices, people).filter { $1 >= target - 1e-6 }.map { $0.0.cost }.min())
    let cover = CapacitatedCovering().leastCost(instance)
    #expect(cover.cost >= least - 1e-6)
    #expect(cover.lowerBound <= least + 1e-6)
    #expect(Self.served(instance, cover.sites) >= target - 1e-5)
    #expect(SmallInstances.areEqual(instance.cost(of: cover.sites), cover.cost))
    for budget in [0.0, 6, 15] {
      guard let most = zip(choices, people).filter({ $0.0.cost <= budget }).map(\.1).max() else { continue }
      let cover = try CapacitatedCovering().mostPeople(instance, limit: .budget(budget))
      #expect(cover.benefit <= most + 1e-6)
      #expect(cover.upperBound >= most - 1e-6)
      #expect(instance.cost(of: cover.sites) <= budget)
      #expect(SmallInstances.areEqual(Self.served(instance, cover.sites), cover.benefit))
    }
  }

  @Test func `people move to another tower to make room for those who have no choice`() throws {
    let instance = try CoverInstance(
      weights: [10, 10], sites: [CandidateSite(capacity: 10), CandidateSite(capacity: 10)],
      covered: SparseLists([[0, 1], [0]]))
    var assignment = CapacityAssignment(instance)
    #expect(assignment.open(0) == 10)
    #expect(assignment.unservedPeople == [0, 10])
    #expect(assignment.open(1) == 10)
    #expect(assignment.unservedPeople == [0, 0])
    #expect(assignment.parts.map(\.site) == [0, 1])
    #expect(assignment.parts.map(\.point) == [1, 0])
    #expect(assignment.parts.map(\.people) == [10, 10])
  }

  @Test func `two small towers are needed where one would cover`() throws {
    let instance = try CoverInstance(
      weights: [60, 50], sites: [70.0, 70, 30].map { CandidateSite(cost: $0 / 10, capacity: $0) },
      covered: SparseLists([[0, 1], [0, 1], [0, 1]]))
    let cover = CapacitatedCovering().leastCost(instance)
    #expect(cover.cost == 14)
    #expect(cover.lowerBound > 10.9)
    #expect(cover.lowerBound <= 14)
    #expect(cover.uncoverablePoints.isEmpty)
    let most = try CapacitatedCovering().mostPeople(instance, limit: .sites(1))
    #expect(most.benefit == 70)
    #expect(most.upperBound >= 70)
  }
}
