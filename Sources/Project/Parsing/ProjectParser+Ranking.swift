import Coverage

extension ProjectParser {
  /// What makes a village urgent; the defaults where the file says nothing.
  func ranking(_ item: YAMLItem?) throws -> RankingSource {
    guard let item else { return RankingSource() }
    let section = try Section(
      item, name: "ranking", keys: Keys.ranking,
      expected: "a mapping with any of the keys \(Keys.ranking.joined(separator: ", "))")
    var source = RankingSource(line: section.line)
    source.settings.method = try section["method"]?.word(RankingMethod.self) ?? source.settings.method
    source.settings.missing = try section["missing"]?.word(MissingRule.self) ?? source.settings.missing
    try weights(section["weights"], into: &source.settings)
    try bounds(section, into: &source.settings)
    try saturation(section["saturation"], into: &source.settings)
    if let item = section["connection"] { source.settings.connection = try connection(item) }
    try rankingFields(section["fields"], into: &source)
    return source
  }

  private static let weightExpected = "a number from 0 to \(Int(RankingSettings.greatestWeight))"

  private func weight(_ item: YAMLItem) throws -> Double {
    let weight = try item.number(expected: Self.weightExpected)
    guard (0...RankingSettings.greatestWeight).contains(weight) else { throw item.wrong(Self.weightExpected) }
    return weight
  }

  private func weights(_ item: YAMLItem?, into settings: inout RankingSettings) throws {
    guard let item else { return }
    let section = try Section(
      item, name: "weights of ranking", keys: Keys.criteria, expected: "a mapping of criteria to numbers")
    for entry in section.entries where !entry.item.isNull {
      guard let criterion = Criterion(rawValue: entry.key) else { continue }
      settings.weights[criterion] = try weight(entry.item)
    }
    if settings.isWeightless { throw item.wrong("at least one weight above 0") }
  }

  /// How far the weights may be from their values: a percentage for all, and bounds of single ones.
  private func bounds(_ ranking: Section, into settings: inout RankingSettings) throws {
    if let item = ranking["variation"] {
      let expected = "a number of percent from 0 to below 100"
      let percent = try item.number(expected: expected)
      guard percent >= 0, percent < 100 else { throw item.wrong(expected) }
      settings.variationPercent = percent
    }
    guard let item = ranking["bounds"] else { return }
    let section = try Section(
      item, name: "bounds of ranking", keys: Keys.criteria, expected: "a mapping of criteria to {min: a, max: b}")
    for entry in section.entries where !entry.item.isNull {
      guard let criterion = Criterion(rawValue: entry.key) else { continue }
      let range = try Section(
        entry.item, name: "bounds of \(criterion)", keys: Keys.bounds, line: entry.line,
        expected: "a mapping with min and max")
      let value = settings.weights[criterion]
      let least = try range["min"].map(weight) ?? settings.weightBounds(of: criterion).lowerBound
      let greatest = try range["max"].map(weight) ?? settings.weightBounds(of: criterion).upperBound
      guard least <= value, value <= greatest else {
        throw entry.item.wrong("bounds that hold the weight, \(value), but they are \(least) to \(greatest)")
      }
      settings.bounds[criterion] = least...greatest
    }
  }

  private func saturation(_ item: YAMLItem?, into settings: inout RankingSettings) throws {
    guard let item else { return }
    let section = try Section(
      item, name: "saturation of ranking", keys: Keys.saturation,
      expected: "a mapping of \(Keys.saturation.joined(separator: ", ")) to numbers")
    func positive(_ key: String, _ unit: String, atMost greatest: Double = .infinity, _ value: inout Double) throws {
      guard let item = section[key] else { return }
      let expected = "a number of \(unit) above 0" + (greatest.isFinite ? " and at most \(Int(greatest))" : "")
      let number = try item.number(expected: expected)
      guard number > 0, number <= greatest else { throw item.wrong(expected) }
      value = number
    }
    try positive("people", "people", &settings.saturation.people)
    try positive("fibre_metres", "metres", &settings.saturation.fibreMetres)
    try positive("signal_metres", "metres", &settings.saturation.signalMetres)
    try positive("power_metres", "metres", &settings.saturation.powerMetres)
    try positive("poverty_percent", "percent", atMost: 100, &settings.saturation.povertyPercent)
  }

  private func connection(_ item: YAMLItem) throws -> Set<Service> {
    let expected = "a service or a list of services: " + Keys.services.joined(separator: ", ")
    let items = item.isList ? try item.list(expected: expected) : [item]
    if items.isEmpty { throw item.wrong(expected + "; the list is empty") }
    return Set(try items.map { try $0.word(Service.self) })
  }

  private func rankingFields(_ item: YAMLItem?, into source: inout RankingSource) throws {
    guard let item else { return }
    let section = try Section(
      item, name: "fields of ranking", keys: Keys.rankingFields,
      expected: "a mapping of \(Keys.rankingFields.joined(separator: ", ")) to the file's property names")
    for entry in section.entries where !entry.item.isNull {
      guard let field = RankingField(rawValue: entry.key) else { continue }
      source.settings.fields[field] = try entry.item.text(expected: "a property's name")
      source.fieldLines[field] = entry.line
    }
  }
}
