import Coverage
import Project

/// The figures by province and district.
enum UnitSection {
  static func section(_ contents: ReportContents, _ words: Words) -> PageSection? {
    var body: Markup = ""
    if !contents.provinces.isEmpty {
      body += table(
        contents.provinces, words.pick("By province (63, until June 2025)", "Theo tỉnh (63 tỉnh, đến 30/6/2025)"),
        contents,
        words, identifier: "provinces-table")
    }
    if !contents.provinces2025.isEmpty {
      body += details(
        words.pick("By province since July 2025 (34)", "Theo tỉnh từ 01/7/2025 (34 tỉnh)"),
        table(
          contents.provinces2025, words.pick("By province since July 2025", "Theo tỉnh từ 01/7/2025"), contents, words,
          identifier: "provinces-2025-table"))
    }
    if !contents.districts.isEmpty {
      let title = words.pick(
        "By district (\(words.number(contents.districts.count)))",
        "Theo huyện (\(words.number(contents.districts.count)))")
      body += details(
        title,
        """
        <p class="filter"><label>\(words.pick("Show rows with", "Lọc theo tên")) <input type="search" data-filter="districts-table"></label> \
        <span class="quiet" role="status"></span></p>
        \(table(contents.districts, words.pick("By district", "Theo huyện"), contents, words, identifier: "districts-table"))
        """)
    }
    if body.text.isEmpty { return nil }
    return PageSection("units", words.pick("Provinces and districts", "Tỉnh và huyện"), body)
  }

  private static func details(_ title: String, _ body: Markup) -> Markup {
    "<details><summary>\(title)</summary>\n\(body)</details>\n"
  }

  private static func table(
    _ groups: [Summary.Group], _ caption: String, _ contents: ReportContents, _ words: Words, identifier: String
  ) -> Markup {
    let hasParents = groups.contains { !$0.parents.isEmpty }
    var columns = [PageTable.Column.text(words.pick("Unit", "Đơn vị"))]
    if hasParents { columns.append(.text(words.pick("Province", "Tỉnh"))) }
    columns += [.number(words.pick("Villages", "Thôn, bản")), .number(words.pick("People", "Dân số"))]
    for service in contents.services {
      columns += [
        .number(words.without(service).capitalizedFirst), .number(words.pick("share", "tỷ lệ")),
      ]
    }
    var table = PageTable(caption, columns, identifier: identifier)
    for group in groups { table.rows.append(row(group, hasParents, contents.services, words)) }
    var all = row(contents.analysis.summary.all, hasParents, contents.services, words)
    all[0] = .init(words.pick("All", "Tổng"))
    table.total = all
    return table.markup
  }

  private static func row(
    _ group: Summary.Group, _ hasParents: Bool, _ services: [Service], _ words: Words
  ) -> [PageTable.Cell] {
    var cells = [PageTable.Cell(NormalForm.composed(group.name))]
    if hasParents { cells.append(.init(NormalForm.composed(group.parents.joined(separator: ", ")))) }
    cells += [.init(group.total.villages, words), .init(group.total.people, decimals: 0, words)]
    for service in services {
      let unserved = group[service, .unserved].villages
      cells += [.init(unserved, words), .init(share: unserved, of: group.total.villages, words)]
    }
    return cells
  }
}
