/// When a search stops: after so much work, at a time at the latest, and when it is cancelled.
struct SearchLimit: Sendable {
  /// How much may be looked at.
  var work: Int
  /// When to stop at the latest.
  var deadline: ContinuousClock.Instant?
  /// Whether the search is cancelled; asked often.
  var isCancelled: @Sendable () -> Bool = { Task.isCancelled }

  init(work: Int, deadline: ContinuousClock.Instant? = nil) {
    self.work = work
    self.deadline = deadline
  }

  init(work: Int, time: Duration?) {
    self.init(work: work, deadline: time.map { ContinuousClock.now + $0 })
  }

  /// As much as is wanted, until it is cancelled.
  static var cancellation: SearchLimit { SearchLimit(work: .max) }

  /// Whether a search that has looked at so much is over.
  func isOver(_ spent: Int) -> Bool { spent >= work || isLate }

  /// Whether the time is up or the search cancelled.
  var isLate: Bool { isCancelled() || deadline.map { ContinuousClock.now >= $0 } ?? false }

  /// The same for other work.
  func with(work: Int) -> SearchLimit {
    var limit = self
    limit.work = work
    return limit
  }

  /// The share of a part in what is left, with room for parts that need more than others.
  func share(of part: Int, in whole: Int, spent: Int) -> SearchLimit {
    let left = max(1, work - spent)
    let share = Double(left) * min(1, 4 * Double(part) / Double(max(1, whole)))
    return with(work: max(1, min(left, Int(share))))
  }
}
