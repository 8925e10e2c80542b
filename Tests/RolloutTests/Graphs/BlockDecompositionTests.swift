import Randomness
import Testing

@testable import Rollout

@Suite struct BlockDecompositionTests {
  @Test func `two triangles that share a vertex and a tail are three blocks, the outer ones first`() throws {
    let pairs = [(0, 1), (1, 2), (2, 0), (2, 3), (3, 4), (4, 2), (4, 5), (6, 7)]
    let graph = try Graph(vertexCount: 8, edges: pairs.map { .init($0.0, $0.1, cost: 1) })
    let blocks = BlockDecomposition(graph, root: 0).blocks
    #expect(blocks.map(\.gate) == [4, 2, 0])
    #expect(blocks.map(\.edges) == [[6], [3, 4, 5], [0, 1, 2]])
    var graphs = BlockGraphs(vertexCount: 8)
    let (cut, vertices) = graphs.cut(blocks[1], from: graph)
    #expect(vertices == [2, 3, 4])
    #expect(cut.edgeCount == 3)
  }

  @Test func `parallel edges are one block`() throws {
    let graph = try Graph(vertexCount: 2, edges: [.init(0, 1, cost: 1), .init(1, 0, cost: 2)])
    #expect(BlockDecomposition(graph, root: 0).blocks.map(\.edges) == [[0, 1]])
  }

  /// Two edges are in a block if no vertex between them cuts one from the other.
  @Test(arguments: 0..<60) func `every edge in reach is in one block, and no vertex cuts a block`(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let graph = try RandomInstances.graph(&generator, vertices: 4...12)
    let root = generator.index(graph.vertexCount)
    let blocks = BlockDecomposition(graph, root: root).blocks
    let loops = (0..<graph.edgeCount).filter { graph.tails[$0] == graph.heads[$0] }
    #expect(blocks.flatMap(\.edges).map(Int.init).sorted() == (0..<graph.edgeCount).filter { !loops.contains($0) })
    var owner: [Int: Int] = [:]
    for (index, block) in blocks.enumerated() {
      let ends = Set(block.edges.flatMap { [graph.tails[Int($0)], graph.heads[Int($0)]] }).map(Int.init)
      #expect(ends.contains(block.gate))
      for removed in ends where ends.count > 2 {
        var sets = DisjointSets(count: graph.vertexCount)
        for edge in block.edges.map(Int.init)
        where Int(graph.tails[edge]) != removed && Int(graph.heads[edge]) != removed {
          sets.merge(Int(graph.tails[edge]), Int(graph.heads[edge]))
        }
        #expect(Set(ends.filter { $0 != removed }.map { sets.find($0) }).count == 1)
      }
      // A vertex is inside one block at most, and that one comes after all whose gate it is.
      for vertex in ends where vertex != block.gate {
        #expect(owner[vertex] == nil)
        owner[vertex] = index
      }
    }
    for (index, block) in blocks.enumerated() where block.gate != root {
      #expect(try #require(owner[block.gate]) > index)
    }
  }
}
