import Coverage

/// What goes on from run to run: the figures over time and the plan.
extension MarkdownReport {
  /// The figures of the runs behind the charts of the page, the newest first.
  var course: String {
    let runs = RunFigures.course(contents.earlier + [contents.figures])
    if runs.count < 2 { return "" }
    return heading(words.pick("Over time", "Diễn biến"))
      + MarkdownText.table(
        [words.pick("Run", "Lần chạy")] + contents.services.map { words.without($0).capitalizedFirst },
        runs.reversed().map { run in
          [words.moment(run.time)]
            + contents.services.map { service in run.services[service].map { words.number($0.unserved) } ?? "–" }
        })
  }

  /// What is to be built, and how far that has come.
  var plan: String {
    var text = ""
    if let plan = contents.plan, !plan.years.isEmpty {
      let services = YearBars(plan: plan, words: words).services
      func row(_ title: String, _ years: [PlanOverview.Year]) -> [String] {
        [title]
          + services.flatMap { service in
            [
              words.money(years.reduce(0) { $0 + ($1.costs[service] ?? 0) }),
              words.number(years.reduce(0) { $0 + ($1.villages[service] ?? 0) }),
            ]
          } + [words.money(years.reduce(0) { $0 + $1.cost })]
      }
      text += MarkdownText.table(
        [words.pick("Year", "Năm")]
          + services.flatMap { [words.name(planned: $0), words.pick("Villages", "Thôn, bản")] }
          + [words.pick("Cost in all", "Tổng chi phí")],
        plan.years.map { row("\($0.year)", [$0]) } + [row(words.pick("All", "Tổng"), plan.years)])
    }
    if !contents.progress.isEmpty {
      if !text.isEmpty { text += "\n" }
      func row(_ year: String, _ service: String, _ entries: [PlanProgress]) -> [String] {
        let (planned, served) = PlanProgress.sum(entries)
        return [year, service, words.number(planned), words.number(served), words.share(served, of: planned)]
      }
      text += MarkdownText.table(
        [
          words.pick("Year of the plan", "Năm kế hoạch"), words.pick("Service", "Dịch vụ"),
          words.pick("Planned", "Kế hoạch"), words.pick("Served so far", "Đến nay đã có"),
          words.pick("Share", "Tỷ lệ"),
        ],
        contents.progress.map { row("\($0.year)", words.name($0.service), [$0]) })
    }
    return text.isEmpty ? "" : heading(words.pick("The plan", "Kế hoạch")) + text
  }

  /// Where the rest of a list stands; nothing where the list is whole.
  func rest(shown: Int, of count: Int, in name: String) -> String {
    if count <= shown { return "" }
    return "\n"
      + words.pick(
        "The first \(words.number(shown)) of \(words.number(count)); more are in",
        "\(words.number(shown)) dòng đầu trong \(words.number(count)); các dòng khác có trong")
      + " [\(name)](\(name)).\n"
  }
}
