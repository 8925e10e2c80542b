import GeoFormats
import Testing

@testable import Coverage

/// Every operator on six villages, worked out by hand: `T` for TRUE, `F` for FALSE, `?` for NULL.
@Suite struct OperatorTests {
  // people: 120, 250, 250.5, null, -3, "300"
  @Test(arguments: [
    ("people = 250", "FTF?FF"), ("people <> 250", "TFT?TT"), ("people < 250", "TFF?TF"), ("people > 250", "FFT?FT"),
    ("people <= 250", "TTF?TF"), ("people >= 250", "FTT?FT"), ("250 < people", "FFT?FT"), ("people = -3", "FFF?TF"),
    ("people BETWEEN 120 AND 250", "TTF?FF"), ("people NOT BETWEEN 120 AND 250", "FFT?TT"),
    ("people BETWEEN 250 AND 120", "FFF?FF"), ("people IN (120, 300, 7)", "TFF?FT"),
    ("people NOT IN (120, 300, 7)", "FTT?TF"), ("people IN (100 + 20, households * 50)", "TFF?FF"),
    ("people IS NULL", "FFFTFF"), ("people IS NOT NULL", "TTTFTT"), ("NOT people > 250", "TTF?TF"),
    ("(people > 250) IS NULL", "FFFTFF"), ("(people + 1) IS NULL", "FFFTFF"),
  ])
  func `numbers compare`(text: String, truths: String) async throws {
    try await expect(text, truths)
  }

  // poor as text: "12.5", " 8 ", "n/a", "", "100", "1e1"
  @Test(arguments: [
    ("poor > 9", "TF??TT"), ("poor = 8", "FT??FF"), ("poor = '8'", "FTF?FF"), ("poor <> 8", "TF??TT"),
    ("poor IS NULL", "FFFTFF"), ("poor = 'n/a'", "FFT?FF"), ("poor * 2 = 20", "FF??FT"), ("poor IN (8, 10)", "FT??FT"),
    ("poor IN ('8', '10')", "FTF?FF"), ("poor BETWEEN 8 AND 12", "FT??FT"),
    // code: "01", "02", "3", "10", none, 3
    ("code = '3'", "FFTF?T"), ("code = 3", "FFTF?T"), ("code = 1", "TFFF?F"), ("code = '1'", "FFFF?F"),
    ("code IN ('01', '3')", "TFTF?T"), ("code < '1'", "TTFF?F"), ("code LIKE '0_'", "TTFF?F"),
  ])
  func `text that spells a number is a number next to one, and a number is its spelling next to text`(
    text: String, truths: String
  ) async throws {
    try await expect(text, truths)
  }

  // households: 30, 0, 70, 5, 5, 100
  @Test(arguments: [
    ("people / households > 3", "T?T?FF"), ("people % households = 0", "T?F?FT"),
    ("people div households = 4", "T?F?FF"),
    ("people div households = 3", "F?T?FT"), ("people - households = 90", "TFF?FF"), ("-people = 3", "FFF?TF"),
    ("households ^ 2 = 900", "TFFFFF"), ("(households - 5) ^ 0.5 = 5", "T?FFFF"), ("1 / households IS NULL", "FTFFFF"),
    ("people < households", "FFF?TF"), ("people = households + 90", "TFF?FF"), ("poor < households", "TFF?FT"),
  ])
  func `arithmetic without a finite result is NULL`(text: String, truths: String) async throws {
    try await expect(text, truths)
  }

  /// Left-hand numbers worked out by the precedences of annex B.
  @Test(arguments: [
    ("2 + 3 * 4 = 14"), ("(2 + 3) * 4 = 20"), ("2 * 3 ^ 2 = 18"), ("-2 ^ 2 = 4"), ("2 ^ -1 = 0.5"), ("10 - 4 - 3 = 3"),
    ("100 / 10 / 5 = 2"), ("7 div 2 = 3"), ("-7 div 2 = -3"), ("7 % 3 = 1"), ("-7 % 3 = -1"), ("7 % -3 = 1"),
    ("17 - 21 div 10 = 15"), ("1 - -1 = 2"), ("1 + +1 = 2"), (".5 + 1. = 1.5"), ("1E3 = 1000"), ("1e-3 * 1000 = 1"),
    ("2 * 3 % 4 = 2"), ("1 / 3 * 3 = 1"), ("-(2 + 3) = -5"), ("9007199254740993 div 1 = 9007199254740992"),
    ("TRUE <> FALSE"), ("FALSE < TRUE"), ("'a' < 'b'"), ("DATE('2024-01-10') = TIMESTAMP('2024-01-10T12:00:00Z')"),
    ("TIMESTAMP('2024-01-10T00:00:00Z') < TIMESTAMP('2024-01-10T00:00:00.000000001Z')"), ("1 IN (2, 1)"),
    ("'København' LIKE 'K_benhavn'"), ("'a' IS NOT NULL"), ("POINT(1 2) IS NOT NULL"), ("TRUE AND NOT FALSE"),
    ("FALSE OR TRUE AND TRUE"), ("NOT (TRUE AND FALSE)"), ("NOT FALSE AND TRUE"), ("(1 / 0) IS NULL"),
    ("(1 / 0 = 1) IS NULL"), ("(0 ^ -1) IS NULL"), ("(1E308 * 10) IS NULL"), ("(5 % 0) IS NULL"), ("(5 div 0) IS NULL"),
  ])
  func `literals compare with literals`(text: String) async throws {
    try await expect(text, "TTTTTT")
  }

