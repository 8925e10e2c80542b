/// A tree with a proof of how good it is.
public struct SteinerResult: Sendable {
  /// The best tree found.
  public let tree: SteinerTree
  /// No tree costs less.
  public let lowerBound: Int

  /// What the tree costs.
  public var cost: Int { tree.cost }

  /// Whether no tree is cheaper.
  public var isOptimal: Bool { lowerBound == cost }

  /// By what part of its cost the tree may be dearer than the cheapest: 0 for an optimum, 0.01 for at most 1 %.
  public var gap: Double { cost == 0 ? 0 : Double(cost - lowerBound) / Double(cost) }
}
