import Geospatial

/// What a fibre plan chooses from: the edges of a candidate network with their costs, the villages, and what is fixed.
///
/// ```swift
/// let problem = try FibreProblem(network: network, costs: costs, required: [12], excluded: [40])
/// let all = try FibrePlanner(problem).leastCost()
/// ```
///
/// Villages are named by their place in the list that the network was made of. One that no path joins to the existing
/// network takes no part, even if it is required; it is in `disconnected`, with the reason.
///
/// Where the network says where cables may branch, they branch nowhere else, not even in villages, though one may pass on
/// through a village. Cables that would branch elsewhere run side by side instead, each paid for. The bounds of plans are then
/// those of cables that branch anywhere, which cost no more; they are valid, and the weaker the fewer the places are.
public struct FibreProblem: Sendable {
  /// Where cable can be laid.
  public let network: CandidateNetwork
  /// The prices.
  public let costs: FibreCosts
  /// The villages that every plan connects, ascending, without those that cannot be.
  public let required: [Int]
  /// The villages that no plan connects, counts or charges; cables may pass through them. Ascending.
  public let excluded: [Int]
  /// The villages that no path joins to the root, each with the reason.
  public var disconnected: [DisconnectedVillage] { network.disconnected }
  /// What the connection of a village costs beside the cable that leads to it.
  public let connectionCost: Int
  /// The required villages with those that cannot be connected.
  let requiredAsGiven: [Int]
  /// One per village: whether a plan may connect it.
  let isOpen: [Bool]
  /// The network with what cable along each edge costs.
  let whole: VillageGraph
  /// One per vertex: whether cables may branch there.
  let mayBranch: [Bool]
  /// The ways of single cables; nil where cables may branch anywhere.
  let closure: BranchingClosure?
  /// One per edge.
  let cableMetres: [CableMetres]

  /// Edges, costs and what is fixed. O(n).
  ///
  /// - Throws: ``FibreError`` for a price that is not known and needed, for a village that does not exist or is both required
  ///   and excluded, and for costs whose sum is too large.
  public init(network: CandidateNetwork, costs: FibreCosts, required: [Int] = [], excluded: [Int] = [])
    throws(FibreError)
  {
    self.network = network
    self.costs = costs
    connectionCost = try costs.cost(of: costs.connectionBill)
    var isOpen = [Bool](repeating: false, count: network.villageCount)
    for village in network.connectedVillages { isOpen[village] = true }
    try Self.check(required, "required villages", network)
    try Self.check(excluded, "excluded villages", network)
    let excludedSet = Set(excluded)
    if let both = required.filter({ excludedSet.contains($0) }).min() { throw .requiredAndExcluded(village: both) }
    requiredAsGiven = required
    self.required = Set(required).filter { isOpen[$0] }.sorted()
    self.excluded = excludedSet.sorted()
    for village in excluded { isOpen[village] = false }
    self.isOpen = isOpen
    cableMetres = (0..<network.edgeCount).map { costs.cableMetres(ofEdge: $0, in: network) }
    whole = VillageGraph(
      graph: try Self.graph(network, costs, cableMetres),
      vertices: isOpen.indices.map { isOpen[$0] ? Int32(CandidateNetwork.vertex(ofVillage: $0)) : -1 })
    var mayBranch = network.mayBranch
    mayBranch[CandidateNetwork.root] = true
    self.mayBranch = mayBranch
    closure =
      mayBranch.allSatisfy { $0 }
      ? nil : BranchingClosure(whole.graph, mayBranch: mayBranch, villageVertices: whole.vertices)
  }

  /// The network with what cable along each edge costs.
  var graph: Graph { whole.graph }

  /// One per village: whether every plan connects it.
  var isRequired: [Bool] {
    var isRequired = [Bool](repeating: false, count: network.villageCount)
    for village in required { isRequired[village] = true }
    return isRequired
  }

  static func check(_ villages: [Int], _ list: String, _ network: CandidateNetwork) throws(FibreError) {
    for village in villages where village < 0 || village >= network.villageCount {
      throw .noSuchVillage(village: village, list: list, villageCount: network.villageCount)
    }
  }

  private static func graph(
    _ network: CandidateNetwork, _ costs: FibreCosts, _ metres: [CableMetres]
  ) throws(FibreError) -> Graph {
    var amounts: [Int] = []
    amounts.reserveCapacity(network.edgeCount)
    for edge in 0..<network.edgeCount {
      let bill = costs.bill(cableMetres: metres[edge], crossings: costs.crossings(ofEdge: edge, in: network))
      amounts.append(try costs.cost(of: bill))
    }
    do {
      return try network.graph { amounts[$0] }
    } catch {
      throw .unusableNetwork(reason: "\(error)")
    }
  }
}
