/// Single-linkage clusters cut at a reach: the connected components of the graph that joins every two positions at most the
/// reach apart (J. C. Gower and G. J. S. Ross, *Minimum spanning trees and single linkage cluster analysis*, 1969).
///
/// ```swift
/// let clusters = SingleLinkage.clusters(of: villages, reachMetres: 5000)
/// ```
///
/// Distances are geodesic and exact; longitudes wrap and poles are places like others.
public enum SingleLinkage {
  /// The clusters of `coordinates` at `reachMetres` **metres**; every position is in one.
  ///
  /// All coordinates must be numbers. About O(n log n), however many pairs are within reach: a flood in which each
  /// position is found once.
  public static func clusters(of coordinates: [Coordinate], reachMetres: Double) -> PointClusters {
    let points = DwindlingPoints(coordinates)
    var labels = [Int32](repeating: -1, count: coordinates.count)
    var links = labels
    var front: [Int] = []
    for start in coordinates.indices where labels[start] < 0 {
      let label = Int32(truncatingIfNeeded: start)
      front.append(start)
      while let position = front.popLast() {
        points.take(within: reachMetres, of: coordinates[position]) { found in
          labels[found] = label
          guard found != start else { return }
          links[found] = Int32(truncatingIfNeeded: position)
          front.append(found)
        }
      }
    }
    return PointClusters(labels: labels, links: links)
  }
}
