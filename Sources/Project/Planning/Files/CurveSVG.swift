/// Draws `curve.svg`: people served against money, what was found as a line with points, the bound as a dashed line.
enum CurveSVG {
  private static let width = 720.0
  private static let height = 440.0
  private static let left = 84.0
  private static let right = 24.0
  private static let top = 48.0
  private static let bottom = 62.0

  /// The whole picture.
  static func text(_ plan: Plan) -> [UInt8] {
    let curve = [Plan.CurvePoint(money: 0, benefit: 0, bound: 0)] + plan.curve
    let mostMoney = AxisScale(greatest: Double(curve.map(\.money).max() ?? 0))
    let mostPeople = AxisScale(greatest: curve.map { max($0.benefit, $0.bound) }.max() ?? 0)
    func place(_ point: (Double, Double)) -> (x: Double, y: Double) {
      (
        left + (width - left - right) * point.0 / mostMoney.end,
        height - bottom - (height - top - bottom) * point.1 / mostPeople.end
      )
    }
    let currency = plan.request.catalogue.currency
    var svg = """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(Int(width)) \(Int(height))" \
      width="\(Int(width))" height="\(Int(height))" font-family="sans-serif" font-size="12" role="img">
      <title>\(escaped(plan.analysis.inputs.project.name)): people served against money</title>
      <rect width="100%" height="100%" fill="#fff"/>
      <text x="\(Int(left))" y="26" font-size="16" font-weight="bold" fill="#222">\
      \(escaped(plan.analysis.inputs.project.name)): people served against money</text>

      """
    for tick in mostMoney.ticks {
      let x = place((tick, 0)).x
      svg += line(x, top, x, height - bottom, "#e5e5e5")
      svg += "<text x=\"\(number(x))\" y=\"\(number(height - bottom + 18))\" text-anchor=\"middle\" fill=\"#444\">"
      svg += "\(mostMoney.label(tick))</text>\n"
    }
    for tick in mostPeople.ticks {
      let y = place((0, tick)).y
      svg += line(left, y, width - right, y, "#e5e5e5")
      svg += "<text x=\"\(number(left - 8))\" y=\"\(number(y + 4))\" text-anchor=\"end\" fill=\"#444\">"
      svg += "\(mostPeople.label(tick))</text>\n"
    }
    svg += "<text x=\"\(number((left + width - right) / 2))\" y=\"\(number(height - 16))\" text-anchor=\"middle\" "
    svg += "fill=\"#222\">\(mostMoney.unit)\(escaped(currency)) to build</text>\n"
    svg +=
      "<text transform=\"translate(18 \(number((top + height - bottom) / 2))) rotate(-90)\" text-anchor=\"middle\" "
    svg += "fill=\"#222\">\(mostPeople.unit)people, once for each service</text>\n"
    let bounds = curve.map { place((Double($0.money), $0.bound)) }
    let found = curve.map { place((Double($0.money), $0.benefit)) }
    svg += polyline(bounds, colour: "#b04a00", dash: "5 4") + polyline(found, colour: "#005a9c", dash: nil)
    for point in found.dropFirst() {
      svg += "<circle cx=\"\(number(point.x))\" cy=\"\(number(point.y))\" r=\"3.5\" fill=\"#005a9c\"/>\n"
    }
    let (legend, foot) = (width - right - 190, height - bottom - 20)
    svg += line(legend, foot - 18, legend + 26, foot - 18, "#005a9c", width: 2)
    svg += "<text x=\"\(number(legend + 34))\" y=\"\(number(foot - 14))\" fill=\"#222\">found</text>\n"
    svg += line(legend, foot, legend + 26, foot, "#b04a00", width: 2, dash: "5 4")
    svg +=
      "<text x=\"\(number(legend + 34))\" y=\"\(number(foot + 4))\" fill=\"#222\">at most (proven)</text>\n</svg>\n"
    return Array(svg.utf8)
  }

  private static func line(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ colour: String, width: Int = 1, dash: String? = nil
  ) -> String {
    "<line x1=\"\(number(x1))\" y1=\"\(number(y1))\" x2=\"\(number(x2))\" y2=\"\(number(y2))\" stroke=\"\(colour)\" "
      + "stroke-width=\"\(width)\"\(dash.map { " stroke-dasharray=\"\($0)\"" } ?? "")/>\n"
  }

  private static func polyline(_ points: [(x: Double, y: Double)], colour: String, dash: String?) -> String {
    "<polyline fill=\"none\" stroke=\"\(colour)\" stroke-width=\"2\"\(dash.map { " stroke-dasharray=\"\($0)\"" } ?? "") "
      + "points=\"\(points.map { "\(number($0.x)),\(number($0.y))" }.joined(separator: " "))\"/>\n"
  }

  private static func number(_ value: Double) -> String { "\((value * 10).rounded() / 10)" }

  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text {
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      default: escaped.append(character)
      }
    }
    return escaped
  }
}

/// Round numbers along an axis from 0.
struct AxisScale {
  /// Where the axis ends; above 0.
  let end: Double
  /// The round numbers, 0 among them.
  let ticks: [Double]
  /// What the labels are multiples of, with a blank: `thousand `, `thousand million `; empty for ones.
  let unit: String
  private let divisor: Double

  /// An axis that reaches `greatest`.
  init(greatest: Double) {
    let least = greatest > 0 && greatest.isFinite ? greatest : 1
    // Steps of 1, 2 or 5 times a power of ten, four to nine of them (P. Heckbert, *Nice numbers for graph labels*, Graphics Gems, 1990).
    var power = 1.0
    while power * 10 <= least { power *= 10 }
    while power > least { power /= 10 }
    let ratio = least / power
    let step = ratio <= 2 ? power / 4 : ratio <= 5 ? power / 2 : power
    let count = (least / step).rounded(.up)
    end = step * count
    ticks = (0...Int(count)).map { Double($0) * step }
    let scales: [(Double, String)] = [
      (1e12, "million million "), (1e9, "thousand million "), (1e6, "million "), (1e3, "thousand "),
    ]
    let scale = scales.first { least >= $0.0 * 2 }
    divisor = scale?.0 ?? 1
    unit = scale?.1 ?? ""
  }

  /// The label of a number.
  func label(_ value: Double) -> String {
    let scaled = (value / divisor * 1000).rounded() / 1000
    return scaled == scaled.rounded() ? "\(Int(scaled))" : "\(scaled)"
  }
}
