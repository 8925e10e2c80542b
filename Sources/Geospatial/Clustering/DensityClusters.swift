/// Density-based clusters: DBSCAN of M. Ester, H.-P. Kriegel, J. Sander and X. Xu, *A density-based algorithm for
/// discovering clusters in large spatial databases with noise*, KDD 1996.
///
/// A position is a *core* when at least so many positions, itself among them, are within the reach of it. Cores within
/// reach of each other are one cluster. A position that is no core but within reach of one is on the *border* of a cluster:
/// that of the nearest core, of equally near ones the one that stands first, so that the result does not hang on the
/// order of the search as it does in the paper. All others are noise.
public enum DensityClusters {
  /// The clusters of `coordinates` with a reach of `reachMetres` **metres** (the paper's Eps) and cores of at least
  /// `leastCount` positions (MinPts); a position that is noise has no cluster.
  ///
  /// All coordinates must be numbers. About O(n (m + log n)) for `leastCount` m, however many pairs are within reach.
  public static func clusters(
    of coordinates: [Coordinate], reachMetres: Double, leastCount: Int
  ) -> PointClusters {
    let points = DwindlingPoints(coordinates)
    let cores = coordinates.indices.filter {
      leastCount <= 1 || points.has(leastCount, within: reachMetres, of: coordinates[$0])
    }
    let coreCoordinates = cores.map { coordinates[$0] }
    let linkage = SingleLinkage.clusters(of: coreCoordinates, reachMetres: reachMetres)
    var labels = [Int32](repeating: -1, count: coordinates.count)
    var links = labels
    for (core, position) in cores.enumerated() {
      labels[position] = linkage.labels[core]
      let link = Int(linkage.links[core])
      links[position] = link < 0 ? -1 : Int32(truncatingIfNeeded: cores[link])
    }
    guard cores.count < coordinates.count else { return PointClusters(labels: labels, links: links) }
    let index = PointIndex(GeometryColumn(points: coreCoordinates))
    index.withSearch { search in
      for position in coordinates.indices where labels[position] < 0 {
        guard let core = search.nearest(to: coordinates[position], within: reachMetres)?.feature else { continue }
        labels[position] = linkage.labels[core]
        links[position] = Int32(truncatingIfNeeded: cores[core])
      }
    }
    return PointClusters(labels: labels, links: links)
  }
}

extension GeometryColumn {
  /// A column with a feature of one point for each of `coordinates`.
  public init(points coordinates: [Coordinate]) {
    self.init()
    self.coordinates = coordinates
    partKinds = [PartKind](repeating: .point, count: coordinates.count)
    partEnds = (0..<coordinates.count).map { Int32(truncatingIfNeeded: $0 + 1) }
    featureEnds = partEnds
  }
}
