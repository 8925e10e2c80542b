import Geospatial

extension CoverInstance {
  /// The instance of demand points and sites on the ellipsoid: a site covers the points within its reach.
  ///
  /// - `points`: where each demand point is; `weights` what it counts, in the same order.
  /// - `positions`: where each site is; `sites` and `reachMetres`, in **metres** over the ellipsoid, in the same order.
  ///
  /// Pairs are found through a packed index, so that no matrix of all distances is made: about O(sites log points +
  /// pairs). Throws when counts differ, a position is not on earth, a reach is negative, or as `init` does.
  public init(
    points: [Coordinate], weights: [Double], positions: [Coordinate], sites: [CandidateSite], reachMetres: [Double]
  ) throws(SitingError) {
    guard points.count == weights.count else {
      throw .unequalWeights(points: points.count, weights: weights.count)
    }
    guard positions.count == sites.count else {
      throw .unequalCounts(sites: sites.count, lists: positions.count)
    }
    guard reachMetres.count == sites.count else {
      throw .unequalCounts(sites: sites.count, lists: reachMetres.count)
    }
    for (index, point) in points.enumerated() where !point.isOnEarth {
      throw .unusablePosition(kind: "point", index: index)
    }
    for (index, position) in positions.enumerated() where !position.isOnEarth {
      throw .unusablePosition(kind: "site", index: index)
    }
    for (index, metres) in reachMetres.enumerated() where !(metres >= 0 && metres.isFinite) {
      throw .unusableReach(site: index, metres: metres)
    }
    let index = PointIndex(GeometryColumn(points: points))
    var lists = [[Int]](repeating: [], count: sites.count)
    index.withSearch { search in
      for site in sites.indices {
        lists[site] = search.features(within: reachMetres[site], of: positions[site]).map(\.feature)
      }
    }
    try self.init(weights: weights, sites: sites, covered: SparseLists(lists))
  }
}
