import Randomness
import Testing

@testable import Rollout

@Suite struct ClosureFlowTests {
  @Test func `a mine is dug as deep as the ore pays for`() {
    // Picard's picture: ore worth 9 under two blocks of waste, ore worth 3 under one more.
    var flow = ClosureFlow(vertexCount: 5, needs: [(0, 1), (0, 2), (3, 2), (3, 4)])
    for (vertex, profit) in [9, -4, -3, 3, -2].enumerated() { flow.setProfit(vertex, to: profit) }
    let isDone = flow.maximise()
    #expect(isDone)
    #expect(flow.bound == 3)
    #expect(flow.closure() == [true, true, true, true, true])
    flow.setProfit(4, to: -4)
    flow.maximise()
    #expect(flow.bound == 2)
    #expect(flow.closure() == [true, true, true, false, false])
    flow.setProfit(0, to: 6)
    flow.maximise()
    #expect(flow.bound == 0)
    #expect(flow.closure() == [false, false, false, false, false])
  }

  @Test(arguments: UInt64(0)..<200)
  func `no closure of a small graph has more profit, through changes of profits`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed).fork("closures")
    let count = 1 + generator.index(9)
    let density = generator.number(0.05, 0.6)
    var needs: [(Int32, Int32)] = []
    for tail in 0..<count {
      for head in 0..<count where tail != head && generator.chance(density) { needs.append((Int32(tail), Int32(head))) }
    }
    var flow = ClosureFlow(vertexCount: count, needs: needs)
    let closures = (0..<(1 << count)).filter { set in
      needs.allSatisfy { set >> Int($0.0) & 1 == 0 || set >> Int($0.1) & 1 == 1 }
    }
    for _ in 0..<6 {
      for vertex in 0..<count where generator.chance(0.7) { flow.setProfit(vertex, to: generator.index(41) - 20) }
      func profit(_ set: Int) -> Int { (0..<count).reduce(0) { $0 + (set >> $1 & 1 == 1 ? flow.profits[$1] : 0) } }
      let most = closures.map(profit).max() ?? 0
      #expect(flow.bound >= most)
      flow.maximise()
      #expect(flow.bound == most)
      let closure = flow.closure().enumerated().reduce(0) { $0 | ($1.element ? 1 << $1.offset : 0) }
      #expect(closures.contains(closure))
      #expect(profit(closure) == most)
      #expect(flow.flows.allSatisfy { $0 >= 0 })
    }
  }

  @Test func `with no work allowed the bound holds all the same`() {
    var flow = ClosureFlow(vertexCount: 2, needs: [(0, 1)])
    flow.setProfit(0, to: 5)
    flow.setProfit(1, to: -3)
    var isDone = flow.maximise(workLimit: 0)
    #expect(!isDone)
    #expect(flow.bound == 5)
    isDone = flow.maximise()
    #expect(isDone)
    #expect(flow.bound == 2)
  }
}
