import Coverage

/// What is to be built, year by year; there is no such section without a plan.
enum PlanSection {
  static func section(_ contents: ReportContents, _ words: Words) -> PageSection? {
    guard let plan = contents.plan, !plan.years.isEmpty else { return nil }
    let chart = YearBars(plan: plan, words: words)
    func name(_ service: String) -> String { Service(rawValue: service).map(words.name) ?? service }
    var table = PageTable(
      words.pick("The plan by year", "Kế hoạch theo năm"),
      [.text(words.pick("Year", "Năm"))]
        + chart.services.flatMap { service -> [PageTable.Column] in
          [.number(name(service)), .number(words.pick("Villages", "Thôn, bản"))]
        } + [.number(words.pick("Cost in all", "Tổng chi phí"))], isSortable: false)
    for year in plan.years { table.rows.append(row("\(year.year)", [year], chart.services, words)) }
    table.total = row(words.pick("All", "Tổng"), plan.years, chart.services, words)
    let key = chart.services.map { service -> Markup in
      "<li><span class=\"swatch s-\(service)\" aria-hidden=\"true\"></span>\(name(service))</li>\n"
    }
    return PageSection(
      "plan", words.pick("The plan", "Kế hoạch"),
      """
      \(chart.markup)<ul class="key">
      \(key)</ul>
      \(table.markup)
      """)
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
}
