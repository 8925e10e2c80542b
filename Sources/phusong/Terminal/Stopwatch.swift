import Synchronization

/// Measures how long the stages of a run take.
final class Stopwatch: Sendable {
  private let laps = Mutex<[(stage: String, start: ContinuousClock.Instant)]>([])

  /// Ends the stage that runs and starts another.
  func start(_ stage: String) {
    laps.withLock { $0.append((stage, .now)) }
  }

  /// The seconds of each stage up to now, as a JSON object in the order of the stages.
  var json: String {
    let laps = laps.withLock { $0 }
    let ends = laps.dropFirst().map(\.start) + [.now]
    let members = zip(laps, ends).map { lap, end in
      let milliseconds = lap.start.duration(to: end) / .milliseconds(1)
      return "\"\(lap.stage)\": \((milliseconds * 10).rounded() / 10_000)"
    }
    return "{" + members.joined(separator: ", ") + "}"
  }
}
