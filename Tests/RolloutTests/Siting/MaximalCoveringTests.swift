import Testing

@testable import Rollout

@Suite struct MaximalCoveringTests {
  @Test(arguments: UInt64(1)...300)
  func `the most people are those found by trying every choice`(seed: UInt64) throws {
    let instance = try SmallInstances.instance(seed: seed)
    let limits: [MaximalCovering.Limit] = [
      .sites(0), .sites(2), .sites(4), .budget(0), .budget(3), .budget(12.5), .budget(1e9),
    ]
    let choices = SmallInstances.choices(of: instance)
    for limit in limits {
      let cost: (SmallInstances.Choice) -> Double
      let money: Double
      switch limit {
      case .sites(let count): (cost, money) = ({ Double($0.sites.count) }, Double(count))
      case .budget(let budget): (cost, money) = ({ $0.cost }, budget)
      }
      guard let most = choices.filter({ cost($0) <= money }).map(\.benefit).max() else {
        #expect(throws: SitingError.self) { try MaximalCovering(limit: limit).solve(instance) }
        continue
      }
      let cover = try MaximalCovering(limit: limit).solve(instance)
      #expect(SmallInstances.areEqual(cover.benefit, most))
      #expect(cover.upperBound >= most - 1e-9 * max(1, most))
      #expect(cover.isOptimal)
      let choice = try #require(choices.first { $0.sites == cover.sites })
      #expect(SmallInstances.areEqual(choice.benefit, cover.benefit))
      #expect(SmallInstances.areEqual(cost(choice), cover.cost))
      #expect(cover.cost <= money)
    }
  }

  @Test(arguments: [0, 1_000, 20_000, 300_000])
  func `with little work the limit is kept and the bound holds`(work: Int) throws {
    let instance = try SeededTerrain(points: 300, degree: 10, isClustered: true, hasVariedCosts: true, seed: 4)
      .instance()
    let optimum = try MaximalCovering(limit: .budget(1500)).solve(instance)
    #expect(optimum.isOptimal)
    var solver = MaximalCovering(limit: .budget(1500))
    solver.workLimit = work
    let cover = try solver.solve(instance)
    #expect(instance.cost(of: cover.sites) <= 1500)
    #expect(cover.benefit <= optimum.benefit)
    #expect(cover.upperBound >= optimum.benefit)
    #expect(cover.benefit > 0)
  }

  @Test func `greed takes the largest tower, the best two are others`() throws {
    // Church and ReVelle's point: 4 people at once, then 1; but the outer two sites serve 3 and 3.
    let instance = try CoverInstance(
      weights: [1, 2, 2, 1], sites: [CandidateSite](repeating: CandidateSite(), count: 3),
      covered: SparseLists([[1, 2], [0, 1], [2, 3]]))
    let cover = try MaximalCovering(limit: .sites(2)).solve(instance)
    #expect(cover.sites == [1, 2])
    #expect(cover.benefit == 6)
    #expect(cover.upperBound == 6)
  }

  @Test func `a budget below the required sites is refused with what they cost`() throws {
    let instance = try CoverInstance(
      weights: [1], sites: [CandidateSite(cost: 9, conditions: .required)], covered: SparseLists([[0]]))
    #expect(throws: SitingError.requiredSitesExceedLimit(cost: 9, limit: 8)) {
      try MaximalCovering(limit: .budget(8)).solve(instance)
    }
  }

  @Test(arguments: [(-1.0, "the budget is -1.0"), (.nan, "the budget is nan"), (.infinity, "the budget is inf")])
  func `a budget that is no amount is refused`(budget: Double, start: String) throws {
    let instance = try CoverInstance(weights: [1], sites: [CandidateSite()], covered: SparseLists([[0]]))
    do {
      _ = try MaximalCovering(limit: .budget(budget)).solve(instance)
      Issue.record("accepted")
    } catch {
      #expect(error.description.hasPrefix(start))
    }
    #expect(throws: SitingError.unusableSiteCount(-2)) { try MaximalCovering(limit: .sites(-2)).solve(instance) }
  }

  @Test func `with nothing to spend what stands is what there is`() throws {
    let instance = try CoverInstance(
      weights: [5, 7], sites: [CandidateSite(conditions: .existing), CandidateSite(cost: 1)],
      covered: SparseLists([[0], [1]]))
    let cover = try MaximalCovering(limit: .budget(0)).solve(instance)
    #expect(cover.sites.isEmpty)
    #expect(cover.benefit == 5)
    #expect(cover.upperBound == 5)
  }

  @Test func `without sites or points nothing is covered and that is proven`() throws {
    let noSites = try CoverInstance(weights: [1, 2], sites: [], covered: SparseLists())
    let cover = try MaximalCovering(limit: .sites(3)).solve(noSites)
    #expect(cover.benefit == 0)
    #expect(cover.isOptimal)
    let noPoints = try CoverInstance(weights: [], sites: [CandidateSite()], covered: SparseLists([[]]))
    #expect(try MaximalCovering(limit: .sites(1)).solve(noPoints).isOptimal)
  }

  @Test func `a cancelled search keeps to the budget and its bound holds`() async throws {
    let instance = try SeededTerrain(points: 400, degree: 10, isClustered: false, hasVariedCosts: true, seed: 2)
      .instance()
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return try MaximalCovering(limit: .budget(2000)).solve(instance)
    }
    let cover = try await task.value
    #expect(cover.wasCancelled)
    #expect(cover.cost <= 2000)
    #expect(cover.benefit > 0)
    #expect(cover.upperBound >= cover.benefit)
  }
}
