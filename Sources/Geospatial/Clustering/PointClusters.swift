/// A grouping of positions: which belong together, and by what links.
public struct PointClusters: Sendable, Hashable {
  /// The cluster of each position, from 0, in the order of their lowest positions; -1 for a position of none.
  public var labels: [Int32]
  /// For each position of a cluster, but for one, another one of it at most the reach away, so that all these links
  /// together join the cluster; -1 for the one and for positions of no cluster.
  public var links: [Int32]
  /// How many clusters there are.
  public var count: Int

  /// The positions of each cluster, ascending. O(n).
  public var members: [[Int]] {
    var members = [[Int]](repeating: [], count: count)
    for (position, label) in labels.enumerated() where label >= 0 { members[Int(label)].append(position) }
    return members
  }

  /// Clusters by any labels, numbered anew.
  init(labels: [Int32], links: [Int32]) {
    var numbers: [Int32: Int32] = [:]
    self.labels = labels.map { label in
      guard label >= 0 else { return -1 }
      if let number = numbers[label] { return number }
      let number = Int32(truncatingIfNeeded: numbers.count)
      numbers[label] = number
      return number
    }
    self.links = links
    count = numbers.count
  }
}
