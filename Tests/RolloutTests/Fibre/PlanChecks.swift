import Geospatial
import Testing

@testable import Rollout

/// What holds for the items of every fibre plan.
enum PlanChecks {
  /// Bills sum to the cost; needs come before; lines run on from what they need; every village is reached once and hangs on
  /// cable that ends there.
  static func check(_ items: [PlanItem], villages: [Int], cost: Int, of problem: FibreProblem) throws {
    var sum = 0
    for (index, item) in items.enumerated() {
      sum += try problem.costs.cost(of: item.bill)
      #expect(item.needs.allSatisfy { $0 < index })
      #expect(item.needs.count <= 1)
      #expect(item.service == .fibre)
      switch (item.kind, item.shape) {
      case (.cable, .line(let line)):
        #expect(line.count >= 2)
        #expect(item.villages.isEmpty)
        let source = item.needs.first.map { end(items[$0]) } ?? problem.network.vertices[CandidateNetwork.root]
        #expect(line.first == source)
      case (.fibreVillage, .point(let place)):
        #expect(item.villages.count == 1)
        #expect(place == problem.network.vertices[(item.villages.first ?? 0) + 1])
        let need = try #require(item.needs.first)
        #expect(items[need].kind == .cable)
        #expect(end(items[need]) == place)
      default: Issue.record("a \(item.kind) of this shape")
      }
    }
    #expect(sum == cost)
    #expect(items.flatMap(\.villages).sorted() == villages)
  }

  private static func end(_ item: PlanItem) -> Coordinate? {
    switch item.shape {
    case .line(let line): line.last
    case .point: nil
    }
  }
}
