import Coverage
import Project

/// How the figures are made, and from what.
enum MethodSection {
  static func section(_ contents: ReportContents, _ words: Words) -> PageSection {
    PageSection(
      "method", words.pick("Method and sources", "Phương pháp và nguồn"),
      """
      <h3>\(words.pick("When a village has a service", "Khi nào thôn, bản được coi là đã có dịch vụ"))</h3>
      <p>\(words.pick("Any one of the rules is enough. Distances are geodesic on the WGS 84 ellipsoid (Karney, 2013), right to a centimetre. Unknown means that no data speaks of the place; it is not the same as unserved.", "Chỉ cần thoả một quy tắc. Khoảng cách là đường trắc địa trên ellipsoid WGS 84 (Karney, 2013), chính xác tới centimet. “Chưa rõ” là không có dữ liệu cho nơi đó, khác với “chưa có”."))</p>
      <ul>
      \(rules(contents, words))</ul>
      \(weights(contents, words))<h3>\(words.pick("Files", "Tệp dữ liệu"))</h3>
      \(files(contents, words))
      """)
  }

  private static func rules(_ contents: ReportContents, _ words: Words) -> [Markup] {
    contents.services.map { service in
      "<li><b>\(words.name(service))</b>: \(words.rules(contents.analysis.inputs.project.rules(for: service)))</li>\n"
    }
  }

  private static func weights(_ contents: ReportContents, _ words: Words) -> Markup {
    guard let ranking = contents.ranking else { return "" }
    var table = PageTable(
      words.pick(
        "Criteria of the score and their weights (\(words.name(ranking.settings.method)))",
        "Tiêu chí và trọng số (\(words.name(ranking.settings.method)))"),
      [.text(words.pick("Criterion", "Tiêu chí")), .number(words.pick("Weight", "Trọng số"))], isSortable: false)
    for criterion in ranking.criteria.criteria {
      table.rows.append([
        .init(words.name(criterion)), .init(ranking.settings.weights[criterion], decimals: 1, words),
      ])
    }
    return "<h3>\(words.pick("The score", "Điểm ưu tiên"))</h3>\n\(table.markup)"
  }

  private static func files(_ contents: ReportContents, _ words: Words) -> Markup {
    let hasChecksums = contents.inputs.contains { $0.checksum != nil }
    var table = PageTable(
      words.pick("The files that this report is made from", "Các tệp làm nên báo cáo này"),
      [.text(words.pick("Layer", "Lớp")), .text(words.pick("File", "Tệp"))]
        + (hasChecksums ? [.number(words.pick("Bytes", "Byte")), .text("SHA-256")] : []), isSortable: false)
    for input in contents.inputs {
      var row = [PageTable.Cell(words.role(input.role)), .init(input.path)]
      if hasChecksums {
        row.append(input.size.map { .init($0, words) } ?? .init("–"))
        row.append(.init("<code>\(input.checksum ?? "–")</code>" as Markup))
      }
      table.rows.append(row)
    }
    return table.markup
  }
}
