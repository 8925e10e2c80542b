import Testing

@testable import Reporting

@Suite struct HookTests {
  @Test func `a hook finds its input and says something`() async throws {
    let output = try await Hook(command: "tr a-z A-Z; echo done").run(input: Array("ok\n".utf8))
    #expect(output == "OK\ndone\n")
  }

  @Test(arguments: [
    ("echo first >&2; echo 'no mail' >&2; exit 7", "ended with code 7: no mail"),
    ("kill -9 $$", "was ended by signal 9"),
    ("no-such-command-here", "ended with code 127"),
  ])
  func `a hook that fails is told`(command: String, part: String) async {
    let error = await #expect(throws: Hook.Failure.self) { try await Hook(command: command).run(input: []) }
    #expect(error?.problem.hasPrefix(part) == true, "\(error?.problem ?? "")")
    #expect(error?.description.hasPrefix("the hook \"\(command)\" ") == true)
  }

  @Test(.timeLimit(.minutes(20)))
  func `a hook that takes too long is ended with all that it started`() async {
    let hook = Hook(command: "sleep 86400; true", limitSeconds: 1)
    let error = await #expect(throws: Hook.Failure.self) { try await hook.run(input: []) }
    #expect(error?.problem == "took more than 1 seconds and was ended")
  }
}
