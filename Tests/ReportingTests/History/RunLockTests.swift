import Foundation
import Testing

@testable import Reporting

@Suite struct RunLockTests {
  @Test func `a second process is told who has the lock`() async throws {
    let scene = try HistoryScene()
    let lock = try await RunHistory.lock(scene.path)
    let error = await #expect(throws: HistoryError.self) { try await RunHistory.lock(scene.path) }
    #expect(
      error?.description
        == "\(scene.path): in use by process \(ProcessInfo.processInfo.processIdentifier); expected to be alone: "
        + "wait with --wait SECONDS, or come back later")
    withExtendedLifetime(lock) {}
  }

  @Test func `a lock that is given back can be taken`() async throws {
    let scene = try HistoryScene()
    for _ in 0..<3 { _ = try await RunHistory.lock(scene.path) }
  }

  @Test func `who waits gets the lock when it is free`() async throws {
    let scene = try HistoryScene()
    let waiting: Task<Void, any Error>
    do {
      let lock = try await RunHistory.lock(scene.path)
      waiting = Task { _ = try await RunHistory.lock(scene.path, waitSeconds: 3600) }
      try await Task.sleep(for: .milliseconds(120))
      withExtendedLifetime(lock) {}
    }
    try await waiting.value
  }

  @Test func `who waits in vain is told for how long`() async throws {
    let scene = try HistoryScene()
    let lock = try await RunHistory.lock(scene.path)
    let process = Int(ProcessInfo.processInfo.processIdentifier)
    await #expect(throws: HistoryError.busy(file: scene.path, process: process, waited: 0.1)) {
      try await RunHistory.lock(scene.path, waitSeconds: 0.1)
    }
    withExtendedLifetime(lock) {}
  }

  @Test func `a folder that is not there is a failure`() async {
    await #expect(throws: HistoryError.unusable(file: "/none/h", reason: "there is no such folder")) {
      try await RunHistory.lock("/none/h")
    }
  }
}
