import Geospatial
import Testing

@testable import Rollout

@Suite struct CoverInstanceTests {
  @Test(arguments: [
    (CandidateSite(cost: -3), SitingError.unusableCost(site: 1, cost: -3)),
    (CandidateSite(cost: .infinity), .unusableCost(site: 1, cost: .infinity)),
    (CandidateSite(capacity: -1), .unusableCapacity(site: 1, capacity: -1)),
    (CandidateSite(conditions: [.required, .forbidden]), .conflictingConditions(site: 1)),
    (CandidateSite(conditions: [.existing, .forbidden]), .conflictingConditions(site: 1)),
  ])
  func `a site that makes no sense is refused by its number`(site: CandidateSite, error: SitingError) {
    #expect(throws: error) {
      try CoverInstance(weights: [1], sites: [CandidateSite(), site], covered: SparseLists([[0], [0]]))
    }
  }

  @Test func `points that are not there and weights below zero are refused`() {
    #expect(throws: SitingError.noSuchPoint(site: 0, point: 1, pointCount: 1)) {
      try CoverInstance(weights: [1], sites: [CandidateSite()], covered: SparseLists([[1]]))
    }
    #expect(throws: SitingError.unusableWeight(point: 0, weight: -1)) {
      try CoverInstance(weights: [-1], sites: [CandidateSite()], covered: SparseLists([[0]]))
    }
    #expect(throws: SitingError.unequalCounts(sites: 1, lists: 0)) {
      try CoverInstance(weights: [1], sites: [CandidateSite()], covered: SparseLists())
    }
  }

  @Test func `a site covers the villages within its reach over the ellipsoid`() throws {
    // One minute of latitude at 22° N is 1,845.4 m on WGS 84.
    let points = [0.0, 1, 2, 3].map { Coordinate(longitude: 105, latitude: 22 + $0 / 60) }
    let instance = try CoverInstance(
      points: points, weights: [1, 1, 1, 1], positions: [points[0], points[1]],
      sites: [CandidateSite(), CandidateSite()], reachMetres: [1840, 3700])
    #expect(Array(instance.covered[0]) == [0])
    #expect(Array(instance.covered[1]) == [0, 1, 2, 3])
  }

  @Test func `what a site covers is what the distances say, also across the antimeridian`() throws {
    let points = (0..<40).map { index in
      Coordinate(longitude: (index < 20 ? 179.9 : -180) + 0.005 * Double(index % 20), latitude: 0.001)
    }
    let reach = (0..<40).map { Double($0) * 400 }
    let instance = try CoverInstance(
      points: points, weights: [Double](repeating: 1, count: 40), positions: points,
      sites: [CandidateSite](repeating: CandidateSite(), count: 40), reachMetres: reach)
    for site in points.indices {
      let expected = points.indices.filter { Geodesic.distance(points[site], points[$0]) <= reach[site] }
      #expect(instance.covered[site].map(Int.init) == expected)
    }
  }

  @Test func `positions off the earth and reaches below zero are refused`() {
    let here = Coordinate(longitude: 105, latitude: 22)
    #expect(throws: SitingError.unusablePosition(kind: "site", index: 0)) {
      try CoverInstance(
        points: [here], weights: [1], positions: [Coordinate(longitude: 500_000, latitude: 22)],
        sites: [CandidateSite()], reachMetres: [1])
    }
    #expect(throws: SitingError.unusableReach(site: 0, metres: -1)) {
      try CoverInstance(points: [here], weights: [1], positions: [here], sites: [CandidateSite()], reachMetres: [-1])
    }
    #expect(throws: SitingError.unequalWeights(points: 1, weights: 2)) {
      try CoverInstance(points: [here], weights: [1, 1], positions: [here], sites: [CandidateSite()], reachMetres: [1])
    }
  }
}
