@testable import Coverage

/// Expressions made from a seed by the grammar of annex B.
struct ExpressionSource {
  private var random: SeededRandom
  /// How many parentheses may still be opened.
  private var room: Int

  init(seed: UInt64, room: Int = 4) {
    random = SeededRandom(seed: seed)
    self.room = room
  }

  private mutating func pick<Value>(_ makers: [(inout Self) -> Value]) -> Value {
    makers[Int.random(in: 0..<makers.count, using: &random)](&self)
  }

  private mutating func one(_ texts: String...) -> String { texts[Int.random(in: 0..<texts.count, using: &random)] }

  private mutating func list(_ count: ClosedRange<Int>, _ maker: (inout Self) -> String) -> String {
    var texts: [String] = []
    for _ in 0..<Int.random(in: count, using: &random) { texts.append(maker(&self)) }
    return texts.joined(separator: one(",", ", ", " ,"))
  }

  private mutating func deeper(_ maker: (inout Self) -> String, else leaf: (inout Self) -> String) -> String {
    guard room > 0 else { return leaf(&self) }
    room -= 1
    defer { room += 1 }
    return maker(&self)
  }

  // MARK: Conditions

  mutating func condition() -> String {
    var text = term()
    while Int.random(in: 0..<3, using: &random) == 0 { text += one(" AND ", " OR ", " and ", "\nor ") + term() }
    return text
  }

  private mutating func term() -> String {
    (Int.random(in: 0..<4, using: &random) == 0 ? one("NOT ", "not ") : "") + predicate()
  }

  private mutating func predicate() -> String {
    let isNot = one("", "", " NOT")
    return pick([
      { $0.sum() + $0.one("=", "<>", " < ", " <= ", ">", " >= ") + $0.sum() },
      { $0.text() + $0.one(" = ", "<>", " < ") + $0.text() },
      { $0.name() + "\(isNot) LIKE " + $0.pattern() },
      { $0.sum() + "\(isNot) BETWEEN " + $0.sum() + " AND " + $0.sum() },
      { source in source.name() + "\(isNot) IN (" + source.list(1...4) { $0.one("1", "-2.5", "'a'", "TRUE") } + ")" },
      { $0.name() + " IS\(isNot) NULL" },
      { source in source.deeper({ "(" + $0.condition() + ")" }, else: { $0.name() + " = TRUE" }) },
      { source in source.deeper({ "(" + $0.condition() + ") IS\(isNot) NULL" }, else: { $0.name() + " IS NULL" }) },
      { $0.one("S_INTERSECTS", "s_within", "S_Disjoint", "S_TOUCHES") + "(geometry, " + $0.geometry() + ")" },
      { $0.one("T_AFTER", "T_BEFORE", "T_EQUALS") + "(" + $0.time() + ", " + $0.time() + ")" },
      { $0.one("A_EQUALS", "A_CONTAINS", "A_OVERLAPS") + "(" + $0.array() + ", " + $0.array() + ")" },
      { $0.one("TRUE", "false") },
    ])
  }

  // MARK: Values

  private mutating func sum() -> String {
    var text = factor()
    while Int.random(in: 0..<3, using: &random) == 0 {
      text += one(" + ", " - ", "*", " / ", " % ", " div ") + factor()
    }
    return text
  }

  private mutating func factor() -> String {
    let base = operand()
    return Int.random(in: 0..<5, using: &random) == 0 ? base + "^" + operand() : base
  }

  private mutating func operand() -> String {
    pick([
      { $0.number() }, { $0.name() }, { "-" + $0.name() },
      { source in source.deeper({ $0.one("(", "-(") + $0.sum() + ")" }, else: { $0.number() }) },
      { "DISTANCE(geom, " + $0.geometry() + ")" },
    ])
  }

  private mutating func number() -> String {
    one("0", "1", "-7", "+3", "2.5", ".5", "1.", "1e3", "-1E-7", "9007199254740993", "123456789.125", "1e300", "5e-324")
  }

  private mutating func name() -> String {
    one("people", "\"people\"", "dân_số", "\"dân số\"", "a.b:c", "\"a\"\"b\"", "_x", "\"and\"", "\"CASEI\"", "tỉnh")
  }

  private mutating func text() -> String {
    pick([
      { $0.one("'a'", "''", "'it''s'", "'b\\\\c'", "'tab\\t'", "'Ba\u{309}n'", "'100\\%'", "' x '", "'\\n'") },
      { $0.name() },
      { source in source.deeper({ $0.one("CASEI(", "accenti(") + $0.text() + ")" }, else: { $0.name() }) },
    ])
  }

  private mutating func pattern() -> String {
    one("'%'", "'B_n%'", "'\\%\\_'", "CASEI('bản%')", "ACCENTI(casei('%Đ'))", "'a\\\\'")
  }

  private mutating func time() -> String {
    one(
      "DATE('2024-02-29')", "TIMESTAMP('2024-01-10T07:30:00Z')", "timestamp('1999-12-31T23:59:60.125Z')", "updated",
      "INTERVAL('2024-01-01', '..')", "INTERVAL(start, '2024-12-31')", "INTERVAL('..', '2024-01-10T00:00:00Z')")
  }

  private mutating func array() -> String {
    one("roads", "()", "(1)", "('a', 'b')", "(1 + 2, people)", "(TRUE, DATE('2024-01-01'))", "((1 + 2) * 3)", "(-(1))")
  }

  private mutating func geometry() -> String {
    one(
      "POINT(103 21)", "POINT Z(103 21 5)", "LINESTRING(103 21, 104.5 22)", "MULTIPOINT((1 2), (3 4))",
      "MULTIPOINT(1 2, 3 4)", "POLYGON((0 0, 1 0, 1 1, 0 0))", "BBOX(170, -20, -170, -10)", "BBOX(1,2,3,4,5,6)",
      "POLYGON((0 0,9 0,9 9,0 0),(4 1,5 1,5 2,4 1))", "MULTILINESTRING((1 2, 3 4), (5 6, 7 8))",
      "MULTIPOLYGON(((0 0, 1 0, 1 1, 0 0)), ((5 5, 6 5, 6 6, 5 5)))",
      "GEOMETRYCOLLECTION(POINT(1.25 -2e-3))")
  }
}
