/// Counts the entries of the sparse matrix looked at, so that a search stops at the same place on every machine.
struct WorkMeter: Sendable {
  /// How many entries may be looked at.
  var limit: Int
  /// How many have been.
  private(set) var spent = 0
  /// Whether the task was cancelled; looked up at each check.
  private(set) var isCancelled = false

  init(limit: Int) { self.limit = limit }

  @inline(__always)
  mutating func spend(_ entries: Int) { spent += entries }

  /// How many entries are left.
  var left: Int { max(0, limit - spent) }

  /// Whether to stop, because the work is done or the task was cancelled.
  mutating func isExhausted() -> Bool {
    if !isCancelled, Task.isCancelled { isCancelled = true }
    return isCancelled || spent >= limit
  }
}
