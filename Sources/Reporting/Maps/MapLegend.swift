import Coverage

/// What stands beside the frame of a map picture: legend, scale bar and north arrow.
struct MapLegend {
  let sheet: MapSheet

  private var words: Words { sheet.words }
  private var x: Double { MapSheet.margin * 2 + sheet.projection.width }

  var markup: Markup {
    var y = sheet.top
    let arrow = northArrow(y)
    y += 84
    let legend = classes(&y)
    let ground = groundEntries(&y)
    return "\(arrow)\(legend)\(ground)\(scaleBar(y + 22))"
  }

  private func text(_ value: String, _ x: Double, _ y: Double, isBold: Bool = false) -> Markup {
    let weight: Markup = isBold ? " font-weight=\"bold\"" : ""
    return "<text x=\"\(ChartText.number(x))\" y=\"\(ChartText.number(y))\" fill=\"#22313a\"\(weight)>\(value)</text>\n"
  }

  private func northArrow(_ y: Double) -> Markup {
    let letter = words.pick("N", "B")
    let label = words.pick("North is up", "Hướng bắc ở trên")
    return """
      <g transform="translate(\(ChartText.number(x + 18)) \(ChartText.number(y + 6)))" role="img" aria-label="\(label)" class="north">
      <path d="M0 14L11 52L0 44z" fill="#22313a"/><path d="M0 14L-11 52L0 44z" fill="#ffffff" stroke="#22313a"/>
      <text x="0" y="9" text-anchor="middle" font-weight="bold" fill="#22313a">\(letter)</text></g>

      """
  }

  private func classes(_ y: inout Double) -> Markup {
    var legend = text(words.pick("Villages", "Thôn, bản"), x, y, isBold: true)
    for kind in MapClass.classes(sheet.subject, sheet.options, words).reversed() {
      y += 21
      legend += """
        <circle cx="\(ChartText.number(x + 7))" cy="\(ChartText.number(y - 4))" r="\(ChartText.number(min(7, kind.radius * 1.6)))" fill="\(kind.colour)"/>

        """
      legend += text("\(kind.name) (\(words.number(kind.villages.count)))", x + 20, y)
    }
    return legend
  }

  private func groundEntries(_ y: inout Double) -> Markup {
    var legend: Markup = ""
    func entry(_ drawing: Markup, _ name: String) {
      y += 21
      legend += drawing
      legend += text(name, x + 20, y)
    }
    let zones = sheet.subject.zones.filter { sheet.options.service == nil || sheet.options.service == $0.service }
    if let service = zones.first?.service {
      entry(
        """
        <rect x="\(ChartText.number(x))" y="\(ChartText.number(y + 12))" width="14" height="10" fill="#e69f00" fill-opacity="0.25" stroke="#b97700" stroke-width="0.8"/>

        """, words.pick("Dead zone (\(words.inner(service)))", "Vùng lõm (\(words.inner(service)))"))
    }
    if sheet.subject.ground.lines[.roads] != nil {
      entry(
        """
        <path d="M\(ChartText.number(x)) \(ChartText.number(y + 17))h14" stroke="#b9a88a" stroke-width="1.4"/>

        """, words.pick("Road", "Đường"))
    }
    if !sheet.subject.ground.communes.isEmpty {
      entry(
        """
        <circle cx="\(ChartText.number(x + 7))" cy="\(ChartText.number(y + 17))" r="3.5" fill="#d3dde2"/>

        """, words.pick("Commune", "Xã"))
    }
    return legend
  }

  /// A bar of round length, true at the middle latitude of the map.
  private func scaleBar(_ y: Double) -> Markup {
    let metres = sheet.projection.roundLength(atMostPixels: 150)
    let pixels = metres / sheet.projection.metresPerPixel
    let name =
      metres >= 1000 ? "\(words.number(metres / 1000, decimals: 0)) km" : "\(words.number(metres, decimals: 0)) m"
    let latitude = words.number(sheet.projection.middleLatitude, decimals: 1)
    let half = ChartText.number(pixels / 2)
    return """
      <g transform="translate(\(ChartText.number(x)) \(ChartText.number(y)))" class="scale-bar" data-metres="\(Int(metres))">
      <rect x="0" y="0" width="\(half)" height="6" fill="#22313a"/>\
      <rect x="0" y="0" width="\(ChartText.number(pixels))" height="6" fill="none" stroke="#22313a"/>
      <text x="0" y="20" font-size="11" fill="#22313a">0</text>\
      <text x="\(ChartText.number(pixels))" y="20" font-size="11" text-anchor="middle" fill="#22313a">\(name)</text>
      <text x="0" y="36" font-size="10" fill="#3c4a53">\(words.pick("true at \(latitude)° north", "đúng tại vĩ độ \(latitude)° B"))</text></g>

      """
  }
}
