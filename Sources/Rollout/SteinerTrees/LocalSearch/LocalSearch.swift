/// Makes a tree cheaper until no move of two kinds does: `VertexInsertion` and `KeyPathSearch`.
struct LocalSearch {
  private(set) var tree: RootedTree
  private var trial: RootedTree
  private var insertion: VertexInsertion
  private var keyPaths: KeyPathSearch
  private var vertices: [Bool] = []
  private let limit: SearchLimit
  /// On graphs of more edges than this, a pass that gains less than a ten-thousandth is the last.
  static let largeEdgeCount = 100_000
  /// A measure of the time spent. A unit is an arc that a dual ascent looks at; what takes longer counts more.
  var work: Int { insertion.work + keyPaths.work }

  /// A search that ends with the tree so far when `limit` says that it is late.
  init(instance: SteinerInstance, until limit: SearchLimit = .cancellation) {
    self.limit = limit
    tree = RootedTree(vertexCount: instance.graph.vertexCount)
    trial = tree
    insertion = VertexInsertion(vertexCount: instance.graph.vertexCount)
    keyPaths = KeyPathSearch(instance: instance)
  }

  /// Starts from the cheapest tree on the marked vertices and leaves the improved one in `tree`; false if they do not
  /// connect the terminals.
  mutating func improve(_ vertices: [Bool], of instance: SteinerInstance) -> Bool {
    guard tree.span(vertices, of: instance) else { return false }
    var stale = 0
    while stale < 2, !limit.isLate {
      let before = tree.cost
      stale = insert(instance) ? 1 : stale + 1
      if stale >= 2 { break }
      stale = exchange(instance) ? 1 : stale + 1
      if isLastPass(instance, before: before) { break }
    }
    return true
  }

  private func isLastPass(_ instance: SteinerInstance, before: Int) -> Bool {
    if limit.isLate { return true }
    return instance.graph.edgeCount > Self.largeEdgeCount && before - tree.cost < before / 10_000
  }

  /// Whether vertices were inserted with gain, all at once or, where they spoil each other's gain, one.
  private mutating func insert(_ instance: SteinerInstance) -> Bool {
    var found = false
    while true {
      let before = tree.cost
      vertices = tree.contains
      guard insertion.insert(into: tree, of: instance, vertices: &vertices, most: Int.max) else { return found }
      if !accept(instance) {
        vertices = tree.contains
        _ = insertion.insert(into: tree, of: instance, vertices: &vertices, most: 1)
        if !accept(instance) { return found }
      }
      found = true
      if isLastPass(instance, before: before) { return found }
    }
  }

  private mutating func exchange(_ instance: SteinerInstance) -> Bool {
    var found = false
    while true {
      vertices = tree.contains
      let before = tree.cost
      let moves = keyPaths.improve(tree, of: instance, vertices: &vertices, mostMoves: Int.max, until: limit)
      if moves == 0 { return found }
      if !accept(instance) {
        if moves == 1 || limit.isLate { return found }
        vertices = tree.contains
        _ = keyPaths.improve(tree, of: instance, vertices: &vertices, mostMoves: 1, until: limit)
        if !accept(instance) { return found }
      }
      found = true
      if isLastPass(instance, before: before) { return found }
    }
  }

  /// Takes the tree on `vertices` if it is cheaper.
  private mutating func accept(_ instance: SteinerInstance) -> Bool {
    guard trial.span(vertices, of: instance), trial.cost < tree.cost else { return false }
    swap(&tree, &trial)
    return true
  }
}
