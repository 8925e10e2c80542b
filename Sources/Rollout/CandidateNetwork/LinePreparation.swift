/// What was done to the lines of a candidate network before it was a graph.
public struct LinePreparation: Hashable, Sendable {
  /// Positions passed over: not on earth, or the same as the one before.
  public var droppedPositions = 0
  /// Straight pieces between positions, of all lines given, equal ones once.
  public var pieces = 0
  /// Pieces once they meet only at their ends.
  public var nodedPieces = 0
  /// Pieces that carry cable already, and so are part of the root.
  public var existingPieces = 0
  /// Pieces left out because they cross a forbidden area.
  public var forbiddenPieces = 0
  /// Ends of roads that stopped short of another line and were joined to it.
  public var snappedEnds = 0
  /// Straight links between parts of the network that no road joins.
  public var links = 0
}
