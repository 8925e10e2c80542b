import Testing

@testable import phusong

@Suite struct TextTableTests {
  private static let table: TextTable = {
    var table = TextTable(
      header: ["Rank", "Village", "Province", "Score"], alignments: [.right, .left, .left, .right])
    table.append(["1", "Bản Huổi Lóng", "Điện Biên", "81.20"], styles: [.plain, .bold, .plain, .red])
    table.append(["12", "Nà Hỳ", "Đắk Nông", "9.05"])
    return table
  }()

  @Test func `words keep to the left, numbers to the right, and lines have no blanks at their end`() {
    var table = Self.table
    table.append(["3", "A", "", ""])
    #expect(
      table.text == """
        Rank  Village        Province   Score
        ────  ─────────────  ─────────  ─────
           1  Bản Huổi Lóng  Điện Biên  81.20
          12  Nà Hỳ          Đắk Nông    9.05
           3  A

        """)
  }

  @Test func `the longest words are cut until the table fits`() {
    #expect(
      Self.table.text(width: 31, isColoured: false) == """
        Rank  Village   Province  Score
        ────  ────────  ────────  ─────
           1  Bản Huổ…  Điện Bi…  81.20
          12  Nà Hỳ     Đắk Nông   9.05

        """)
    #expect(Self.table.text(width: 80, isColoured: false) == Self.table.text)
  }

  @Test func `a column without room is left out, the last first, and no number is cut`() {
    #expect(Self.table.columnsLeftOut(width: 31) == [])
    #expect(Self.table.columnsLeftOut(width: 30) == [3])
    #expect(
      Self.table.text(width: 16, isColoured: false) == """
        Rank  Village
        ────  ──────────
           1  Bản Huổi…
          12  Nà Hỳ

        """)
    #expect(Self.table.columnsLeftOut(width: 2) == [1, 2, 3])
  }

  @Test func `columns that can be spared give way before others, and leave their room to them`() {
    var table = TextTable(
      header: ["Rank", "Village", "District", "Score"], alignments: [.right, .left, .left, .right], expendable: [2, 1])
    table.append(["1", "Bản Huổi Lóng", "Huyện Nậm Pồ", "81.20"])
    #expect(table.columnsLeftOut(width: 31) == [])
    #expect(table.columnsLeftOut(width: 30) == [2])
    #expect(
      table.text(width: 30, isColoured: false) == """
        Rank  Village        Score
        ────  ─────────────  ─────
           1  Bản Huổi Lóng  81.20

        """)
    #expect(table.columnsLeftOut(width: 20) == [1, 2])
    #expect(table.columnsLeftOut(width: 10) == [1, 2, 3])
  }

  @Test func `colours change no width`() {
    let coloured = Self.table.text(width: nil, isColoured: true)
    #expect(coloured.contains("\u{1B}[31m81.20\u{1B}[0m"))
    #expect(coloured.replacing(#/\u{1B}\[[0-9]*m/#, with: "") == Self.table.text)
  }
}
