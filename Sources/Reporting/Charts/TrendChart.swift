import Coverage
import Project

/// How many villages lacked a service at each run, as a line over time, with the targets ahead and the way to those that are not
/// reached yet.
struct TrendChart {
  let service: Service
  /// The runs, the oldest first, this one last.
  let runs: [RunFigures]
  let targets: [Target]
  let words: Words

  private static let width = 340.0
  private static let height = 170.0
  private static let left = 46.0
  private static let right = 14.0
  private static let top = 12.0
  private static let bottom = 26.0

  /// The drawing; nil with fewer than two runs on different days.
  var markup: Markup? {
    let points = runs.compactMap { run -> (day: Int, count: Int)? in
      guard let day = CalendarDay(startOf: run.time), let counts = run.services[service] else { return nil }
      return (day.number, counts.unserved)
    }
    guard let first = points.first, let last = points.last, last.day > first.day else { return nil }
    let ahead = ahead
    let scale = ChartScale(upTo: Double((points.map(\.count) + ahead.map(\.count)).max() ?? 0))
    let end = ahead.map(\.day).max() ?? last.day
    func x(_ day: Int) -> Double {
      Self.left + Double(day - first.day) / Double(end - first.day) * (Self.width - Self.left - Self.right)
    }
    func y(_ count: Double) -> Double {
      Self.height - Self.bottom - count / scale.top * (Self.height - Self.top - Self.bottom)
    }
    var drawing = grid(scale, y)
    let line = points.map { "\(ChartText.number(x($0.day))),\(ChartText.number(y(Double($0.count))))" }
    drawing += "<polyline class=\"trend\" points=\"\(line.joined(separator: " "))\"/>"
    for target in ahead {
      let (tx, ty) = (ChartText.number(x(target.day)), ChartText.number(y(Double(target.count))))
      if target.count < last.count {
        drawing += """
          <line class="wanted" x1="\(ChartText.number(x(last.day)))" y1="\(ChartText.number(y(Double(last.count))))" x2="\(tx)" y2="\(ty)"/>
          """
      }
      drawing += "<circle class=\"wanted\" cx=\"\(tx)\" cy=\"\(ty)\" r=\"3.5\"/>"
    }
    drawing +=
      "<circle class=\"now\" cx=\"\(ChartText.number(x(last.day)))\" cy=\"\(ChartText.number(y(Double(last.count))))\" r=\"3.5\"/>"
    let base = ChartText.number(Self.height - 8)
    drawing += "<text x=\"\(ChartText.number(Self.left))\" y=\"\(base)\">\(words.day(runs[0].time))</text>"
    let lastDay = ahead.max { $0.day < $1.day }?.date ?? runs[runs.count - 1].time
    drawing +=
      "<text class=\"e\" x=\"\(ChartText.number(Self.width - Self.right))\" y=\"\(base)\">\(words.day(lastDay))</text>"
    return framed(drawing, first.count, last.count)
  }

  /// The targets whose day is still to come, by which the chart goes on to the right.
  private var ahead: [(day: Int, count: Int, date: String)] {
    guard let today = runs.last.flatMap({ CalendarDay(startOf: $0.time) }) else { return [] }
    return targets.filter { $0.service == service }.compactMap { target in
      CalendarDay(startOf: target.date).map { (day: $0.number, count: target.unserved, date: target.date) }
    }.filter { $0.day > today.number }
  }

  /// What the ring and the dashed line of charts mean; nothing where there are none.
  static func key(of charts: [TrendChart], _ words: Words) -> Markup {
    let drawn = charts.filter { $0.markup != nil }
    if drawn.allSatisfy(\.ahead.isEmpty) { return "" }
    func entry(_ drawing: Markup, _ text: String) -> Markup {
      """
      <li><svg class="sign" viewBox="0 0 28 12" aria-hidden="true">\(drawing)</svg> \(text)</li>

      """
    }
    var entries = entry(
      "<circle class=\"wanted\" cx=\"14\" cy=\"6\" r=\"3.5\"/>",
      words.pick("target: no more than so many on its day", "mục tiêu: đến hạn không còn quá mức này"))
    let hasWay = drawn.contains { chart in
      let now = chart.runs.last?.services[chart.service]?.unserved ?? 0
      return chart.ahead.contains { $0.count < now }
    }
    if hasWay {
      entries += entry(
        "<line class=\"wanted\" x1=\"1\" y1=\"6\" x2=\"27\" y2=\"6\"/>",
        words.pick(
          "dashed: the pace that reaches the target on its day", "nét đứt: tốc độ cần có để đạt mục tiêu đúng hạn"))
    }
    return "<ul class=\"key\">\n\(entries)</ul>\n"
  }

  private func grid(_ scale: ChartScale, _ y: (Double) -> Double) -> Markup {
    var lines: Markup = ""
    for tick in scale.ticks {
      let at = ChartText.number(y(tick))
      lines += """
        <line class="grid" x1="\(ChartText.number(Self.left))" y1="\(at)" x2="\(ChartText.number(Self.width - Self.right))" y2="\(at)"/>\
        <text class="e" x="\(ChartText.number(Self.left - 6))" y="\(ChartText.number(y(tick) + 4))">\(words.number(tick, decimals: 0))</text>
        """
    }
    return lines
  }

  private func framed(_ drawing: Markup, _ first: Int, _ last: Int) -> Markup {
    let title = "\(words.pick("Villages", "Thôn, bản")) \(words.without(service))"
    let label = words.pick(
      "\(title): from \(words.number(first)) on \(words.day(runs[0].time)) to \(words.number(last)) now",
      "\(title): từ \(words.number(first)) (\(words.day(runs[0].time))) đến \(words.number(last)) hiện nay")
    return """
      <figure class="chart"><figcaption>\(title)</figcaption>
      <svg class="\(service.rawValue)" viewBox="0 0 \(Int(Self.width)) \(Int(Self.height))" role="img" aria-label="\(label)">\(drawing)</svg></figure>

      """
  }
}
