import Rollout

extension ProjectParser {
  /// How places are to be connected to the internet; the defaults where the file says nothing.
  func technologies(_ item: YAMLItem?, layers: LayerReferences) throws -> TechnologySource {
    var source = TechnologySource()
    guard let item else { return source }
    let section = try Section(
      item, name: "technologies", keys: Keys.technologies,
      expected: "a mapping with any of the keys \(Keys.technologies.joined(separator: ", "))")
    source.line = section.line
    source.points = try section["points"].map { try layers.name($0, in: "technologies") }
    try readFields(section, into: &source)
    if let item = section["use"] {
      let expected = "a list of: " + Keys.accessTechnologies.joined(separator: ", ")
      let words = try item.list(expected: expected).map { try $0.word(AccessTechnology.self) }
      if words.isEmpty { throw item.wrong(expected + "; the list is empty") }
      source.technologies = Set(words)
    }
    if let item = section["objective"] { source.objective = try item.word(AccessObjective.self) }
    source.budget = try section["budget"].map(Self.money)
    func positive(_ key: String, _ unit: String, atMost greatest: Double) throws -> Double? {
      try section[key].map { try Self.positive($0, of: unit, atMost: greatest) }
    }
    source.usersPercent = try positive("users_percent", "percent", atMost: 100) ?? source.usersPercent
    source.usersPerPoint = try positive("users_per_point", "users", atMost: 1e9) ?? source.usersPerPoint
    source.mbpsPerUser = try positive("mbps_per_user", "Mbit/s", atMost: 100_000) ?? source.mbpsPerUser
    source.microwaveRangeMetres =
      try positive("microwave_range", "metres", atMost: 200_000) ?? source.microwaveRangeMetres
    source.mastMetres = try positive("mast", "metres", atMost: 1_000) ?? source.mastMetres
    if let item = section["revenue_per_user"] { source.revenuePerUser = Double(try Self.money(item)) }
    source.capacities = try capacities(section["capacities"])
    return source
  }

  private func readFields(_ section: Section, into source: inout TechnologySource) throws {
    guard let item = section["fields"] else { return }
    if source.points == nil {
      try section.refuse("fields", because: "only points have fields; the villages have theirs under \"villages\"")
    }
    let fields = try Section(
      item, name: "fields of technologies", keys: Keys.technologyFields, expected: "a mapping of fields to properties")
    for entry in fields.entries where !entry.item.isNull {
      guard let field = TechnologySource.Field(rawValue: entry.key) else { continue }
      source.fields[field] = TechnologySource.FieldMapping(property: try entry.item.text(), line: entry.line)
    }
  }

  private func capacities(_ item: YAMLItem?) throws -> [AccessTechnology: AccessSettings.Capacity] {
    guard let item else { return [:] }
    let section = try Section(
      item, name: "capacities of technologies", keys: Keys.accessTechnologies,
      expected: "a mapping of technologies to what they carry")
    var capacities: [AccessTechnology: AccessSettings.Capacity] = [:]
    for entry in section.entries where !entry.item.isNull {
      guard let technology = AccessTechnology(rawValue: entry.key) else { continue }
      let capacity = try Section(
        entry.item, name: "capacity of \(entry.key)", keys: Keys.accessCapacity,
        expected: "a mapping with \"mbps\" and \"units\"")
      capacities[technology] = AccessSettings.Capacity(
        mbpsPerUnit: try Self.positive(capacity.required("mbps"), of: "Mbit/s", atMost: 1e8),
        greatestUnits: try capacity["units"].map { try Self.count($0, atLeast: 1, atMost: 1_000, of: "units") } ?? 1)
    }
    return capacities
  }
}
