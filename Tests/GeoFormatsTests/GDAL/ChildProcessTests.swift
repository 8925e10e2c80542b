import Foundation
import Testing

@testable import GeoFormats

@Suite struct ChildProcessTests {
  @Test(arguments: ["", "a b", "'\"$HOME`ls`\\", "-x", "thôn\nbản", "*"])
  func `arguments reach the program byte for byte`(argument: String) async throws {
    let outcome = try await ChildProcess(program: "/usr/bin/printf", arguments: ["%s", argument]).run()
    // printf takes "-x" as a value, for the format came first.
    #expect(String(decoding: outcome.output, as: UTF8.self) == argument)
    #expect(outcome.ending == .exit(0))
  }

  @Test func `both outputs are read to their ends, however long`() async throws {
    let script = "head -c 3000000 /dev/zero; head -c 3000000 /dev/zero | tr '\\0' e >&2; exit 7"
    let outcome = try await ChildProcess(program: "/bin/sh", arguments: ["-c", script]).run()
    #expect(outcome.output.count == 3_000_000)
    #expect(outcome.errors.utf8.count == 3_000_000)
    #expect(outcome.ending == .exit(7))
  }

  @Test func `a program finds its input, whether it reads it or not`() async throws {
    let text = Array(String(repeating: "thôn bản\n", count: 5000).utf8)
    let read = try await ChildProcess(program: "/bin/cat", arguments: [], input: text).run()
    #expect(read.output == text)
    let unread = try await ChildProcess(program: "/bin/sh", arguments: ["-c", "exit 3"], input: text).run()
    #expect(unread.ending == .exit(3))
    await #expect(throws: ChildProcess.Failure.self) {
      let bytes = [UInt8](repeating: 0, count: ChildProcess.greatestInputBytes + 1)
      return try await ChildProcess(program: "/bin/cat", arguments: [], input: bytes).run()
    }
  }

  // Who waits for a day's sleep to end, or for a pipe that the sleeper holds open, does not get to the end of the test.
  private static let day = "86400"

  @Test(.timeLimit(.minutes(20)))
  func `a group is ended with all that it started`() async throws {
    let child = ChildProcess(program: "/bin/sh", arguments: ["-c", "sleep \(Self.day); true"], leadsGroup: true)
    let task = Task { try await child.run() }
    try await Task.sleep(for: .milliseconds(100))
    task.cancel()
    let outcome = try? await task.value
    #expect(outcome == nil || outcome?.ending == .signal(15))
  }

  @Test func `a program that is killed is told apart from one that ends`() async throws {
    let outcome = try await ChildProcess(program: "/bin/sh", arguments: ["-c", "kill -9 $$"]).run()
    #expect(outcome.ending == .signal(9))
  }

  @Test func `a program that is not there is a failure`() async throws {
    await #expect(throws: ChildProcess.Failure.self) {
      try await ChildProcess(program: "/none/ogr2ogr", arguments: []).run()
    }
  }

  @Test(.timeLimit(.minutes(20)))
  func `a task that is cancelled ends its program`() async throws {
    let task = Task { try await ChildProcess(program: "/bin/sleep", arguments: [Self.day]).run() }
    try await Task.sleep(for: .milliseconds(100))
    task.cancel()
    let outcome = try? await task.value
    #expect(outcome == nil || outcome?.ending == .signal(15))
  }

  @Test func `many programs at a time do not hold each other's pipes open`() async throws {
    try await withThrowingTaskGroup(of: String.self) { group in
      for number in 0..<20 {
        group.addTask {
          let outcome = try await ChildProcess(program: "/usr/bin/printf", arguments: ["%s", "\(number)"]).run()
          return String(decoding: outcome.output, as: UTF8.self)
        }
      }
      var found: Set<String> = []
      for try await text in group { found.insert(text) }
      #expect(found == Set((0..<20).map(String.init)))
    }
  }
}
