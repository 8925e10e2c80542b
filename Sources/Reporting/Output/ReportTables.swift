import Coverage

/// The tables of a report for spreadsheets.
struct ReportTables {
  let contents: ReportContents
  /// So many villages are listed.
  static let limit = 500

  /// The figures by province: of before July 2025, then those since, told apart by the column `system`.
  var provinces: CellTable {
    var table = CellTable(["system", "code", "province"] + Self.columns)
    for (system, groups) in [("63", contents.provinces), ("34", contents.provinces2025)] {
      for group in groups {
        table.rows.append(
          [.text(system), group.code.map { .text($0) } ?? .nothing, .text(group.name)] + Self.cells(group))
      }
    }
    return table
  }

  /// The figures by district.
  var districts: CellTable {
    var table = CellTable(["code", "district", "province"] + Self.columns)
    for group in contents.districts {
      table.rows.append(
        [
          group.code.map { .text($0) } ?? .nothing, .text(group.name),
          group.parents.first.map { .text($0) } ?? .nothing,
        ]
          + Self.cells(group))
    }
    return table
  }

  private static let columns =
    ["villages", "people", "households"]
    + Service.allCases.flatMap { service in
      ["\(service)_served", "\(service)_unserved", "\(service)_unknown", "\(service)_people_unserved"]
    }

  private static func cells(_ group: Summary.Group) -> [CellTable.Cell] {
    [
      .whole(group.total.villages), .number(group.total.people, decimals: 1),
      .number(group.total.households, decimals: 1),
    ]
      + Service.allCases.flatMap { service -> [CellTable.Cell] in
        [
          .whole(group[service, .served].villages), .whole(group[service, .unserved].villages),
          .whole(group[service, .unknown].villages), .number(group[service, .unserved].people, decimals: 1),
        ]
      }
  }

  /// The most urgent villages with the parts of their scores.
  var topVillages: CellTable {
    let criteria = contents.ranking?.criteria.criteria ?? []
    let fields: [VillageField] = [.code, .name, .commune, .district, .province, .province2025]
    var table = CellTable(
      ["rank", "score"] + fields.map(\.rawValue) + ["longitude", "latitude", "people", "households"]
        + Service.allCases.flatMap { ["\($0)", "\($0)_distance_m"] } + criteria.map { "score_\($0)" })
    guard let ranking = contents.ranking else { return table }
    let villages = contents.analysis.inputs.villages
    for village in contents.topVillages(limit: Self.limit) {
      var row: [CellTable.Cell] = [
        .whole(ranking.rank(ofVillage: village)), .number(ranking.score(ofVillage: village).value, decimals: 2),
        .text(villages.codes[village]),
      ]
      row += fields.dropFirst().map { villages.text(of: $0, village: village).map { .text($0) } ?? .nothing }
      row += [
        .number(villages.coordinates[village].longitude, decimals: 7),
        .number(villages.coordinates[village].latitude, decimals: 7), .number(villages.people[village], decimals: 1),
        .number(villages.households[village], decimals: 1),
      ]
      for service in Service.allCases {
        let column = contents.analysis.assessment[service]
        row += [.text("\(column.statuses[village])"), .number(column.distancesMetres[village], decimals: 1)]
      }
      row += ranking.parts(ofVillage: village).map { .number($0.value, decimals: 2) }
      table.rows.append(row)
    }
    return table
  }
}
