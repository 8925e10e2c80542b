import Foundation
import Rollout

/// Reads the format of the PACE 2018 challenge: a section of the graph, a section of the terminals, `EOF`.
///
///     SECTION Graph
///     Nodes 3
///     Edges 2
///     E 1 2 5
///     E 2 3 7
///     END
///     SECTION Terminals
///     Terminals 2
///     T 1
///     T 3
///     END
///     EOF
///
/// Vertices count from 1 in the file and from 0 here. Other sections (comments, coordinates, tree decompositions) are
/// passed over.
struct PACEInstance {
  private let file: String
  private var line = 0
  private var vertexCount = 0
  private var edges: [Graph.Edge] = []
  private var terminals: [Int] = []
  private var announced: [String: Int] = [:]

  private init(file: String) { self.file = file }

  /// The instance in a file. Throws `PACEError`.
  static func read(_ file: String) throws -> SteinerInstance {
    let text: String
    do {
      text = try String(contentsOfFile: file, encoding: .utf8)
    } catch {
      throw PACEError.unreadable(file: file, reason: error.localizedDescription)
    }
    return try parse(text, file: file)
  }

  /// The instance in a text; `file` names it in errors.
  static func parse(_ text: String, file: String) throws -> SteinerInstance {
    var reader = PACEInstance(file: file)
    try reader.readSections(text)
    do {
      let graph = try Graph(vertexCount: reader.vertexCount, edges: reader.edges)
      return try SteinerInstance(graph: graph, terminals: reader.terminals)
    } catch {
      throw PACEError.unsound(file: file, error)
    }
  }

  private mutating func readSections(_ text: String) throws {
    var section: String?
    for row in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      line += 1
      let words = row.split(whereSeparator: \.isWhitespace)
      guard let keyword = words.first?.lowercased() else { continue }
      switch (section, keyword) {
      case (nil, "eof"):
        return try checkTerminals()
      case (nil, "section"):
        guard words.count > 1 else { throw unexpected(row, "a name after SECTION") }
        section = words[1].lowercased()
      case (_?, "end"):
        if section == "graph" { try checkCount("edges", edges.count) }
        if section == "terminals" { try checkCount("terminals", terminals.count) }
        section = nil
      case ("graph", _): try readGraph(keyword, words, row)
      case ("terminals", _): try readTerminals(keyword, words, row)
      case (_?, _): continue
      case (nil, _):
        // The format's older files begin with a line of magic number and version.
        if line > 1 { throw unexpected(row, "SECTION or EOF") }
      }
    }
    if let section { throw unexpected("the end of the file", "END of section \(section)") }
    try checkTerminals()
  }

  private mutating func readGraph(_ keyword: String, _ words: [Substring], _ row: Substring) throws {
    switch keyword {
    case "nodes":
      vertexCount = try number(words, 1, row, "a number of vertices", 1...999_999_999)
    case "edges":
      announced["edges"] = try number(words, 1, row, "a number of edges", 0...999_999_999)
    case "e":
      if vertexCount == 0 { throw unexpected(row, "Nodes before the first edge") }
      let range = 1...vertexCount
      let tail = try number(words, 1, row, "a vertex from 1 to \(vertexCount)", range)
      let head = try number(words, 2, row, "a vertex from 1 to \(vertexCount)", range)
      let cost = try number(words, 3, row, "a cost of at least 0, a whole number", 0...Graph.largestTotalCost)
      edges.append(Graph.Edge(tail - 1, head - 1, cost: cost))
    default:
      throw unexpected(row, "Nodes, Edges, E or END")
    }
  }

  private mutating func readTerminals(_ keyword: String, _ words: [Substring], _ row: Substring) throws {
    switch keyword {
    case "terminals":
      announced["terminals"] = try number(words, 1, row, "a number of terminals", 1...999_999_999)
    case "t":
      let vertices = "a vertex from 1 to \(vertexCount)"
      terminals.append(try number(words, 1, row, vertices, 1...max(1, vertexCount)) - 1)
    default:
      throw unexpected(row, "Terminals, T or END")
    }
  }

  private func number(
    _ words: [Substring], _ position: Int, _ row: Substring, _ expected: String, _ range: ClosedRange<Int>
  ) throws -> Int {
    guard position < words.count, let number = Int(words[position]), range.contains(number) else {
      throw unexpected(row, expected)
    }
    return number
  }

  private func checkCount(_ what: String, _ found: Int) throws {
    if let expected = announced[what], expected != found {
      throw PACEError.wrongCount(file: file, line: line, what: what, found: found, expected: expected)
    }
  }

  private func checkTerminals() throws {
    if terminals.isEmpty { throw unexpected("the end of the file", "a section of terminals") }
  }

  private func unexpected(_ found: some StringProtocol, _ expected: String) -> PACEError {
    .unexpected(file: file, line: line, found: String(found.prefix(60)), expected: expected)
  }
}
