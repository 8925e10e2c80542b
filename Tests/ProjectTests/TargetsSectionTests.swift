import Coverage
import Testing

@testable import Project

@Suite struct TargetsSectionTests {
  private func targets(_ text: String) throws -> [TargetSource] {
    try ProjectFile.parse("villages: {file: v.geojson}\n" + text, file: "phusong.yml").targets
  }

  @Test(arguments: ["", "targets:", "targets: []"])
  func `a file that says nothing has no targets`(text: String) throws {
    #expect(try targets(text).isEmpty)
  }

  @Test func `targets are read in file order`() throws {
    let text = """
      targets:
        - {service: signal, unserved: 300, by: 2025-06-30}
        - {service: signal, by: 2025-12-31}
        - {service: power, unserved: 7, by: "2024-02-29"}
      """
    let targets = try targets(text)
    #expect(targets.map(\.service) == [.signal, .signal, .power])
    #expect(targets.map(\.unserved) == [300, 0, 7])
    #expect(targets.map(\.day.description) == ["2025-06-30", "2025-12-31", "2024-02-29"])
    #expect(targets.map(\.line) == [3, 4, 5])
  }

  @Test(arguments: [
    ("targets: 5", "\"targets\" in the project file is 5; expected a list of targets, each as {service: signal,"),
    ("targets: [{by: 2025-12-31}]", "target has no \"service\"; expected one"),
    ("targets: [{service: signal}]", "target has no \"by\"; expected one"),
    ("targets: [{service: singal, by: 2025-12-31}]", "did you mean \"signal\"?"),
    (
      "targets: [{service: signal, by: 2025-02-29}]",
      "\"by\" in target is \"2025-02-29\"; expected a day, as 2025-12-31"
    ),
    ("targets: [{service: signal, by: 31/12/2025}]", "expected a day, as 2025-12-31"),
    ("targets: [{service: signal, by: 2025}]", "expected a day, as 2025-12-31, in quotes"),
    (
      "targets: [{service: signal, unserved: -1, by: 2025-12-31}]",
      "\"unserved\" in target is -1; expected a whole number of villages of at least 0"
    ),
    ("targets: [{service: signal, unserved: 1.5, by: 2025-12-31}]", "expected a whole number of villages"),
    (
      "targets: [{service: signal, date: 2025-12-31}]",
      "unknown key \"date\" in target; allowed: service, unserved, by"
    ),
    (
      "targets: [{service: fibre, by: 2025-12-31}, {service: fibre, unserved: 5, by: 2025-12-31}]",
      "target: there is one for fibre by 2025-12-31 at line 2 already; expected one a day"
    ),
  ])
  func `a wrong key or value is refused with its line`(text: String, part: String) {
    let error = #expect(throws: ProjectFileError.self) { try targets(text) }
    let message = error.map { "\($0)" } ?? ""
    #expect(message.hasPrefix("phusong.yml:2: ") && message.contains(part), "\(message)")
  }
}
