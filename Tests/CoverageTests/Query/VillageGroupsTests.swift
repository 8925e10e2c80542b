import Coverage
import Testing

@Suite struct VillageGroupsTests {
  private static func table() async throws -> VillageTable {
    let rows: [(String, String, [Status], Double?, String)] = [
      ("1", "Tỉnh Lai Châu", [.unserved, .served, .served], 100, "1"),
      ("2", "Tỉnh Điện Biên", [.unserved, .unserved, .served], 300, "2"),
      ("3", "Tỉnh Lai Châu", [.served, .unknown, .unserved], nil, "null"),
      ("4", "", [.served, .served, .served], 50, "4"),
      ("5", "Tỉnh Lai Châu", [.unserved, .served, .served], 20, "8"),
    ]
    let villages = rows.map { code, province, statuses, people, figure in
      ResultScene.Village(
        code: code, statuses: statuses, people: people,
        more: (province.isEmpty ? "" : ",\"province\":\"\(province)\"") + ",\"x\":\(figure),\"households\":10")
    }
    return VillageTable(try await ResultScene.assessed(villages, keys: ["x"]))
  }

  @Test func `groups have counts, sums and means of what is known`() async throws {
    let table = try await Self.table()
    let column = try #require(table.column("x"))
    let groups = VillageGroups(
      table, villages: [1, 0, 2, 3, 4], by: .level(.province), summing: [column], ranks: [3, 4, 5, 1, 2]
    )
    .groups
    #expect(groups.map(\.name) == ["Tỉnh Điện Biên", "Tỉnh Lai Châu", ""])
    #expect(groups.map(\.villages) == [1, 3, 1])
    #expect(groups.map(\.people) == [300, 120, 50])
    #expect(groups.map(\.households) == [10, 30, 10])
    #expect(groups.map(\.unserved) == [[1, 1, 0], [2, 0, 1], [0, 0, 0]])
    #expect(groups.map { $0.totals[0].sum } == [2, 9, 4])
    #expect(groups.map { $0.totals[0].mean } == [2, 4.5, 4])
    #expect(groups.map(\.best) == [1, 4, 3])
  }

  @Test func `only the villages of the query count`() async throws {
    let table = try await Self.table()
    let groups = VillageGroups(table, villages: [4], by: .level(.province), summing: []).groups
    #expect(groups.map(\.villages) == [1])
    #expect(groups[0].people == 20)
  }

  @Test func `groups are ordered by a figure or by name, the nameless last`() async throws {
    let table = try await Self.table()
    var groups = VillageGroups(table, villages: Array(0..<5), by: .level(.province), summing: [])
    groups.sort(descending: true) { Double($0.villages) }
    #expect(groups.groups.map(\.name) == ["Tỉnh Lai Châu", "Tỉnh Điện Biên", ""])
    groups.sort(descending: false) { Double($0.villages) }
    #expect(groups.groups.map(\.name) == ["Tỉnh Điện Biên", "Tỉnh Lai Châu", ""])
    groups.sortByName(descending: true)
    #expect(groups.groups.map(\.name) == ["Tỉnh Lai Châu", "Tỉnh Điện Biên", ""])
    groups.sort(descending: false) { $0.name.isEmpty ? 0 : .nan }
    #expect(groups.groups.map(\.name) == ["Tỉnh Điện Biên", "Tỉnh Lai Châu", ""])
  }

  @Test func `any column may group`() async throws {
    let table = try await Self.table()
    let column = try #require(table.column("signal"))
    let groups = VillageGroups(table, villages: Array(0..<5), by: .column(column), summing: []).groups
    #expect(groups.map(\.name) == ["served", "unserved", "unknown"])
    #expect(groups.map(\.villages) == [3, 1, 1])
  }
}
