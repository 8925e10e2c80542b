/// The upright axis of a chart: from 0 to a round number, with a few lines between.
struct ChartScale {
  /// The step between two lines: 1, 2 or 5 times a power of ten.
  let step: Double
  /// The number at the top.
  let top: Double

  /// A scale that holds `greatest`, with at most `lines` steps.
  init(upTo greatest: Double, lines: Int = 4) {
    let rough = max(1, greatest) / Double(lines)
    var power = 1.0
    while power * 10 <= rough { power *= 10 }
    step = [1, 2, 5, 10].map { $0 * power }.first { $0 >= rough } ?? power * 10
    top = max(step, (greatest / step).rounded(.up) * step)
  }

  /// The numbers at the lines, 0 first.
  var ticks: [Double] { (0...Int((top / step).rounded())).map { Double($0) * step } }
}
