import Testing

@testable import Coverage

@Suite struct FilterFuzzTests {
  /// Reads a text to a filter or to an error that can be shown.
  private func tryOut(_ text: String) {
    do {
      let filter = try CQL2.Filter(text)
      #expect(throws: Never.self) { try CQL2.Filter(filter.expression.description) }
    } catch {
      let count = text.count
      #expect((1...(count + 1)).contains(error.column), "\(error) in \(text.debugDescription)")
      #expect(error.length >= 1 && error.column + error.length <= count + 2, "\(error) in \(text.debugDescription)")
      #expect(error.expression == text)
      #expect(!error.problem.isEmpty && !error.description.contains { $0.isNewline }, "\(error.description)")
      for width in [1, 40, 80] {
        let lines = error.rendered(width: width).split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count == 3 && lines[2].isEmpty && lines[1].contains("^"))
      }
    }
  }

  private static let pieces = [
    "a", "people", "=", "<>", "<", ">", "(", ")", ",", "'", "\"", "''", "'x'", "1", "1e", ".", "-", "+", "*", "/", "%",
    "^", " ", "\n", "\r\n", "\t", "AND", "OR", "NOT", "LIKE", "BETWEEN", "IN", "IS", "NULL", "TRUE", "CASEI", "ACCENTI",
    "DATE", "TIMESTAMP('", "INTERVAL", "POINT", "POLYGON((", "BBOX(", "S_INTERSECTS(", "T_AFTER(", "A_EQUALS(", "\\",
    "DISTANCE(", "geometry", "đ", "ắ", "a\u{302}\u{301}", "\u{301}", "👩‍👩‍👧", "\u{0}", "\u{202E}", "“", "≤", "1e999",
    "'2024-02-30'", "..", "Z", "div",
  ]

  @Test(arguments: (1...40).map(UInt64.init))
  func `pieces in any order are a filter or an error with a column`(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    for _ in 0..<100 {
      let count = Int.random(in: 0...12, using: &random)
      let gap = Bool.random(using: &random) ? " " : ""
      tryOut((0..<count).map { _ in Self.pieces.randomElement(using: &random) ?? "" }.joined(separator: gap))
    }
  }

  @Test(arguments: (1...20).map(UInt64.init))
  func `any scalars are a filter or an error with a column`(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    for _ in 0..<100 {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...30, using: &random) {
        let greatest: UInt32 = [0x7F, 0x24F, 0xFFFF, 0x10FFFF].randomElement(using: &random) ?? 0x7F
        if let scalar = Unicode.Scalar(UInt32.random(in: 0...greatest, using: &random)) { text.append(scalar) }
      }
      tryOut(String(text))
    }
  }

  @Test(arguments: (1...20).map(UInt64.init))
  func `what was right until something was changed is a filter or an error with a column`(seed: UInt64) {
    var (random, source) = (SeededRandom(seed: seed), ExpressionSource(seed: seed + 100))
    for _ in 0..<60 {
      var scalars = Array(source.condition().unicodeScalars)
      for _ in 0..<Int.random(in: 1...3, using: &random) where !scalars.isEmpty {
        let place = Int.random(in: 0..<scalars.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: scalars.remove(at: place)
        case 1: scalars.insert(scalars[Int.random(in: 0..<scalars.count, using: &random)], at: place)
        case 2: scalars[place] = "\"'()%,\\- ".unicodeScalars.randomElement(using: &random) ?? " "
        default: scalars.removeSubrange(place...)
        }
      }
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars)
      tryOut(String(text))
    }
  }

  // MARK: Depth and length

  @Test(arguments: [
    ("(", "a = 1", ""), ("NOT (", "a = 1", ""), ("-(", "a", " = 1"), ("CASEI(", "a", " = 'x'"),
    ("a = 1 AND (", "b = 2", ""),
    ("(1 + ", "a", " = 1"), ("AREA(", "geometry", " = 1"), ("A_EQUALS(x, ", "(1)", ""),
  ])
  func `parentheses nest a hundred deep and no deeper`(open: String, inner: String, end: String) {
    func text(_ depth: Int) -> String {
      String(repeating: open, count: depth) + inner + String(repeating: ")", count: depth) + end
    }
    // It may be refused for what it says, but not for its depth.
    do { _ = try CQL2.Filter(text(99)) } catch { #expect(!error.problem.contains("inside each other"), "\(error)") }
    for depth in [101, 5000, 200_000] {
      let error = #expect(throws: CQL2.ExpressionError.self) { try CQL2.Filter(text(depth)) }
      #expect(error?.problem == "found more than 100 parentheses inside each other; expected fewer")
    }
  }

  @Test func `a hundred parentheses are read, checked, written and judged`() throws {
    let open = String(repeating: "NOT (a = 1 AND ", count: 99)
    let text = open + "a * (2) = 4" + String(repeating: ")", count: 99)
    var columns = CQL2.Columns(count: 2)
    columns["a"] = .numbers([2, 1])
    let filter = try CQL2.Filter(text)
    #expect(try CQL2.Parser.parse(filter.expression.description) == filter.expression)
    #expect(try filter.bound(to: columns).mask().count == 2)
  }

  @Test func `long chains and lists cost no depth`() throws {
    let chain = (0..<20_000).map { "a <> \($0)" }.joined(separator: " AND ")
    let list = "a IN (" + (0..<50_000).map { "\($0)" }.joined(separator: ", ") + ")"
    let sum = "a = " + [String](repeating: "1", count: 20_000).joined(separator: " + ")
    var columns = CQL2.Columns(count: 3)
    columns["a"] = .numbers([-1, 3, 20_000])
    #expect(try Features.matching(chain, columns) == [0, 2])
    #expect(try Features.matching(list, columns) == [1, 2])
    #expect(try Features.matching(sum, columns) == [2])
  }
}
