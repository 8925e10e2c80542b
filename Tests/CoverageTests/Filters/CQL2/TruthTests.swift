import Testing

@testable import Coverage

/// The truth tables of clause 6.2 and of requirement `/req/basic-cql2/null-predicate`.
@Suite struct TruthTests {
  private static let values: [Bool?] = [true, false, nil]

  /// Nine features: all pairs of values, `a` first.
  private static var columns: CQL2.Columns {
    var columns = CQL2.Columns(count: 9)
    columns["a"] = .booleans(values.flatMap { a in values.map { _ in a } })
    columns["b"] = .booleans(values.flatMap { _ in values })
    return columns
  }

  @Test(arguments: [
    ("a = TRUE", "TTTFFF???"), ("b = TRUE", "TF?TF?TF?"), ("a = TRUE AND b = TRUE", "TF?FFF?F?"),
    ("a = TRUE OR b = TRUE", "TTTTF?T??"), ("NOT a = TRUE", "FFFTTT???"), ("NOT (NOT a = TRUE)", "TTTFFF???"),
    ("NOT (a = TRUE AND b = TRUE)", "FT?TTT?T?"), ("NOT a = TRUE OR NOT b = TRUE", "FT?TTT?T?"),
    ("b = TRUE AND a = TRUE", "TF?FFF?F?"), ("b = TRUE OR a = TRUE", "TTTTF?T??"), ("a = b", "TF?FT????"),
    ("a <> b", "FT?TF????"), ("a IS NULL", "FFFFFFTTT"), ("(a = TRUE AND b = TRUE) IS NULL", "FFTFFFTFT"),
    ("a IN (b, TRUE)", "TTTFT????"), ("a NOT IN (b, TRUE)", "FFFTF????"),
    ("a = TRUE AND b = TRUE AND 1 / 0 > 1", "?F?FFF?F?"), ("a = TRUE OR b = TRUE OR 1 / 0 > 1", "TTTT??T??"),
  ])
  func `three values join as the tables say`(text: String, truths: String) throws {
    #expect(try Features.truths(text, Self.columns) == truths)
  }

  @Test func `only TRUE matches, neither FALSE nor NULL`() throws {
    #expect(try Features.matching("a = TRUE", Self.columns) == [0, 1, 2])
    #expect(try Features.matching("NOT a = TRUE", Self.columns) == [3, 4, 5])
    #expect(try Features.matching("a IS NULL OR a = TRUE", Self.columns) == [0, 1, 2, 6, 7, 8])
  }
}
