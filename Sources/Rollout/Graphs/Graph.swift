/// An undirected graph with a cost on every edge, in flat arrays.
///
///     let graph = try Graph(vertexCount: 3, edges: [.init(0, 1, cost: 5), .init(1, 2, cost: 7)])
///
/// Vertices are `0..<vertexCount`, edges are numbered as they were given. Edge *e* is also two **arcs**: 2*e* from its
/// tail to its head, and 2*e* + 1 back; so `arc ^ 1` is the other direction and `arc >> 1` the edge.
///
/// Costs are whole numbers, of đồng where money is meant. Sums and differences are then exact in any order, so that a
/// bound is proven to the last digit and a plan does not depend on how its sums were rounded.
public struct Graph: Sendable {
  /// An edge to build a graph of.
  public struct Edge: Sendable, Hashable {
    /// One end.
    public var tail: Int
    /// The other end.
    public var head: Int
    /// At least zero.
    public var cost: Int

    /// An edge between two vertices, at a cost of at least zero.
    public init(_ tail: Int, _ head: Int, cost: Int) {
      self.tail = tail
      self.head = head
      self.cost = cost
    }
  }

  /// A way out of a vertex.
  struct Link {
    /// Where it leads.
    var vertex: Int32
    /// The arc that leads there.
    var arc: Int32
    /// What it costs, here as well because it is asked with the others.
    var cost: Int
  }

  /// The largest sum of all costs, 2⁵⁰: one million thousand million đồng, with room to multiply by a thousand.
  public static let largestTotalCost = 1 << 50

  /// How many vertices there are.
  public let vertexCount: Int
  /// One per edge, and so are `heads` and `costs`.
  let tails: [Int32]
  let heads: [Int32]
  let costs: [Int]
  /// The links of vertex *v* are `links[offsets[v]..<offsets[v + 1]]`; loops have none.
  let offsets: [Int32]
  let links: [Link]

  /// Builds the graph in time linear in its size.
  ///
  /// Throws `GraphError` for an edge with an end out of range or a negative cost, for more than a thousand million edges
  /// or vertices, and if the costs sum to more than `largestTotalCost`.
  public init(vertexCount: Int, edges: [Edge]) throws(GraphError) {
    guard vertexCount >= 0, vertexCount < 1_000_000_000, edges.count < 1_000_000_000 else {
      throw .tooLarge(vertices: vertexCount, edges: edges.count)
    }
    var total = 0
    for (index, edge) in edges.enumerated() {
      for end in [edge.tail, edge.head] where end < 0 || end >= vertexCount {
        throw .noSuchVertex(edge: index, vertex: end, vertexCount: vertexCount)
      }
      if edge.cost < 0 { throw .negativeCost(edge: index, cost: edge.cost) }
      if edge.cost > Self.largestTotalCost - total { throw .costsTooLarge(edge: index) }
      total += edge.cost
    }
    self.init(
      vertexCount: vertexCount, tails: edges.map { Int32($0.tail) }, heads: edges.map { Int32($0.head) },
      costs: edges.map(\.cost))
  }

  /// The same graph under other costs, one per edge.
  init(_ graph: Graph, costs: [Int]) {
    vertexCount = graph.vertexCount
    tails = graph.tails
    heads = graph.heads
    self.costs = costs
    offsets = graph.offsets
    links = graph.links.map { Link(vertex: $0.vertex, arc: $0.arc, cost: costs[Int($0.arc) >> 1]) }
  }

  /// Of columns known to be sound.
  init(vertexCount: Int, tails: [Int32], heads: [Int32], costs: [Int]) {
    var offsets = [Int32](repeating: 0, count: vertexCount + 1)
    for edge in tails.indices where tails[edge] != heads[edge] {
      offsets[Int(tails[edge]) + 1] += 1
      offsets[Int(heads[edge]) + 1] += 1
    }
    for vertex in 0..<vertexCount { offsets[vertex + 1] += offsets[vertex] }
    var next = offsets
    var links = [Link](repeating: Link(vertex: 0, arc: 0, cost: 0), count: Int(offsets[vertexCount]))
    for edge in tails.indices where tails[edge] != heads[edge] {
      let tail = Int(tails[edge])
      let head = Int(heads[edge])
      links[Int(next[tail])] = Link(vertex: heads[edge], arc: Int32(2 * edge), cost: costs[edge])
      next[tail] += 1
      links[Int(next[head])] = Link(vertex: tails[edge], arc: Int32(2 * edge + 1), cost: costs[edge])
      next[head] += 1
    }
    self.vertexCount = vertexCount
    self.tails = tails
    self.heads = heads
    self.costs = costs
    self.offsets = offsets
    self.links = links
  }

  /// How many edges there are.
  public var edgeCount: Int { tails.count }

  /// The edge with a number, as it was given.
  public func edge(_ index: Int) -> Edge {
    Edge(Int(tails[index]), Int(heads[index]), cost: costs[index])
  }

  /// The positions in `links` of the ways out of a vertex.
  @inline(__always) func linkRange(_ vertex: Int) -> Range<Int> {
    Int(offsets[vertex])..<Int(offsets[vertex + 1])
  }

  /// Where an arc starts.
  @inline(__always) func source(ofArc arc: Int) -> Int { Int(arc & 1 == 0 ? tails[arc >> 1] : heads[arc >> 1]) }

  /// Where an arc ends.
  @inline(__always) func target(ofArc arc: Int) -> Int { Int(arc & 1 == 0 ? heads[arc >> 1] : tails[arc >> 1]) }
}
