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
    if let item = section["satellite"] { signal.allowsSatellite = try item.boolean() }
    signal.hillTops = try section["hill_tops"].map { try layers.name($0, in: "signal of plan") }
    signal.towers = try section["towers"].map { try towers($0, layers) }
    return signal
  }

  /// A layer, or a mapping of a layer and which of its towers may be upgraded.
  private func towers(_ item: YAMLItem, _ layers: LayerReferences) throws -> PlanSignalSource.Towers {
    guard item.isMapping else {
      let expected = "a layer's name, or a mapping with \"layer\" and \"upgrade\""
      return PlanSignalSource.Towers(
        layer: try layers.name(item, in: "signal of plan", expected: expected), upgradable: nil, line: item.line)
    }
    let section = try Section(item, name: "towers of plan", keys: Keys.planTowers, expected: "")
    return PlanSignalSource.Towers(
      layer: try layers.name(section.required("layer"), in: "signal of plan"),
      upgradable: try section["upgrade"].map { try filter($0) }, line: section.line)
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
