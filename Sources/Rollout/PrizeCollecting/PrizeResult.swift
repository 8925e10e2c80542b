/// A tree of a prize-collecting instance with a proof of how good it is.
public struct PrizeResult: Sendable {
  /// The best tree found.
  public let tree: PrizeTree
  /// No tree is worth more.
  public let upperBound: Int

  /// What the tree is worth: prizes less costs.
  public var value: Int { tree.value }

  /// Whether no tree is worth more.
  public var isOptimal: Bool { upperBound == value }

  /// By what part of the bound the tree may fall short of the best: 0 for an optimum; 1 if nothing is known.
  public var gap: Double {
    let difference = Double(upperBound - value)
    return difference == 0 ? 0 : min(1, difference / Double(max(abs(upperBound), abs(value), 1)))
  }
}
