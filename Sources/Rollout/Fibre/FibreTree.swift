import Geospatial

/// Cable from the existing network to villages, with a proof of how far its cost is from the least.
///
/// The tree is made of **spans**, each the cable along one edge of the candidate network, away from the existing network. Where
/// cables may branch only at some places, two cables may run side by side along an edge; then it has two spans, each paid for.
public struct FibreTree: Sendable {
  /// Cable along one edge.
  public struct Span: Hashable, Sendable {
    /// The edge of the candidate network.
    public let edge: Int
    /// The span that feeds it, by its place in the list, before its own; nil where it starts at the existing network.
    public let upstream: Int?
    /// The vertex of the network where it ends.
    public let end: Int
  }

  /// The villages connected, ascending.
  public let villages: [Int]
  /// The villages asked for that no path joins to the existing network, each with the reason.
  public let leftOut: [DisconnectedVillage]
  /// The cable, every span after the one that feeds it.
  public let spans: [Span]
  /// One per village connected: the span that reaches it.
  public let villageSpans: [Int]
  /// What cable and connections cost, in whole units of the **currency**.
  public let cost: Int
  /// No plan that connects these villages costs less.
  public let lowerBound: Int

  /// Whether no plan is cheaper.
  public var isOptimal: Bool { lowerBound == cost }

  /// By what part of its cost the plan may be dearer than the cheapest: 0 for an optimum, 0.01 for at most 1 %.
  public var gap: Double { cost == 0 ? 0 : Double(cost - lowerBound) / Double(cost) }
}
