import Coverage

extension ProjectParser {
  /// How dead zones are made.
  func zones(_ item: YAMLItem?) throws -> ZoneSource {
    var zones = ZoneSource()
    guard let item else { return zones }
    let section = try Section(
      item, name: "zones", keys: Keys.zones, expected: "a mapping with \(Keys.zones.joined(separator: ", "))")
    if let item = section["services"] {
      let expected = "a service or a list of services: " + Keys.services.joined(separator: ", ")
      let items = item.isList ? try item.list(expected: expected) : [item]
      if items.isEmpty { throw item.wrong(expected + "; the list is empty") }
      let services = try items.map { try $0.word(Service.self) }
      zones.services = Service.allCases.filter(services.contains)
    }
    if let item = section["method"] { zones.settings.method = try item.word(DeadZoneSettings.Method.self) }
    if let item = section["reach"] {
      zones.settings.reachMetres = try item.number(expected: "a number of metres above 0")
    }
    if let item = section["min_villages"] {
      let expected = "a whole number of at least 1"
      guard let count = Int(exactly: try item.number(expected: expected)), count >= 1 else {
        throw item.wrong(expected)
      }
      zones.settings.leastVillages = count
    }
    if let item = section["buffer"] {
      zones.settings.bufferMetres = try item.number(expected: "a number of metres of at least 1")
    }
    guard let problem = zones.settings.problem else { return zones }
    throw ProjectFileError.wrongSettings(file: file, line: section.line, section: section.name, problem: problem)
  }
}
