import Coverage

/// The headline figures: a card for each service, the targets, and how the figures went over time.
enum FigureSection {
  static func section(_ contents: ReportContents, _ words: Words) -> PageSection {
    let cards = contents.services.map { card($0, contents, words) }
    let people = contents.analysis.summary.all.total.people
    let lead = words.pick(
      "\(words.number(contents.figures.villages)) villages with \(words.number(people, decimals: 0)) people.",
      "\(words.number(contents.figures.villages)) thôn, bản với \(words.number(people, decimals: 0)) người.")
    return PageSection(
      "figures", words.pick("Where we stand", "Hiện trạng"),
      """
      <p class="lead">\(lead) \(noticeText(words))</p>
      <div class="cards">
      \(cards)</div>
      \(targets(contents, words))\(trends(contents, words))
      """)
  }

  private static func noticeText(_ words: Words) -> String {
    words.pick(
      "Notice \(NoticeFigures.name) of 10 January 2024 counts \(words.number(NoticeFigures.villages)) in the whole country.",
      "Thông báo \(NoticeFigures.name) ngày 10/01/2024 nêu \(words.number(NoticeFigures.villages)) thôn, bản trong cả nước."
    )
  }

  // MARK: Cards

  private static func card(_ service: Service, _ contents: ReportContents, _ words: Words) -> Markup {
    guard let counts = contents.figures.services[service] else { return "" }
    let total = contents.figures.villages
    var facts: [(String, Markup)] = []
    if let change = change(service, counts, contents, words) { facts.append(change) }
    facts.append(
      (
        words.pick("People without it", "Dân số chưa có"), "\(words.number(counts.peopleUnserved))"
      ))
    if counts.unknown > 0 {
      facts.append((words.pick("Not known", "Chưa rõ"), "\(words.number(counts.unknown))"))
    }
    let noticed = service == .fibre ? NoticeFigures.withFibre : NoticeFigures.unserved(service)
    facts.append(
      (words.pick("Notice \(NoticeFigures.name)", "Thông báo \(NoticeFigures.name)"), "\(words.number(noticed))"))
    for outlook in contents.targets where outlook.target.service == service {
      facts.append((words.pick("Target", "Mục tiêu"), target(outlook, words)))
    }
    let big = service == .fibre ? counts.served : counts.unserved
    let list = facts.map { entry -> Markup in "<div><dt>\(entry.0)</dt><dd>\(entry.1)</dd></div>\n" }
    return """
      <article class="card \(service.rawValue)"><h3>\(words.name(service))</h3>
      <p class="big"><strong>\(words.number(big))</strong> <span>\(words.pick("villages", "thôn, bản")) \
      \(service == .fibre ? words.with(service) : words.without(service)), \(words.share(big, of: total))</span></p>
      \(StatusBar(counts: counts, service: service, words: words).markup)
      <dl>
      \(list)</dl></article>

      """
  }

  /// What changed since the last run, for the better or for the worse.
  private static func change(
    _ service: Service, _ counts: RunFigures.Counts, _ contents: ReportContents, _ words: Words
  ) -> (String, Markup)? {
    guard let last = contents.earlier.last, let old = last.services[service] else { return nil }
    let more = counts.unserved - old.unserved
    let kind = more < 0 ? "better" : more > 0 ? "worse" : "same"
    let sign = more < 0 ? "▼" : more > 0 ? "▲" : "■"
    return (
      "\(words.without(service).capitalizedFirst) \(words.pick("since", "so với")) \(words.day(last.time))",
      "<span class=\"\(kind)\"><span aria-hidden=\"true\">\(sign)</span> \(words.difference(more))</span>"
    )
  }

  private static func target(_ outlook: TargetProgress, _ words: Words) -> Markup {
    let goal = words.pick(
      "at most \(words.number(outlook.target.unserved)) by \(words.day(outlook.target.date))",
      "còn \(words.number(outlook.target.unserved)) đến \(words.day(outlook.target.date))")
    return "\(goal): <span class=\"state \(outlook.state.rawValue)\">\(words.state(outlook.state))</span>"
  }

  // MARK: Targets

  private static func targets(_ contents: ReportContents, _ words: Words) -> Markup {
    if contents.targets.isEmpty { return "" }
    var table = PageTable(
      words.pick("Targets and the pace that they need", "Mục tiêu và tốc độ cần có"),
      [
        .text(words.pick("Service", "Dịch vụ")), .text(words.pick("By", "Hạn")),
        .number(words.pick("Target", "Mục tiêu")), .number(words.pick("Now without", "Hiện còn")),
        .number(words.pick("Needed a month", "Cần mỗi tháng")), .number(words.pick("Pace a month", "Tốc độ mỗi tháng")),
        .text(words.pick("State", "Tình trạng")),
      ], isSortable: false)
    for outlook in contents.targets {
      table.rows.append([
        .init(words.name(outlook.target.service)), .init(words.day(outlook.target.date)),
        .init(outlook.target.unserved, words), .init(outlook.unserved, words),
        .init(outlook.neededPerMonth ?? .nan, decimals: 1, words),
        .init(outlook.pacePerMonth ?? .nan, decimals: 1, words),
        .init("<span class=\"state \(outlook.state.rawValue)\">\(words.state(outlook.state))</span>" as Markup),
      ])
    }
    return table.markup
  }

  // MARK: Over time

  private static func trends(_ contents: ReportContents, _ words: Words) -> Markup {
    let runs = RunFigures.course(contents.earlier + [contents.figures])
    let targets = contents.targets.map(\.target)
    let drawn = contents.services.map { TrendChart(service: $0, runs: runs, targets: targets, words: words) }
    let charts = drawn.compactMap(\.markup)
    if charts.isEmpty { return "" }
    var table = PageTable(
      words.pick("Villages without each service, by run", "Số thôn, bản còn thiếu theo từng lần chạy"),
      [.text(words.pick("Run", "Lần chạy"))] + contents.services.map { .number(words.without($0).capitalizedFirst) },
      isSortable: false)
    for run in runs.reversed() {
      table.rows.append(
        [.init(words.moment(run.time))]
          + contents.services.map { service in
            run.services[service].map { PageTable.Cell($0.unserved, words) } ?? .init("–")
          })
    }
    return """
      <h3>\(words.pick("Over time", "Diễn biến"))</h3>
      <div class="charts">
      \(charts)</div>
      \(TrendChart.key(of: drawn, words))<details><summary>\(words.pick("The figures behind the charts", "Số liệu của biểu đồ"))</summary>
      \(table.markup)</details>

      """
  }
}

extension String {
  /// The text with its first letter in upper case.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
