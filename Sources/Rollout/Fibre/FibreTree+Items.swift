import Geospatial

extension FibreTree {
  /// What is built, as items of a plan: cable in stretches between villages and places where it branches, and the connections
  /// of villages, every item after the one it needs. `problem` is the one the tree was planned for.
  ///
  /// Lines of a bill for the same thing are put together where that does not change their sum, so the bills come to
  /// exactly `cost`. A stretch over funded routes alone has an empty bill. O(n).
  public func items(of problem: FibreProblem) throws(FibreError) -> [PlanItem] {
    var children = [Int](repeating: 0, count: spans.count)
    for span in spans { if let upstream = span.upstream { children[upstream] += 1 } }
    var villagesAt: [Int: [Int]] = [:]
    for (place, span) in villageSpans.enumerated() { villagesAt[span, default: []].append(villages[place]) }
    var items: [PlanItem] = []
    var stretches = [StretchOfCable?](repeating: nil, count: spans.count)
    var itemOfSpan = [Int](repeating: -1, count: spans.count)
    for (index, span) in spans.enumerated() {
      var stretch: StretchOfCable
      if let upstream = span.upstream, let open = stretches[upstream] {
        stretch = open
        stretches[upstream] = nil
      } else {
        stretch = StretchOfCable(needs: span.upstream.map { itemOfSpan[$0] })
      }
      stretch.append(span, of: problem)
      let reached = villagesAt[index] ?? []
      if children[index] == 1, reached.isEmpty {
        stretches[index] = stretch
        continue
      }
      itemOfSpan[index] = items.count
      items.append(
        PlanItem(
          .cable, for: .fibre, at: .line(stretch.positions), bill: try stretch.bill(problem.costs),
          needs: stretch.needs.map { [$0] } ?? []))
      for village in reached {
        items.append(
          PlanItem(
            .fibreVillage, for: .fibre,
            at: .point(problem.network.vertices[CandidateNetwork.vertex(ofVillage: village)]),
            bill: problem.costs.connectionBill, needs: [itemOfSpan[index]], villages: [village]))
      }
    }
    return items
  }
}

/// Cable that is built as one item, grown span by span away from the root.
private struct StretchOfCable {
  /// The item upstream; nil at the existing network.
  var needs: Int?
  var positions: [Coordinate] = []
  private var metres: [CableMetres] = []
  private var crossings = 0
  private var crossingBills: [Int] = []

  init(needs: Int?) { self.needs = needs }

  mutating func append(_ span: FibreTree.Span, of problem: FibreProblem) {
    let network = problem.network
    let line = network.line(ofEdge: span.edge)
    let isForward = Int(network.heads[span.edge]) == span.end
    let next = isForward ? Array(line) : line.reversed()
    positions.append(contentsOf: positions.last == next.first ? next.dropFirst() : next[...])
    metres.append(problem.cableMetres[span.edge])
    let count = problem.costs.crossings(ofEdge: span.edge, in: network)
    if count > 0 { crossingBills.append(count) }
  }

  /// The bill of all spans, lines of one item put together where their sum stays the same.
  func bill(_ costs: FibreCosts) throws(FibreError) -> [BillLine] {
    var bill: [BillLine] = []
    for terrain in Terrain.allCases {
      let parts = metres.map { Int($0[terrain]) }.filter { $0 > 0 }
      let item = CostItem.fibre(costs.settings.method, terrain)
      try Self.add(parts.map { BillLine(item, quantity: Double($0) / 1000) }, costs, to: &bill) {
        Double(parts.reduce(0, +)) / 1000
      }
    }
    try Self.add(crossingBills.map { BillLine(.riverCrossing, quantity: Double($0)) }, costs, to: &bill) {
      Double(crossingBills.reduce(0, +))
    }
    return bill
  }

  private static func add(
    _ lines: [BillLine], _ costs: FibreCosts, to bill: inout [BillLine], whole: () -> Double
  ) throws(FibreError) {
    guard let first = lines.first else { return }
    let joined = BillLine(first.item, quantity: whole())
    if try costs.cost(of: [joined]) == costs.cost(of: lines) {
      bill.append(joined)
    } else {
      bill.append(contentsOf: lines)
    }
  }
}
