/// What a plan costs in each year, as stacked bars.
struct YearBars {
  let plan: PlanOverview
  let words: Words

  private static let width = 560.0
  private static let height = 200.0
  private static let left = 74.0
  private static let bottom = 26.0
  private static let top = 10.0

  /// The services of the plan, in the order fibre, signal, power, then others by name.
  var services: [String] {
    let known = ["fibre", "signal", "power"]
    let found = Set(plan.years.flatMap { $0.costs.keys })
    return known.filter(found.contains) + found.subtracting(known).sorted()
  }

  /// The drawing; costs stand in milliards of đồng.
  var markup: Markup {
    let scale = ChartScale(upTo: plan.years.map { Double($0.cost) / 1e9 }.max() ?? 0)
    func y(_ cost: Double) -> Double {
      Self.height - Self.bottom - cost / scale.top * (Self.height - Self.top - Self.bottom)
    }
    var drawing: Markup = ""
    for tick in scale.ticks {
      let at = ChartText.number(y(tick))
      drawing += """
        <line class="grid" x1="\(Int(Self.left))" y1="\(at)" x2="\(Int(Self.width))" y2="\(at)"/>\
        <text class="e" x="\(Int(Self.left) - 6)" y="\(ChartText.number(y(tick) + 4))">\(words.number(tick, decimals: 0))</text>
        """
    }
    let slot = (Self.width - Self.left) / Double(max(1, plan.years.count))
    for (place, year) in plan.years.enumerated() {
      let x = Self.left + Double(place) * slot
      var sum = 0.0
      for service in services {
        let cost = Double(year.costs[service] ?? 0) / 1e9
        drawing += """
          <rect class="s-\(service)" x="\(ChartText.number(x + slot * 0.2))" y="\(ChartText.number(y(sum + cost)))" \
          width="\(ChartText.number(slot * 0.6))" height="\(ChartText.number(y(sum) - y(sum + cost)))"/>
          """
        sum += cost
      }
      drawing +=
        "<text class=\"m\" x=\"\(ChartText.number(x + slot / 2))\" y=\"\(Int(Self.height) - 8)\">\(year.year)</text>"
    }
    let label = plan.years.map { "\($0.year): \(words.money($0.cost))" }.joined(separator: "; ")
    return """
      <figure class="chart wide-chart"><figcaption>\(words.pick("Cost by year, in billion đồng", "Chi phí theo năm, tỷ đồng"))</figcaption>
      <svg viewBox="0 0 \(Int(Self.width)) \(Int(Self.height))" role="img" aria-label="\(label)">\(drawing)</svg></figure>

      """
  }
}
