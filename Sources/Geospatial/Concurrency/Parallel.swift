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
    return try await withThrowingTaskGroup(of: (Int, Result).self) { group in
      var results = [Result?](repeating: nil, count: items.count)
      var next = 0
      while next < min(threads, items.count) {
        let index = next
        group.addTask { (index, try body(items[index])) }
        next += 1
      }
      while let (index, result) = try await group.next() {
        results[index] = result
        if next < items.count {
          let index = next
          group.addTask { (index, try body(items[index])) }
          next += 1
        }
      }
      return results.compactMap { $0 }
    }
  }

  /// Runs `body` on consecutive ranges that cover `0..<count`, four per thread so that uneven work evens out.
  public static func map<Result: Sendable>(
    count: Int, threads: Int, _ body: @escaping @Sendable (Range<Int>) throws -> Result
  ) async throws -> [Result] {
    try await map(ranges(count: count, pieces: threads <= 1 ? 1 : threads * 4), threads: threads, body)
  }
}
