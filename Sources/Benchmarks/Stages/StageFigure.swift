/// The figure of one stage with a number of threads.
struct StageFigure: Encodable {
  var stage: String
  var unit: String
  var threads: Int
  /// The median of the runs, in `unit`.
  var median: Double
  /// The worst and the best run.
  var worst: Double
  var best: Double
  /// What it shall be at least, or for a duration at most; nil where nothing is asked.
  var goal: Double?
  /// How much work a run did, as in `569,329 segments`.
  var workload: String
  private let title: String
  private let isDuration: Bool

  private enum CodingKeys: CodingKey {
    case stage, unit, threads, median, worst, best, goal, workload
  }

  init(_ stage: Stage, threads: Int, _ samples: Samples, workload: String) {
    self.stage = stage.rawValue
    title = stage.title
    isDuration = stage.isDuration
    unit = stage.unit
    self.threads = threads
    self.workload = workload
    median = samples.median
    let (least, most) = (samples.values.min() ?? .nan, samples.values.max() ?? .nan)
    (worst, best) = stage.isDuration ? (most, least) : (least, most)
    goal = stage.goal(threads: threads)
  }

  private var meetsGoal: Bool? {
    goal.map { isDuration ? median <= $0 : median >= $0 }
  }

  static let header = ["stage", "workload", "threads", "median", "worst", "best", "goal", "unit", "met"]

  /// The figure as a row under ``header``.
  var row: [String] {
    [
      title, workload, "\(threads)", Figures.significant(median), Figures.significant(worst), Figures.significant(best),
      goal.map { (isDuration ? "≤ " : "≥ ") + Figures.significant($0) } ?? "", unit,
      meetsGoal.map { $0 ? "yes" : "no" } ?? "",
    ]
  }
}
