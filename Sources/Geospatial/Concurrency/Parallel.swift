/// Splits ranges over tasks; the results come back in the order of the ranges, whatever the number of threads.
public enum Parallel {
  /// Cuts `0..<count` into at most `pieces` consecutive ranges of nearly equal length; none is empty.
  public static func ranges(count: Int, pieces: Int) -> [Range<Int>] {
    let pieces = max(1, min(pieces, count))
    guard count > 0 else { return [] }
    return (0..<pieces).map { (count * $0 / pieces)..<(count * ($0 + 1) / pieces) }
  }

  /// Runs `body` on each of `items`, at most `threads` at a time, and returns the results in the order of `items`.
  public static func map<Item: Sendable, Result: Sendable>(
    _ items: [Item], threads: Int, _ body: @escaping @Sendable (Item) throws -> Result
  ) async throws -> [Result] {
    if threads <= 1 || items.count <= 1 { return try items.map(body) }
    return try await mapAsync(items, threads: threads) { try body($0) }
  }

  /// The same for a body that waits itself.
  public static func mapAsync<Item: Sendable, Result: Sendable>(
    _ items: [Item], threads: Int, _ body: @escaping @Sendable (Item) async throws -> Result
  ) async throws -> [Result] {
    var results = [Result?](repeating: nil, count: items.count)
    try await forEachOrdered(items, threads: threads, body) { index, result in results[index] = result }
    return results.compactMap { $0 }
  }

  /// Runs `produce` on each of `items`, at most `threads` at a time, and `consume` on the results in the order of `items`,
  /// as soon as each is its turn. At most twice as many results as threads wait at any time.
  ///
  /// - Throws: What the first item in order throws that does, whichever failed first in time.
  public static func forEachOrdered<Item: Sendable, Result: Sendable>(
    _ items: [Item], threads: Int, _ produce: @escaping @Sendable (Item) async throws -> Result,
    consume: (Int, Result) throws -> Void
  ) async throws {
    typealias Outcome = Swift.Result<Result, any Error>
    try await withThrowingTaskGroup(of: (Int, Outcome).self) { group in
      var waiting: [Int: Outcome] = [:]
      var started = 0
      var consumed = 0
      var hasFailed = false
      func startMore() {
        while !hasFailed, started < items.count, started - consumed - waiting.count < max(1, threads),
          started - consumed < 2 * max(1, threads)
        {
          let index = started
          group.addTask {
            do { return (index, .success(try await produce(items[index]))) } catch { return (index, .failure(error)) }
          }
          started += 1
        }
      }
      startMore()
      while let (index, outcome) = try await group.next() {
        if case .failure = outcome { hasFailed = true }
        waiting[index] = outcome
        while let next = waiting.removeValue(forKey: consumed) {
          let result = try next.get()
          consumed += 1
          startMore()
          try consume(consumed - 1, result)
        }
        startMore()
      }
    }
  }

  /// Runs `body` on consecutive ranges that cover `0..<count`, four per thread so that uneven work evens out.
  public static func map<Result: Sendable>(
    count: Int, threads: Int, _ body: @escaping @Sendable (Range<Int>) throws -> Result
  ) async throws -> [Result] {
    try await map(ranges(count: count, pieces: threads <= 1 ? 1 : threads * 4), threads: threads, body)
  }
}
