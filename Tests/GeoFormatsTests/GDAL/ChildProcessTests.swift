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

  @Test func `a program that is killed is told apart from one that ends`() async throws {
    let outcome = try await ChildProcess(program: "/bin/sh", arguments: ["-c", "kill -9 $$"]).run()
    #expect(outcome.ending == .signal(9))
  }

  @Test func `a program that is not there is a failure`() async throws {
    await #expect(throws: ChildProcess.Failure.self) {
      try await ChildProcess(program: "/none/ogr2ogr", arguments: []).run()
    }
  }

  @Test(.timeLimit(.minutes(1)))
  func `a task that is cancelled ends its program`() async throws {
    let start = ContinuousClock.now
    let task = Task { try await ChildProcess(program: "/bin/sleep", arguments: ["50"]).run() }
    try await Task.sleep(for: .milliseconds(100))
    task.cancel()
    let outcome = try? await task.value
    #expect(outcome == nil || outcome?.ending == .signal(15))
    #expect(ContinuousClock.now - start < .seconds(20))
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

@Suite struct GDALMessagesTests {
  @Test func `errors and warnings are told apart, each once and without its number`() {
    let messages = GDALMessages(
      """
      Warning 6: Normalized/laundered field name
      ERROR 1: one
      ERROR 1: one
      ERROR 4: two: three
      FAILURE:
      Unable to open datasource `x' with the following drivers.
        -> FITS
      """)
    #expect(messages.warnings == ["Normalized/laundered field name"])
    #expect(messages.errors == ["one", "two: three", "Unable to open datasource `x'"])
    #expect(messages.text == "one; two: three; Unable to open datasource `x'")
  }
}

@Suite struct GDALInventoryTests {
  @Test func `layers are found with their systems, also when a field looks like a layer`() throws {
    let inventory = GDALInventory(
      """
      INFO: Open of `x'
            using driver `GPKG' successful.

      Layer name: a: b
      Geometry: Point
      Layer SRS WKT:
      GEOGCRS["WGS 84",
          ID["EPSG",4326]]
      Data axis to CRS axis mapping: 2,1
      Layer name: String (0.0)

      Layer name: table
      Geometry: None
      Layer SRS WKT:
      (unknown)
      name: String (0.0)
      """)
    #expect(inventory.entries.map(\.name) == ["a: b", "table"])
    #expect(inventory.entries.map(\.isSpatial) == [true, false])
    #expect(inventory.entries.map { $0.crs != nil } == [true, false])
    #expect(try inventory.entry(nil, file: "x").name == "a: b")
    #expect(try inventory.entry("TABLE", file: "x").name == "table")
  }
}
