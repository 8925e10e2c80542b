import Coverage
import GeoFormats
import Testing

@Suite struct VillageTableTests {
  private static func table() async throws -> VillageTable {
    let values = ["\"Đắk\"", "10", "null", "9.50", "\"dak\"", "true", "\"Điện\""]
    let villages = values.enumerated().map { index, value in
      ResultScene.Village(code: "\(index)", more: ",\"x\":\(value),\"n\":\(10 - index)")
    }
    var table = VillageTable(try await ResultScene.assessed(villages, keys: ["x", "n", "absent"]))
    table.add(VillageColumn(name: "d", values: .numbers([3, .nan, 1, 2, .nan, 1, 0], decimals: 1)))
    table.add(VillageColumn(name: "flag", values: .flags([true, false, true, false, true, false, true])))
    return table
  }

  @Test func `properties and further columns are found by name`() async throws {
    var table = try await Self.table()
    #expect(table.column("x") != nil)
    #expect(table.column("absent") == nil)
    #expect(table.column("y") == nil)
    table.add(VillageColumn(name: "x", values: .integers([7, 6, 5, 4, 3, 2, 1])))
    let hiding = try #require(table.column("x"))
    #expect(table.value(hiding, village: 2) == .number(5))
    #expect(table.names.prefix(4) == ["d", "flag", "x", "code"])
  }

  @Test func `cells show numbers as the file writes them`() async throws {
    let table = try await Self.table()
    let column = try #require(table.column("x"))
    let cells = (0..<table.count).map { table.cell(column, village: $0) }
    #expect(
      cells == [
        .text("Đắk"), .literal("10"), .none, .literal("9.50"), .text("dak"), .literal("true"), .text("Điện"),
      ])
    let distances = try #require(table.column("d"))
    #expect(table.cell(distances, village: 0) == .literal("3.0"))
    #expect(table.cell(distances, village: 1) == .none)
  }

  @Test func `flags stand before numbers, numbers before words, words as in a dictionary, nothing last`() async throws {
    let table = try await Self.table()
    let column = try #require(table.column("x"))
    #expect(table.ordered(Array(0..<7), by: column, descending: false) == [5, 3, 1, 4, 0, 6, 2])
    #expect(table.ordered(Array(0..<7), by: column, descending: true) == [6, 0, 4, 1, 3, 5, 2])
  }

  @Test func `equal villages keep their order in both directions`() async throws {
    let table = try await Self.table()
    let column = try #require(table.column("flag"))
    #expect(table.ordered([6, 5, 4, 3, 2, 1, 0], by: column, descending: false) == [5, 3, 1, 6, 4, 2, 0])
    #expect(table.ordered([6, 5, 4, 3, 2, 1, 0], by: column, descending: true) == [6, 4, 2, 0, 5, 3, 1])
  }

  @Test func `a column is numeric when all its values are numbers`() async throws {
    let table = try await Self.table()
    let (mixed, whole) = (try #require(table.column("x")), try #require(table.column("n")))
    #expect(!table.isNumeric(mixed, among: 0..<7))
    #expect(table.isNumeric(mixed, among: [1, 2, 3]))
    #expect(!table.isNumeric(mixed, among: [2]))
    #expect(table.isNumeric(whole, among: 0..<7))
  }
}
