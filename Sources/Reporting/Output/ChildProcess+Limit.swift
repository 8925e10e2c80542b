import GeoFormats

extension ChildProcess {
  /// Runs the program with all that it starts for at most so many **seconds**, after which it is ended.
  ///
  /// - Returns: How it ended; nil when it took too long.
  /// - Throws: `ChildProcess.Failure` when it could not be started.
  func run(limitSeconds: Int) async throws -> Outcome? {
    try await withThrowingTaskGroup(of: Outcome?.self) { group in
      group.addTask { try await run() }
      group.addTask {
        try await Task.sleep(for: .seconds(limitSeconds))
        return nil
      }
      let first = try await group.next() ?? nil
      group.cancelAll()
      return first
    }
  }
}
