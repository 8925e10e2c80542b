import Coverage
import Testing

@testable import Project

@Suite struct ZonesSectionTests {
  private func source(_ text: String) throws -> ZoneSource {
    try ProjectFile.parse("villages: {file: v.geojson}\n" + text, file: "phusong.yml").zones
  }

  @Test(arguments: ["", "zones:", "zones: {}"])
  func `a file that says nothing has the defaults`(text: String) throws {
    #expect(try source(text) == ZoneSource())
  }

  @Test func `every key is read`() throws {
    let source = try source(
      "zones: {services: [power, signal], reach: 8e3, method: dbscan, min_villages: 3, buffer: 250.5}")
    #expect(source.services == [.signal, .power])
    #expect(
      source.settings
        == DeadZoneSettings(method: .dbscan, reachMetres: 8000, leastVillages: 3, bufferMetres: 250.5))
    #expect(try self.source("zones: {services: fibre}").services == [.fibre])
  }

  @Test(arguments: [
    ("zones: {reech: 5}", "unknown key \"reech\" in zones; did you mean \"reach\"? allowed: services, reach, method, "),
    ("zones: 5", "\"zones\" in the project file is 5; expected a mapping with services, reach, method, min_villages"),
    ("zones: {reach: 5km}", "\"reach\" in zones is \"5km\"; expected a number of metres above 0"),
    ("zones: {reach: 0}", "the reach is 0 m; expected 2.5 m to 200 km"),
    ("zones: {reach: 2e5, buffer: 80001}", "the buffer is 80001 m; expected 1 m to 80000 m"),
    ("zones: {buffer: 0}", "the buffer is 0 m; expected 1 m to 2000 m"),
    ("zones: {min_villages: 1.5}", "\"min_villages\" in zones is 1.5; expected a whole number of at least 1"),
    ("zones: {min_villages: 0}", "\"min_villages\" in zones is 0; expected a whole number of at least 1"),
    ("zones: {min_villages: 1e300}", "expected a whole number of at least 1"),
    ("zones: {method: dbscam}", "\"method\" in zones is \"dbscam\"; did you mean \"dbscan\"?"),
    ("zones: {services: []}", "expected a service or a list of services: fibre, signal, power; the list is empty"),
    ("zones: {services: [fiber]}", "did you mean \"fibre\"?"),
  ])
  func `a wrong key or value is refused with its line`(text: String, part: String) {
    let error = #expect(throws: ProjectFileError.self) { try source(text) }
    let message = error.map { "\($0)" } ?? ""
    #expect(message.hasPrefix("phusong.yml:2: ") && message.contains(part), "\(message)")
  }
}
