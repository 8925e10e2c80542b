import Coverage

/// What is to be built, year by year, and how far that has come; there is no such section without a plan.
enum PlanSection {
  static func section(_ contents: ReportContents, _ words: Words) -> PageSection? {
    var body: Markup = ""
    if let plan = contents.plan, !plan.years.isEmpty { body += costs(plan, words) }
    if !contents.progress.isEmpty { body += progress(contents.progress, words) }
    if body.text.isEmpty { return nil }
    return PageSection("plan", words.pick("The plan", "Kế hoạch"), body)
  }

  // MARK: Costs

  private static func costs(_ plan: PlanOverview, _ words: Words) -> Markup {
    let chart = YearBars(plan: plan, words: words)
    var table = PageTable(
      words.pick("The plan by year", "Kế hoạch theo năm"),
      [.text(words.pick("Year", "Năm"))]
        + chart.services.flatMap { service -> [PageTable.Column] in
          [.number(words.name(planned: service)), .number(words.pick("Villages", "Thôn, bản"))]
        } + [.number(words.pick("Cost in all", "Tổng chi phí"))], isSortable: false)
    for year in plan.years { table.rows.append(row("\(year.year)", [year], chart.services, words)) }
    table.total = row(words.pick("All", "Tổng"), plan.years, chart.services, words)
    let key = chart.services.map { service -> Markup in
      "<li><span class=\"swatch s-\(service)\" aria-hidden=\"true\"></span>\(words.name(planned: service))</li>\n"
    }
    return """
      \(chart.markup)<ul class="key">
      \(key)</ul>
      \(table.markup)
      """
  }

  private static func row(
    _ title: String, _ years: [PlanOverview.Year], _ services: [String], _ words: Words
  ) -> [PageTable.Cell] {
    [.init(title)]
      + services.flatMap { service -> [PageTable.Cell] in
        [
          .init(words.money(years.reduce(0) { $0 + ($1.costs[service] ?? 0) })),
          .init(years.reduce(0) { $0 + ($1.villages[service] ?? 0) }, words),
        ]
      } + [.init(words.money(years.reduce(0) { $0 + $1.cost }))]
  }

  // MARK: Progress

  /// The years by service; their sum where there is but one service, for a village may stand under several.
  private static func progress(_ progress: [PlanProgress], _ words: Words) -> Markup {
    var table = PageTable(
      words.pick("Villages of the plan that are served so far", "Thôn, bản trong kế hoạch đến nay đã có dịch vụ"),
      [
        .text(words.pick("Year of the plan", "Năm kế hoạch")), .text(words.pick("Service", "Dịch vụ")),
        .number(words.pick("Planned", "Kế hoạch")), .number(words.pick("Served so far", "Đến nay đã có")),
        .number(words.pick("Share", "Tỷ lệ")),
      ], isSortable: false)
    func cells(_ year: String, _ service: String, _ entries: [PlanProgress]) -> [PageTable.Cell] {
      let (planned, served) = PlanProgress.sum(entries)
      return [
        .init(year), .init(service), .init(planned, words), .init(served, words),
        .init(share: served, of: planned, words),
      ]
    }
    for entry in progress { table.rows.append(cells("\(entry.year)", words.name(entry.service), [entry])) }
    let services = Set(progress.map(\.service))
    if let service = services.first, services.count == 1 {
      table.total = cells(words.pick("All", "Tổng"), words.name(service), progress)
    }
    return table.markup
  }
}

extension PlanProgress {
  /// The villages and services of several entries.
  static func sum(_ entries: [PlanProgress]) -> (planned: Int, served: Int) {
    entries.reduce((0, 0)) { ($0.0 + $1.planned, $0.1 + $1.served) }
  }
}

extension Words {
  /// A service as a plan names it; its own name where it is none of the three.
  func name(planned service: String) -> String { Service(rawValue: service).map(name) ?? service }
}
