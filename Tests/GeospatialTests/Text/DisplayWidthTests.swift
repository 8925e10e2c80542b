import Testing

@testable import Geospatial

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("Lai Chau", 8), ("Điện Biên", 9), ("Điê\u{323}n Biên", 9), ("村", 2), ("Ｎ", 2), ("한", 2), ("👍", 2),
    ("☀\u{FE0F}", 2), ("a\u{200B}b", 2), ("–", 1),
  ])
  func `a text takes as many cells as a terminal gives it`(text: String, cells: Int) {
    #expect(DisplayWidth.of(text) == cells)
  }

  @Test(arguments: [
    ("Điện Biên", 9, "Điện Biên"), ("Điện Biên", 8, "Điện Bi…"), ("Điện Biên", 6, "Điện…"), ("Điện Biên", 1, "…"),
    ("Điện Biên", 0, ""), ("村村村", 4, "村…"), ("Điê\u{323}n Biên", 4, "Điê\u{323}…"),
  ])
  func `a text is cut between characters and never wider than asked`(text: String, cells: Int, expected: String) {
    #expect(DisplayWidth.truncated(text, to: cells) == expected)
    #expect(DisplayWidth.of(DisplayWidth.truncated(text, to: cells)) <= cells)
  }
}
