/// Who is served from where when sites serve only so many people: the most people at once, by augmenting flow.
///
/// The people of a point may be split over several sites, as telephones choose the tower that has room. The weights of the
/// instance must be people. Adding a site never makes the flow smaller, and is done in place; L. Ford and D. Fulkerson, *Maximal
/// flow through a network*, Canadian Journal of Mathematics 8, 1956, with the shortest augmenting paths of J. Edmonds and
/// R. Karp, Journal of the ACM 19, 1972.
public struct CapacityAssignment: Sendable {
  private let instance: CoverInstance
  private let sitesOfPoint: SparseLists
  /// The people that each entry of the instance's lists brings to its site.
  private var flows: [Double]
  private var isOpen: [Bool]
  private var room: [Double]
  private var unserved: [Double]
  /// The entry of the instance's lists for each entry of `sitesOfPoint`.
  private let entries: [Int32]

  /// How many people are served.
  public private(set) var served = 0.0

  /// The assignment to the existing sites alone.
  public init(_ instance: CoverInstance) {
    self.instance = instance
    let transposed = instance.covered.transposed(memberCount: instance.pointCount)
    var fill = transposed.starts
    var entries = [Int32](repeating: 0, count: transposed.members.count)
    for site in instance.sites.indices {
      for place in instance.covered.places(of: site) {
        let point = Int(instance.covered.members[place])
        entries[Int(fill[point])] = Int32(truncatingIfNeeded: place)
        fill[point] += 1
      }
    }
    sitesOfPoint = transposed
    self.entries = entries
    flows = [Double](repeating: 0, count: instance.covered.members.count)
    isOpen = [Bool](repeating: false, count: instance.siteCount)
    room = instance.sites.map { $0.capacity ?? .infinity }
    unserved = instance.weights
    for site in instance.sites.indices where instance.sites[site].conditions.contains(.existing) { open(site) }
  }

  /// Opens a site and lets as many people as possible find a place. How many more are served than before.
  @discardableResult
  public mutating func open(_ site: Int) -> Double {
    guard !isOpen[site] else { return 0 }
    isOpen[site] = true
    let before = served
    while augment(to: site) {}
    return served - before
  }

  /// The people of a point whom a site serves, for each pair of them, sites and points in ascending order.
  public var parts: [(site: Int, point: Int, people: Double)] {
    var parts: [(site: Int, point: Int, people: Double)] = []
    for site in instance.sites.indices {
      for place in instance.covered.places(of: site) where flows[place] > 0 {
        parts.append((site, Int(instance.covered.members[place]), flows[place]))
      }
    }
    return parts
  }

  /// The people of each point that no site has room for.
  public var unservedPeople: [Double] { unserved }

  /// Sends people along one shortest path of moves that ends at a site with room. False when there is none.
  ///
  /// The search goes backwards from the site: a point within its reach with people left ends it, else a point that other sites
  /// serve can move here, which makes room there.
  private mutating func augment(to site: Int) -> Bool {
    guard room[site] > Self.crumb else { return false }
    var entryToSite = [Int32](repeating: -1, count: instance.pointCount)
    var entryFromSite = [Int32](repeating: -1, count: instance.siteCount)
    var isReached = [Bool](repeating: false, count: instance.siteCount)
    var queue = [site]
    var head = 0
    isReached[site] = true
    while head < queue.count {
      let target = queue[head]
      head += 1
      for place in instance.covered.places(of: target) {
        let point = Int(instance.covered.members[place])
        guard entryToSite[point] < 0 else { continue }
        entryToSite[point] = Int32(truncatingIfNeeded: place)
        if unserved[point] > Self.crumb {
          push(from: point, entryToSite, entryFromSite, end: site)
          return true
        }
        for index in sitesOfPoint.places(of: point) {
          let source = Int(sitesOfPoint.members[index])
          if isReached[source] || !isOpen[source] || flows[Int(entries[index])] <= Self.crumb { continue }
          isReached[source] = true
          entryFromSite[source] = entries[index]
          queue.append(source)
        }
      }
    }
    return false
  }

  /// Moves as many people as the path takes, from a point with people left to the site at the end.
  private mutating func push(from start: Int, _ entryToSite: [Int32], _ entryFromSite: [Int32], end: Int) {
    var amount = min(unserved[start], room[end])
    var path: [(gain: Int, loss: Int)] = []
    var point = start
    while true {
      let gain = Int(entryToSite[point])
      let site = self.site(ofEntry: gain)
      if site == end {
        path.append((gain, -1))
        break
      }
      // Whoever of the next point is served here goes on towards the end.
      let loss = Int(entryFromSite[site])
      amount = min(amount, flows[loss])
      path.append((gain, loss))
      point = Int(instance.covered.members[loss])
    }
    for step in path {
      flows[step.gain] += amount
      if step.loss >= 0 { flows[step.loss] -= amount }
    }
    unserved[start] -= amount
    room[end] -= amount
    served += amount
  }

  /// The site in whose list an entry stands. O(log sites).
  private func site(ofEntry entry: Int) -> Int {
    var (low, high) = (0, instance.siteCount - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if Int(instance.covered.starts[middle]) <= entry { low = middle } else { high = middle - 1 }
    }
    return low
  }

  /// Fewer people than this are nobody.
  private static let crumb = 1e-9
}
