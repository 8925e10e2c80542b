import Testing

@testable import Rollout

@Suite struct LocationSetCoveringTests {
  @Test(arguments: UInt64(1)...300)
  func `the cheapest cover is the one found by trying every choice`(seed: UInt64) throws {
    let instance = try SmallInstances.instance(seed: seed)
    let coverable = SmallInstances.coverable(instance)
    let choices = SmallInstances.choices(of: instance)
    let most = choices.reduce(0) { $0 | $1.covered }
    for objective in LocationSetCovering.Objective.allCases {
      let cost = { (choice: SmallInstances.Choice) in
        objective == .leastCost ? choice.cost : Double(choice.sites.count)
      }
      let least = try #require(choices.filter { $0.covered == most }.map(cost).min())
      let cover = LocationSetCovering(objective: objective).solve(instance)
      #expect(SmallInstances.areEqual(cover.cost, least))
      #expect(cover.lowerBound <= least + 1e-9 * max(1, least))
      #expect(cover.isOptimal)
      let choice = try #require(choices.first { $0.sites == cover.sites })
      #expect(SmallInstances.areEqual(cost(choice), cover.cost))
      #expect(choice.covered == most)
      #expect(cover.uncoverablePoints == coverable.indices.filter { !coverable[$0] })
    }
  }

  @Test(arguments: [0, 1_000, 20_000, 300_000])
  func `with little work the cover is complete and the bound holds`(work: Int) throws {
    let instance = try SeededTerrain(points: 300, degree: 14, isClustered: false, hasVariedCosts: true, seed: 4)
      .instance()
    let optimum = LocationSetCovering().solve(instance)
    #expect(optimum.isOptimal)
    var solver = LocationSetCovering()
    solver.workLimit = work
    let cover = solver.solve(instance)
    #expect(!instance.coverage(by: cover.sites).contains(false))
    #expect(cover.cost >= optimum.cost)
    #expect(cover.lowerBound <= optimum.cost)
    #expect(cover.lowerBound > 0)
  }

  @Test func `three villages that each pair of towers shares need two towers, though half of each would do`() throws {
    // The odd cycle of Toregas et al.: the linear relaxation builds half of each tower, 1.5 in all.
    let instance = try CoverInstance(
      weights: [1, 1, 1], sites: [CandidateSite](repeating: CandidateSite(), count: 3),
      covered: SparseLists([[0, 1], [1, 2], [0, 2]]))
    let cover = LocationSetCovering(objective: .fewestSites).solve(instance)
    #expect(cover.cost == 2)
    #expect(cover.lowerBound == 2)
  }

  @Test func `an existing tower covers for nothing, a required one is paid for, a forbidden one is not built`() throws {
    let instance = try CoverInstance(
      weights: [1, 1, 1, 1],
      sites: [
        CandidateSite(cost: 100, conditions: .existing), CandidateSite(cost: 5, conditions: .required),
        CandidateSite(cost: 1, conditions: .forbidden), CandidateSite(cost: 7),
      ],
      covered: SparseLists([[0], [1], [2, 3], [2]]))
    let cover = LocationSetCovering().solve(instance)
    #expect(cover.sites == [1, 3])
    #expect(cover.cost == 12)
    #expect(cover.lowerBound == 12)
    #expect(cover.uncoverablePoints == [3])
  }

  @Test func `of two sites in the same place the cheaper is built, of equal ones the first`() throws {
    let sites = [3.0, 2, 2].map { CandidateSite(cost: $0) }
    let instance = try CoverInstance(weights: [1, 1], sites: sites, covered: SparseLists([[0, 1], [0, 1], [0, 1]]))
    #expect(LocationSetCovering().solve(instance).sites == [1])
  }

  @Test func `without sites every point is uncoverable, without points nothing is built`() throws {
    let noSites = try CoverInstance(weights: [1, 2], sites: [], covered: SparseLists())
    #expect(LocationSetCovering().solve(noSites).uncoverablePoints == [0, 1])
    #expect(LocationSetCovering().solve(noSites).cost == 0)
    let noPoints = try CoverInstance(weights: [], sites: [CandidateSite()], covered: SparseLists([[]]))
    let cover = LocationSetCovering().solve(noPoints)
    #expect(cover.sites.isEmpty)
    #expect(cover.isOptimal)
    #expect(cover.gap == 0)
  }

  @Test func `a cancelled search returns a complete cover and a bound that holds`() async throws {
    let instance = try SeededTerrain(points: 400, degree: 10, isClustered: false, hasVariedCosts: false, seed: 2)
      .instance()
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return LocationSetCovering().solve(instance)
    }
    let cover = await task.value
    #expect(cover.wasCancelled)
    #expect(!instance.coverage(by: cover.sites).contains(false))
    #expect(cover.lowerBound <= cover.cost)
    #expect(cover.lowerBound > 0)
  }

  @Test func `the same seed gives the same sites`() throws {
    let instance = try SeededTerrain(points: 300, degree: 12, isClustered: true, hasVariedCosts: false, seed: 9)
      .instance()
    #expect(LocationSetCovering().solve(instance) == LocationSetCovering().solve(instance))
  }
}