  // border: true, false, null, true, "TRUE", "no"
  @Test(arguments: [
    ("border = TRUE", "TF?TT?"), ("border = false", "FT?FF?"), ("border <> TRUE", "FT?FF?"),
    ("border IN (TRUE)", "TF?TT?"),
    ("border NOT IN (FALSE)", "TF?TT?"), ("TRUE = border", "TF?TT?"), ("border < TRUE", "FT?FF?"),
    ("border IS NULL", "FFTFFF"), ("border = 'TRUE'", "????TF"),
  ])
  func `booleans compare, also spelt as text`(text: String, truths: String) async throws {
    try await expect(text, truths)
  }

  // updated: 2024-01-10, 2024-06-30, 2023-12-31, null, 2024-01-10T00:00:00Z, 2024-02-30 (no such day)
  // seen: 2024-01-10T07:30Z, 2024-06-30T23:59:59.5Z, 2024-01-01T06:00+07:00, "soon", 2024-01-10, 2024-01-10 07:30:00
  @Test(arguments: [
    ("updated = DATE('2024-01-10')", "TFF?T?"), ("updated > DATE('2024-01-10')", "FTF?F?"),
    ("updated <= DATE('2024-01-10')", "TFT?T?"), ("updated <> DATE('2024-01-10')", "FTT?F?"),
    ("DATE('2024-01-10') = updated", "TFF?T?"), ("updated IN (DATE('2024-01-10'), DATE('2023-12-31'))", "TFT?T?"),
    ("updated > TIMESTAMP('2024-01-09T23:59:59Z')", "TTF?T?"),
    ("updated > TIMESTAMP('2024-01-10T12:00:00Z')", "FTF?F?"),
    ("seen = TIMESTAMP('2024-01-10T07:30:00Z')", "TFF?TT"), ("seen > TIMESTAMP('2024-06-30T23:59:59Z')", "FTF?FF"),
    ("seen = TIMESTAMP('2023-12-31T23:00:00Z')", "FFT?FF"), ("seen = DATE('2023-12-31')", "FFT?FF"),
    ("seen < DATE('2024-01-11')", "TFT?TT"), ("updated IS NULL", "FFFTFF"),
  ])
  func `dates and timestamps compare, as dates where one is a date`(text: String, truths: String) async throws {
    try await expect(text, truths)
  }

  // roads: [a, b], [b, c], [], null, "[\"a\"]", [a, 1, true]
  @Test(arguments: [
    ("A_CONTAINS(roads, ('a'))", "TFF?TT"), ("A_CONTAINS(roads, ('a', 'b'))", "TFF?FF"),
    ("A_CONTAINEDBY(roads, ('a', 'b'))", "TFT?TF"), ("A_EQUALS(roads, ('b', 'a', 'a'))", "TFF?FF"),
    ("A_EQUALS(roads, ())", "FFT?FF"), ("A_OVERLAPS(roads, ('c', 'a'))", "TTF?TT"), ("A_OVERLAPS(roads, ())", "FFF?FF"),
    ("A_EQUALS((TRUE, 'a', 1.0), roads)", "FFF?FT"), ("A_EQUALS(roads, roads)", "TTT?TT"),
    ("A_CONTAINS(roads, ())", "TTT?TT"),
    ("A_CONTAINS(people, (1))", "??????"), ("A_EQUALS((1, 2), (2, 1, 1))", "TTTTTT"),
    ("A_CONTAINS((people, 1), (250))", "FTFFFF"), ("A_EQUALS((DATE('2024-01-10')), (updated))", "TFFFFF"),
  ])
  func `arrays compare as sets`(text: String, truths: String) async throws {
    try await expect(text, truths)
  }

  @Test(arguments: [
    ("people > poor", "TTF?FT"), ("code = code", "TTTT?T"), ("updated = seen", "FFF?FF"), ("border = border", "TT?TTT"),
    ("name = name", "TTT?TT"), ("name <> code", "TTT??T"), ("people = border", "????FF"),
    ("households > people", "FFF?TF"),
  ])
  func `two properties compare as numbers, else as text, else as booleans`(text: String, truths: String) async throws {
    try await expect(text, truths)
  }

  private func expect(_ text: String, _ truths: String) async throws {
    let columns = try await Features.columns()
    #expect(try Features.truths(text, columns) == truths)
    #expect(try Features.matching(text, columns) == truths.enumerated().filter { $0.element == "T" }.map(\.offset))
  }
}
