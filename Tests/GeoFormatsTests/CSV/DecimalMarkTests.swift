import Testing

@testable import GeoFormats

@Suite struct DecimalMarkTests {
  @Test(arguments: [
    ("105.834", DecimalMark.point, 105.834), ("1,234,567.89", .point, 1_234_567.89),
    ("1 234 567.5", .point, 1_234_567.5),
    ("587,000", .point, 587_000), ("-1e3", .point, -1000), ("105,834", .comma, 105.834),
    ("1.234.567,89", .comma, 1_234_567.89), ("587.000", .comma, 587_000), ("-21,5", .comma, -21.5),
    ("105", .comma, 105),
    ("1 234\u{A0}567,5", .comma, 1_234_567.5),
  ])
  func `numbers are read with either mark and with groups of three`(text: String, mark: DecimalMark, number: Double) {
    #expect(mark.number(text) == number)
  }

  @Test(arguments: [
    ("105,83", DecimalMark.point), ("1,23,456", .point), ("1.2.3", .point), ("1234,567.8", .point), ("1.5,000", .point),
    ("105.83", .comma), ("1,2,3", .comma), ("21 02 04", .comma), ("1,234.5", .comma), ("", .point), ("x", .comma),
  ])
  func `other groups and marks are no number`(text: String, mark: DecimalMark) {
    #expect(mark.number(text) == nil)
  }

  @Test(
    arguments: [
      (["105.8", "21.03"], false, DecimalMark.point), (["105,8", "21,034"], false, .comma),
      (["105,834"], false, .comma),
      (["587,000"], true, .point), (["587.000"], true, .comma), (["587.123"], false, .point),
      (["1.234.567"], true, .comma),
      (["2,325,000.5", "587,000"], true, .point), (["2.325.000,5", "587.000"], true, .comma),
      (["21 02 04.3 N"], false, .point),
      (["105", ""], false, .point), (["105,8", "21.03"], false, nil), (["105,834", "21.034"], false, nil),
      (["2325000,125", "587.000"], true, .comma),
    ] as [([String], Bool, DecimalMark?)])
  func `the mark is found from all cells`(cells: [String], isProjected: Bool, mark: DecimalMark?) {
    var survey = DecimalMarkSurvey()
    for (line, cell) in cells.enumerated() { survey.include(cell, line: line + 2, column: 0) }
    #expect(survey.mark(isProjected: isProjected) == mark)
  }
}
