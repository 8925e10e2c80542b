import Synchronization

/// Measures how long the stages of a run take.
final class Stopwatch: Sendable {
  private let laps = Mutex<[(stage: String, start: ContinuousClock.Instant)]>([])

  /// Ends the stage that runs and starts another.
  func start(_ stage: String) {
    laps.withLock { $0.append((stage, .now)) }
  }

  /// The seconds of each stage up to now, as a JSON object in the order of the stages; one that was begun again counts once.
  var json: String {
    let laps = laps.withLock { $0 }
    let ends = laps.dropFirst().map(\.start) + [.now]
    var stages: [(name: String, milliseconds: Double)] = []
    for (lap, end) in zip(laps, ends) {
      let milliseconds = lap.start.duration(to: end) / .milliseconds(1)
      if let place = stages.firstIndex(where: { $0.name == lap.stage }) {
        stages[place].milliseconds += milliseconds
      } else {
        stages.append((lap.stage, milliseconds))
      }
    }
    let members = stages.map { "\"\($0.name)\": \(($0.milliseconds * 10).rounded() / 10_000)" }
    return "{" + members.joined(separator: ", ") + "}"
  }
}
