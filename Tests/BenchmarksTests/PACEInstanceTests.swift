import Rollout
import Testing

@testable import Benchmarks

@Suite struct PACEInstanceTests {
  static let triangle = """
    SECTION Graph
    Nodes 3
    Edges 3
    E 1 2 5
    E 2 3 7
    E 1 3 20
    END

    SECTION Terminals
    Terminals 2
    T 1
    T 3
    END

    EOF

    """

  @Test func `a graph and its terminals are read`() throws {
    let instance = try PACEInstance.parse(Self.triangle, file: "a.gr")
    #expect(instance.graph.vertexCount == 3)
    #expect((0..<3).map(instance.graph.edge) == [.init(0, 1, cost: 5), .init(1, 2, cost: 7), .init(0, 2, cost: 20)])
    #expect(instance.terminals == [0, 2])
    #expect(SteinerSolver().solve(instance).cost == 12)
  }

  @Test func `line ends of other systems and other sections are passed over`() throws {
    let text = "SECTION Comment\nName \"x\"\nEND\n" + Self.triangle
    let instance = try PACEInstance.parse(text.replacing("\n", with: "\r\n"), file: "a.gr")
    #expect(instance.terminals == [0, 2])
  }

  @Test(arguments: [
    ("E 2 3 7", "E 2 4 7", 5, "E 2 4 7", "a vertex from 1 to 3"), ("E 2 3 7", "E 2 3 -7", 5, "E 2 3 -7", "a cost"),
    ("E 2 3 7", "E 2 3", 5, "E 2 3", "a cost"), ("E 2 3 7", "E 2 3 1.5", 5, "E 2 3 1.5", "whole number"),
    ("Nodes 3", "Nodes many", 2, "Nodes many", "a number of vertices"),
    ("T 3", "T 0", 12, "T 0", "a vertex from 1 to 3"), ("T 3", "V 3", 12, "V 3", "Terminals, T or END"),
    ("SECTION Terminals", "Terminals", 9, "Terminals", "SECTION or EOF"),
    ("Nodes 3\n", "", 3, "E 1 2 5", "Nodes before"),
  ])
  func `a wrong line is told with its number, what it has and what was expected`(
    old: String, new: String, line: Int, found: String, expected: String
  ) {
    #expect {
      try PACEInstance.parse(Self.triangle.replacing(old, with: new), file: "a.gr")
    } throws: { error in
      guard case .unexpected("a.gr", line, found, let wanted) = error as? PACEError else { return false }
      return wanted.contains(expected) && "\(error)".hasPrefix("a.gr, line \(line): found \"\(found)\"; expected ")
    }
  }

  @Test(arguments: [
    ("Edges 3", "Edges 4", PACEError.wrongCount(file: "a.gr", line: 7, what: "edges", found: 3, expected: 4)),
    (
      "Terminals 2", "Terminals 1",
      PACEError.wrongCount(file: "a.gr", line: 13, what: "terminals", found: 2, expected: 1)
    ),
    ("E 2 3 7\nE 1 3 20", "E 1 2 7\nE 1 2 20", .unsound(file: "a.gr", .disconnected(terminals: [2]))),
  ])
  func `what does not fit together is told`(old: String, new: String, error: PACEError) {
    #expect(throws: error) { try PACEInstance.parse(Self.triangle.replacing(old, with: new), file: "a.gr") }
  }

  @Test func `a file that ends early or has no terminals is told`() {
    #expect(throws: PACEError.self) { try PACEInstance.parse(String(Self.triangle.prefix(60)), file: "a.gr") }
    #expect(throws: PACEError.self) { try PACEInstance.parse("SECTION Graph\nNodes 1\nEND\nEOF", file: "a.gr") }
    #expect(throws: PACEError.self) { try PACEInstance.read("/nowhere/a.gr") }
  }
}
