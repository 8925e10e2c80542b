import Coverage
import Rollout

extension ProjectParser {
  /// What new mobile sites are like.
  func planSignal(_ item: YAMLItem?, layers: LayerReferences) throws -> PlanSignalSource {
    var signal = PlanSignalSource()
    guard let item else { return signal }
    let section = try Section(
      item, name: "signal of plan", keys: Keys.planSignal,
      expected: "a mapping with any of the keys \(Keys.planSignal.joined(separator: ", "))")
    func metres(_ key: String) throws -> Double? {
      try section[key].map { try Self.positive($0, of: "metres", atMost: 200_000) }
    }
    signal.rangeMetres = try metres("range")
    signal.longestFibreMetres = try metres("fibre_within") ?? signal.longestFibreMetres
    signal.longestHopMetres = try metres("hop") ?? signal.longestHopMetres
    signal.longestPowerMetres = try metres("power_within") ?? signal.longestPowerMetres
    if let item = section["technology"] { signal.technology = try item.word(MobileTechnology.self) }
    if let item = section["tower"] {
      let heights = TowerHeight.allCases.map { "\($0.rawValue)" }
      let expected = "the height of a tower in metres: \(heights.joined(separator: ", "))"
      guard let height = Int(exactly: try item.number(expected: expected)).flatMap(TowerHeight.init(rawValue:)) else {
        throw item.wrong(expected)
      }
      signal.tower = height
    }
    signal.peoplePerSite = try section["people_per_site"].map { try Self.count($0, atLeast: 1, of: "people") }
    if let item = section["satellite"] { signal.allowsSatellite = try item.boolean() }
    signal.hillTops = try section["hill_tops"].map { try layers.name($0, in: "signal of plan") }
    signal.towers = try section["towers"].map { try towers($0, layers) }
    try readSight(section, into: &signal)
    return signal
  }

  /// The terrain model, and what counts as seen over it.
  private func readSight(_ section: Section, into signal: inout PlanSignalSource) throws {
    if let item = section["elevation"] {
      let path = try item.text(expected: "the path of a raster, or of a folder with SRTM tiles")
      signal.elevation = PlanSignalSource.Elevation(path: path, line: item.line)
    }
    func number(_ key: String, _ range: ClosedRange<Double>, _ unit: String) throws -> Double? {
      guard let item = section[key] else { return nil }
      let expected = "a number of \(unit) from \(Int(range.lowerBound)) to \(Int(range.upperBound))"
      let number = try item.number(expected: expected)
      guard range.contains(number) else { throw item.wrong(expected) }
      return number
    }
    signal.phoneHeightMetres = try number("phone_height", 0...1_000, "metres") ?? signal.phoneHeightMetres
    signal.phoneFresnelPercent = try number("phone_fresnel", 0...100, "percent") ?? signal.phoneFresnelPercent
    signal.hopFresnelPercent = try number("hop_fresnel", 0...100, "percent") ?? signal.hopFresnelPercent
    signal.hopFrequencyMegahertz =
      try number("hop_frequency", 100...200_000, "megahertz") ?? signal.hopFrequencyMegahertz
    if signal.elevation == nil {
      for key in ["phone_height", "phone_fresnel", "hop_fresnel", "hop_frequency"] {
        try section.refuse(key, because: "it counts only where \"elevation\" says what the ground is like")
      }
    }
  }

  /// A layer, or a mapping of a layer and which of its towers may be upgraded.
  private func towers(_ item: YAMLItem, _ layers: LayerReferences) throws -> PlanSignalSource.Towers {
    guard item.isMapping else {
      let expected = "a layer's name, or a mapping with \"layer\", \"upgrade\" and \"height\""
      return PlanSignalSource.Towers(
        layer: try layers.name(item, in: "signal of plan", expected: expected), upgradable: nil, line: item.line)
    }
    let section = try Section(item, name: "towers of plan", keys: Keys.planTowers, expected: "")
    var towers = PlanSignalSource.Towers(
      layer: try layers.name(section.required("layer"), in: "signal of plan"),
      upgradable: try section["upgrade"].map { try filter($0) }, line: section.line)
    if let item = section["height"] { towers.height = try antennaHeight(item) }
    return towers
  }

  /// So many metres, or the name of a property.
  private func antennaHeight(_ item: YAMLItem) throws -> PlanSignalSource.AntennaHeight {
    let expected = "a number of metres from 0 to 1000, or the name of a property"
    if let field = try? item.text() { return .field(field) }
    let metres = try item.number(expected: expected)
    guard (0...1_000).contains(metres) else { throw item.wrong(expected) }
    return .metres(metres)
  }

  /// What electricity is planned for.
  func planPower(_ item: YAMLItem?) throws -> PlanPowerSource {
    var power = PlanPowerSource()
    guard let item else { return power }
    let section = try Section(
      item, name: "power of plan", keys: Keys.planPower, expected: "a mapping with \"tier\" or \"technologies\"")
    if let item = section["tier"] {
      let number = try Self.count(item, atLeast: 1, atMost: 5, of: "the tier of demand")
      power.tier = DemandTier(rawValue: number) ?? power.tier
    }
    if let item = section["technologies"] {
      let expected = "a list of: " + PowerTechnology.allCases.map(\.rawValue).joined(separator: ", ")
      let words = try item.list(expected: expected).map { try $0.word(PowerTechnology.self) }
      if words.isEmpty { throw item.wrong(expected + "; the list is empty") }
      power.technologies = Set(words)
    }
    return power
  }
}
