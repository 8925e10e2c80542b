import Project

/// What was mended, left out or doubtful in the inputs.
enum QualitySection {
  /// So many remarks are listed.
  static let limit = 60

  static func section(_ contents: ReportContents, _ words: Words) -> PageSection {
    let notices = contents.analysis.notices
    let losses = notices.count(where: \.isLoss)
    var body: Markup = ""
    if notices.isEmpty {
      body += "<p>\(words.pick("Nothing had to be mended or left out.", "Không có gì phải sửa hoặc bỏ qua."))</p>\n"
    } else {
      let lead = words.pick(
        "\(words.number(notices.count)) remarks on the inputs; \(words.number(losses)) mean that the result covers less than the input.",
        "\(words.number(notices.count)) ghi chú về dữ liệu đầu vào; \(words.number(losses)) ghi chú cho biết kết quả thiếu so với dữ liệu."
      )
      body += "<p>\(lead)</p>\n<ul class=\"notices\">\n"
      for notice in notices.sorted(by: { $0.isLoss && !$1.isLoss }).prefix(limit) {
        let kind = notice.isLoss ? "loss" : notice.isInformation ? "information" : "warning"
        let word =
          notice.isLoss
          ? words.pick("left out", "bỏ qua")
          : notice.isInformation ? words.pick("note", "ghi chú") : words.pick("warning", "cảnh báo")
        let remark = words.remark(notice)
        let text: Markup = remark.isTranslated ? "\(remark.text)" : "<span lang=\"en\">\(remark.text)</span>"
        body += "<li class=\"\(kind)\"><span class=\"tag\">\(word)</span> <b>\(notice.layer)</b>: \(text)</li>\n"
      }
      body += "</ul>\n"
      if notices.count > limit {
        body += FileLink.rest(
          words.pick(
            "These are the first \(limit); all are in", "Trên đây là \(limit) ghi chú đầu; toàn bộ có trong"),
          ReportFiles.jsonName)
      }
    }
    body += unknowns(contents, words)
    return PageSection("quality", words.pick("Quality of the data", "Chất lượng dữ liệu"), body)
  }

  private static func unknowns(_ contents: ReportContents, _ words: Words) -> Markup {
    var lines: [Markup] = []
    for service in contents.services {
      if let unknown = contents.figures.services[service]?.unknown, unknown > 0 {
        lines.append(
          "<li>\(words.name(service)): \(words.number(unknown)) \(words.pick("villages of unknown status", "thôn, bản chưa rõ tình trạng"))</li>\n"
        )
      }
      if let doubtful = contents.analysis.summary.all.doubtful[service], doubtful > 0 {
        lines.append(
          "<li>\(words.name(service)): \(words.number(doubtful)) \(words.pick("villages in doubt for the accuracy of their position", "thôn, bản chưa chắc chắn do sai số vị trí"))</li>\n"
        )
      }
    }
    for entry in contents.ranking?.criteria.missing.entries ?? [] {
      lines.append(
        "<li>\(words.name(entry.criterion)): \(words.pick("not known of", "chưa rõ ở")) \(words.number(entry.villages)) \(words.pick("villages", "thôn, bản"))</li>\n"
      )
    }
    return lines.isEmpty ? "" : "<ul>\n\(lines)</ul>\n"
  }
}
