import GeoFormats
import Testing

@testable import Reporting

@Suite struct ExternalProgramTests {
  @Test(.timeLimit(.minutes(20)))
  func `a program that never ends is ended`() async throws {
    let program = try #require(ExternalProgram(firstOf: ["no-such-program", "sleep"]))
    let failure = await #expect(throws: AtomicFile.Failure.self) {
      try await program.run(["86400"], output: "report.pdf", limitSeconds: 1)
    }
    #expect(failure?.reason == "sleep took more than 1 seconds and was ended")
    #expect(failure?.path == "report.pdf")
  }

  @Test func `its last words are told when it fails`() async throws {
    let program = try #require(ExternalProgram(firstOf: ["sh"]))
    let failure = await #expect(throws: AtomicFile.Failure.self) {
      try await program.run(["-c", "echo first >&2; echo no paper >&2; exit 3"], output: "report.pdf")
    }
    #expect(failure?.reason == "sh failed with code 3: no paper")
    try await program.run(["-c", "exit 0"], output: "report.pdf")
  }
}
