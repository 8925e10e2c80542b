import Coverage
import Project

/// What changes from run to run: villages, figures, zones, the plan and the targets.
extension ReportTables {
  /// The villages that are not as they were at the last run, all of them, each status before and now where it changed.
  var changes: CellTable {
    let fields: [VillageField] = [.name, .commune, .district, .province, .province2025]
    var table = CellTable(
      ["code", "change"] + fields.map(\.rawValue) + Service.allCases.flatMap { ["\($0)_before", "\($0)_now"] })
    let villages = contents.analysis.inputs.villages
    for change in contents.changes ?? [] {
      var row: [CellTable.Cell] = [.text(change.code), .text(change.kind.rawValue)]
      row += fields.map { field in
        change.village.flatMap { villages.text(of: field, village: $0) }.map { .text($0) } ?? .nothing
      }
      for service in Service.allCases {
        let move = change.statuses.first { $0.service == service }
        row += move.map { [.text("\($0.old)"), .text("\($0.new)")] } ?? [.nothing, .nothing]
      }
      table.rows.append(row)
    }
    return table
  }

  /// The figures of all runs, the oldest first, this one last.
  var runs: CellTable {
    var table = CellTable(
      ["time", "villages"]
        + Service.allCases.flatMap { service in
          ["\(service)_served", "\(service)_unserved", "\(service)_unknown", "\(service)_people_unserved"]
        })
    for run in contents.earlier + [contents.figures] {
      table.rows.append(
        [.text(run.time), .whole(run.villages)]
          + Service.allCases.flatMap { service -> [CellTable.Cell] in
            guard let counts = run.services[service] else { return [.nothing, .nothing, .nothing, .nothing] }
            return [counts.served, counts.unserved, counts.unknown, counts.peopleUnserved].map { .whole($0) }
          })
    }
    return table
  }

  /// All dead zones, by service and rank, each with its largest village.
  var zones: CellTable {
    let fields: [VillageField] = [.name, .commune, .district, .province, .province2025]
    var table = CellTable(
      ["service", "rank", "zone", "villages", "people", "area_km2", "distance_to_network_m", "largest_village_code"]
        + fields.map { "largest_village_\($0.rawValue)" })
    let villages = contents.analysis.inputs.villages
    for zone in contents.zones.flatMap(\.zones) {
      let village = zone.principalVillage(villages)
      table.rows.append(
        [
          .text(zone.service.rawValue), .whole(zone.rank), .text(zone.lineage.identifier),
          .whole(zone.villages.count), .number(zone.people.total, decimals: 1),
          .number(zone.squareMetres / 1e6, decimals: 3),
          .number(zone.nearestFeature?.distanceMetres ?? .nan, decimals: 1),
          village.map { .text(villages.codes[$0]) } ?? .nothing,
        ]
          + fields.map { field in
            village.flatMap { villages.text(of: field, village: $0) }.map { .text($0) } ?? .nothing
          })
    }
    return table
  }

  /// The plan by year and service: what it costs, in whole **đồng**, for how many villages, and how many of these are served.
  var plan: CellTable {
    var table = CellTable(["year", "service", "cost_vnd", "villages", "planned", "served"])
    let years = contents.plan?.years ?? []
    for year in Set(years.map(\.year) + contents.progress.map(\.year)).sorted() {
      let built = years.first { $0.year == year }
      let progress = contents.progress.filter { $0.year == year }
      let known = Service.allCases.map(\.rawValue)
      let found = Set((built?.costs.keys).map(Array.init) ?? [])
        .union(built?.villages.keys.map { $0 } ?? []).union(progress.map(\.service.rawValue))
      for service in known.filter(found.contains) + found.subtracting(known).sorted() {
        let entry = progress.first { $0.service.rawValue == service }
        table.rows.append([
          .whole(year), .text(service), (built?.costs[service]).map { .whole($0) } ?? .nothing,
          (built?.villages[service]).map { .whole($0) } ?? .nothing, (entry?.planned).map { .whole($0) } ?? .nothing,
          (entry?.served).map { .whole($0) } ?? .nothing,
        ])
      }
    }
    return table
  }

  /// How the targets stand.
  var targets: CellTable {
    var table = CellTable([
      "service", "by", "target", "unserved", "state", "days_left", "needed_per_month", "pace_per_month",
    ])
    for outlook in contents.targets {
      table.rows.append([
        .text(outlook.target.service.rawValue), .text(outlook.target.date), .whole(outlook.target.unserved),
        .whole(outlook.unserved), .text(outlook.state.rawValue), .whole(outlook.daysLeft),
        .number(outlook.neededPerMonth ?? .nan, decimals: 2), .number(outlook.pacePerMonth ?? .nan, decimals: 2),
      ])
    }
    return table
  }
}
