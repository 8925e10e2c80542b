/// When a search stops: after so much work, at a time at the latest, and when its task is cancelled.
struct SearchLimit: Sendable {
  /// How much may be looked at.
  var work: Int
  /// When to stop at the latest.
  var deadline: ContinuousClock.Instant?

  init(work: Int, deadline: ContinuousClock.Instant? = nil) {
    self.work = work
    self.deadline = deadline
  }

  init(work: Int, time: Duration?) {
    self.init(work: work, deadline: time.map { ContinuousClock.now + $0 })
  }

  /// Whether a search that has looked at so much is over.
  func isOver(_ spent: Int) -> Bool { spent >= work || isLate }

  /// Whether the time is up or the task cancelled.
  var isLate: Bool { Task.isCancelled || deadline.map { ContinuousClock.now >= $0 } ?? false }

  /// The share of a part in what is left, with room for parts that need more than others.
  func share(of part: Int, in whole: Int, spent: Int) -> SearchLimit {
    let left = max(1, work - spent)
    let share = Double(left) * min(1, 4 * Double(part) / Double(max(1, whole)))
    return SearchLimit(work: max(1, min(left, Int(share))), deadline: deadline)
  }
}
