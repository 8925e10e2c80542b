import Rollout
import Testing

@testable import Project

@Suite struct TechnologiesSectionTests {
  private func source(_ text: String) throws -> TechnologySource {
    try ProjectFile.parse("villages: {file: v.geojson}\nlayers: {schools: s.geojson}\n" + text, file: "phusong.yml")
      .technologies
  }

  @Test(arguments: ["", "technologies:", "technologies: {}"])
  func `a file that says nothing has the defaults`(text: String) throws {
    var technologies = try source(text)
    technologies.line = nil
    #expect(technologies == TechnologySource())
    #expect(technologies.settings == AccessSettings())
  }

  @Test func `every key is read`() throws {
    let technologies = try source(
      """
      technologies:
        points: schools
        fields: {code: id, name: label, people: pupils, users: online}
        use: [fibre, satellite]
        objective: most_people
        budget: 100e9
        users_percent: 25
        users_per_point: 30.5
        mbps_per_user: 0.5
        revenue_per_user: 120000
        microwave_range: 35000
        mast: 10
        capacities: {mobile: {mbps: 20, units: 3}}
      """)
    #expect(technologies.points == "schools")
    #expect(
      technologies.fields.mapValues(\.property) == [.code: "id", .name: "label", .people: "pupils", .users: "online"])
    #expect(technologies.technologies == [.fibre, .satellite])
    #expect(technologies.objective == .mostPeople && technologies.budget == 100_000_000_000)
    #expect(technologies.usersPercent == 25 && technologies.usersPerPoint == 30.5)
    #expect(technologies.revenuePerUser == 120_000 && technologies.mastMetres == 10)
    let settings = technologies.settings
    #expect(settings.mbpsPerUser == 0.5 && settings.microwaveRangeMetres == 35_000)
    #expect(settings.capacities[.mobile] == .init(mbpsPerUnit: 20, greatestUnits: 3))
    #expect(settings.capacities[.fibre] == AccessSettings().capacities[.fibre])
  }

  @Test(arguments: [
    ("technologies: 5", "expected a mapping with any of the keys points, fields, use"),
    ("technologies: {point: schools}", "unknown key \"point\" in technologies; did you mean \"points\"?"),
    ("technologies: {points: school}", "technologies names the layer \"school\", which \"layers\" does not define"),
    ("technologies: {fields: {name: n}}", "only points have fields"),
    ("technologies: {points: schools, fields: {nam: n}}", "did you mean \"name\"?"),
    ("technologies: {use: []}", "the list is empty"),
    ("technologies: {use: [smoke]}", "expected one of: fibre, microwave, mobile, satellite"),
    ("technologies: {objective: cheapest}", "expected one of: least_cost, most_people"),
    ("technologies: {budget: -1}", "expected an amount of at least 0"),
    ("technologies: {users_percent: 101}", "expected a number of percent above 0, at most 100"),
    ("technologies: {mbps_per_user: 0}", "expected a number of Mbit/s above 0"),
    ("technologies: {capacities: {fibre: {units: 2}}}", "\"mbps\""),
    ("technologies: {capacities: {fibre: {mbps: 5, units: 0}}}", "expected a whole number from 1 to 1000, units"),
  ])
  func `a wrong key or value is refused with its line`(text: String, part: String) {
    let error = #expect(throws: ProjectFileError.self) { try source(text) }
    let message = error.map { "\($0)" } ?? ""
    #expect(message.hasPrefix("phusong.yml:3: ") && message.contains(part), "\(message)")
  }
}
