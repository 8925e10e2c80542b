import Geospatial

/// A service whose villages are reached by lines from a network that stands, or are served each on their own, with everything
/// that may be built for it; of a project so small that everything can be tried.
///
/// Vertex 0 is the network, vertex *v* + 1 village *v*; other vertices are places where lines meet. Items have no `needs` yet.
public struct JointForest: Sendable {
  /// A line that may be built.
  public struct Line: Sendable {
    /// The vertex where its item starts.
    public var tail: Int
    /// The vertex where its item ends.
    public var head: Int
    /// What is built.
    public var item: PlanItem
  }

  /// The lines.
  public var lines: [Line]
  /// One per village: what connects it at the end of a line; nil where nothing may.
  public var connections: [PlanItem?]
  /// One per village: what serves it without a line, one of them at most.
  public var alternatives: [[PlanItem]]

  /// Lines, connections and alternatives.
  public init(lines: [Line], connections: [PlanItem?], alternatives: [[PlanItem]]) {
    self.lines = lines
    self.connections = connections
    self.alternatives = alternatives
  }

  /// With more villages or lines than these not everything is tried.
  static let greatestSize = (villages: 6, lines: 24)

  /// The items with their villages, places in a list of some villages, as places in another list.
  public func mapped(_ change: ([PlanItem]) -> [PlanItem]) -> JointForest {
    JointForest(
      lines: zip(lines, change(lines.map(\.item))).map { Line(tail: $0.tail, head: $0.head, item: $1) },
      connections: connections.map { $0.flatMap { change([$0]).first } }, alternatives: alternatives.map(change))
  }
}

/// A tree of lines that grows from the network.
struct JointTree {
  /// A line with the vertex that it leads on to.
  struct Stretch {
    var line: Int
    var isReversed: Bool
    var end: Int
    /// The stretch that it goes on from, by its place in the list; nil at the network.
    var upstream: Int?
  }

  /// The lines, each after the one it goes on from.
  var stretches: [Stretch] = []

  /// All trees of some lines, each once, the one without lines first; nil where there are more than `limit`.
  ///
  /// A tree is grown line by line; a line passed over is not taken any more further down, so that no tree is grown twice.
  static func all(_ lines: [JointForest.Line], limit: Int) -> [JointTree]? {
    var trees: [JointTree] = []
    // Of each vertex reached the stretch that ends there, -1 for the network.
    func grow(_ tree: JointTree, _ placeOf: [Int: Int], _ refused: Set<Int>) -> Bool {
      if trees.count >= limit { return false }
      trees.append(tree)
      var refused = refused
      for (number, line) in lines.enumerated() where !refused.contains(number) {
        let isReversed = placeOf[line.tail] == nil
        let (start, end) = isReversed ? (line.head, line.tail) : (line.tail, line.head)
        guard let upstream = placeOf[start], placeOf[end] == nil else { continue }
        var (larger, places) = (tree, placeOf)
        larger.stretches.append(
          Stretch(line: number, isReversed: isReversed, end: end, upstream: upstream < 0 ? nil : upstream))
        places[end] = tree.stretches.count
        refused.insert(number)
        if !grow(larger, places, refused) { return false }
      }
      return true
    }
    return grow(JointTree(), [0: -1], []) ? trees : nil
  }
}
