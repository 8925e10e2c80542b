extension RunFigures {
  /// The runs that lead to the last of `runs`, by time, the oldest first: without those that a clock which was ahead dated later
  /// than it. Runs of which the time cannot be told stay out, unless it is the last. O(n log n).
  static func course(_ runs: [RunFigures]) -> [RunFigures] {
    guard let last = runs.last else { return [] }
    guard let now = ReportTime.seconds(of: last.time) else { return [last] }
    let timed = runs.dropLast().enumerated().compactMap { place, run in
      ReportTime.seconds(of: run.time).map { (seconds: $0, place: place, run: run) }
    }
    return timed.filter { $0.seconds <= now }.sorted { ($0.seconds, $0.place) < ($1.seconds, $1.place) }.map(\.run)
      + [last]
  }
}
