import Testing

@testable import Coverage

@Suite struct RoundTripTests {
  /// What is written of a tree reads as the same tree, and is written the same again.
  private func expectRoundTrip(_ text: String) throws {
    let tree = try CQL2.Parser.parse(text)
    let written = tree.description
    let again = try CQL2.Parser.parse(written)
    #expect(again == tree, "\(text) was written as \(written)")
    #expect(again.description == written)
  }

  @Test(arguments: (1...25).map(UInt64.init))
  func `expressions of the grammar are written as they were read`(seed: UInt64) throws {
    var source = ExpressionSource(seed: seed)
    for _ in 0..<40 { try expectRoundTrip(source.condition()) }
  }

  @Test(arguments: [
    // No more parentheses than it needs, and none fewer.
    ("((a = 1))", "a = 1"), ("(a=1 AND b=2) OR c=3", "a = 1 AND b = 2 OR c = 3"),
    ("a=1 AND (b=2 OR c=3)", "a = 1 AND (b = 2 OR c = 3)"), ("a=1 AND (b=2 AND c=3)", "a = 1 AND (b = 2 AND c = 3)"),
    ("NOT(a=1)", "NOT a = 1"), ("NOT (NOT (a=1))", "NOT (NOT a = 1)"), ("NOT (a=1 OR b=2)", "NOT (a = 1 OR b = 2)"),
    ("(1+2)*3=9", "(1 + 2) * 3 = 9"), ("1+(2*3)=7", "1 + 2 * 3 = 7"), ("1-(2-3)=2", "1 - (2 - 3) = 2"),
    ("8/(4/2)=4", "8 / (4 / 2) = 4"), ("(2^3)^2=64", "(2 ^ 3) ^ 2 = 64"), ("2^-x=1", "2 ^ -x = 1"),
    ("-(5)=a", "-(5) = a"), ("-(-x)=a", "-(-x) = a"), ("-(a+b)=c", "-(a + b) = c"), ("1--5=6", "1 - -5 = 6"),
    ("(a=1) IS NULL", "(a = 1) IS NULL"), ("(NOT a=1) IS NOT NULL", "(NOT a = 1) IS NOT NULL"),
    // Names and texts.
    ("\"people\" = 1", "people = 1"), ("\"dân số\" = 1", "\"dân số\" = 1"), ("\"and\" = 1", "\"and\" = 1"),
    ("\"a\"\"b\" = 1", "\"a\"\"b\" = 1"), ("\"9lives\" = 1", "\"9lives\" = 1"), ("a = 'it\\'s'", "a = 'it''s'"),
    ("a = 'x\\ty\\\\z'", "a = 'x\\ty\\\\z'"), ("a LIKE '50\\%'", "a LIKE '50\\\\%'"),
    // Numbers.
    ("a = 1e3", "a = 1000"), ("a = .50", "a = 0.5"), ("a = 1e16", "a = 1e+16"), ("a = +3", "a = 3"),
    ("a = 0.1e-6", "a = 1e-07"), ("a = -0", "a = 0"),
    // Times and geometries.
    ("t = timestamp('2024-01-10T07:30:00.500Z')", "t = TIMESTAMP('2024-01-10T07:30:00.5Z')"),
    ("T_DURING(interval('2024-01-01','..'), t)", "T_DURING(INTERVAL('2024-01-01', '..'), t)"),
    ("s_within(geom,bbox(1,2,3,4))", "S_WITHIN(geom, BBOX(1, 2, 3, 4))"),
    ("S_EQUALS(geom, MULTIPOINT(1 2, 3 4))", "S_EQUALS(geom, MULTIPOINT ((1 2), (3 4)))"),
    ("S_EQUALS(geom, POINTZ(1 2 3)) ".replacing("POINTZ", with: "POINT Z"), "S_EQUALS(geom, POINT Z (1 2 3))"),
    ("A_EQUALS(x, (1))", "A_EQUALS(x, (1))"), ("A_EQUALS(x, ((1 + 2) * 3, 4))", "A_EQUALS(x, ((1 + 2) * 3, 4))"),
  ])
  func `expressions are written in one way`(text: String, written: String) throws {
    #expect(try CQL2.Parser.parse(text).description == written)
    try expectRoundTrip(text)
  }

  @Test(arguments: 0..<0x300)
  func `a text of any character is written so that it reads as the same`(value: Int) throws {
    let scalar = try #require(Unicode.Scalar(value))
    let text = "a\(scalar)b"
    let tree = CQL2.Expression(form: .text(text), span: .init(start: 0, end: 0))
    let read = try CQL2.Parser.parse("x = \(tree.description)")
    #expect(read.children.last?.form == .text(text))
    guard value != 0 else { return }
    let name = CQL2.Expression(form: .property("\(scalar)b"), span: .init(start: 0, end: 0))
    #expect(try CQL2.Parser.parse("\(name.description) = 1").children.first?.description == name.description)
  }
}
