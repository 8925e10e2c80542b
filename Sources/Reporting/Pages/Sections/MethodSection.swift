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
      \(files(contents, words))<h3>\(words.pick("This report as files", "Báo cáo này ở dạng tệp"))</h3>
      <p>\(words.pick("They lie in the folder of this page.", "Các tệp nằm cùng thư mục với trang này."))</p>
      <ul class="downloads">
      \(downloads(contents, words))</ul>
      """)
  }

  private static func rules(_ contents: ReportContents, _ words: Words) -> [Markup] {
    contents.services.map { service in
      "<li><b>\(words.name(service))</b>: \(words.rules(contents.analysis.inputs.project.wholeRules(for: service)))</li>\n"
    }
  }

  /// The files beside the page that have something to tell.
  private static func downloads(_ contents: ReportContents, _ words: Words) -> [Markup] {
    var files = [
      (ReportFiles.markdownName, words.pick("the report as text (Markdown)", "báo cáo dạng văn bản (Markdown)")),
      (ReportFiles.jsonName, words.pick("the report for programs", "báo cáo cho chương trình máy tính")),
    ]
    func add(_ name: String, _ hasRows: Bool, _ english: String, _ vietnamese: String) {
      if hasRows { files.append((name, words.pick(english, vietnamese))) }
    }
    let hasPlan = !(contents.plan?.years ?? []).isEmpty || !contents.progress.isEmpty
    add(
      ReportFiles.provincesName, !contents.provinces.isEmpty || !contents.provinces2025.isEmpty,
      "figures by province", "số liệu theo tỉnh")
    add(ReportFiles.districtsName, !contents.districts.isEmpty, "figures by district", "số liệu theo huyện")
    add(
      ReportFiles.topVillagesName, !contents.topVillages(limit: 1).isEmpty,
      "the \(ReportTables.limit) most urgent villages at most, with the parts of their scores",
      "tối đa \(ReportTables.limit) thôn, bản cần ưu tiên nhất, kèm các phần của điểm")
    add(
      ReportFiles.changesName, !(contents.changes ?? []).isEmpty, "all villages that changed",
      "toàn bộ thôn, bản thay đổi")
    add(ReportFiles.runsName, true, "the figures of all runs", "số liệu của mọi lần chạy")
    add(
      ReportFiles.zonesName, contents.zones.contains { !$0.zones.isEmpty }, "all dead zones", "toàn bộ vùng lõm")
    add(ReportFiles.planName, hasPlan, "the plan by year and its progress", "kế hoạch theo năm và tiến độ")
    add(ReportFiles.targetsName, !contents.targets.isEmpty, "targets", "mục tiêu")
    return files.map { name, text in "<li>\(FileLink.markup(name)): \(text)</li>\n" }
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
