/// The `where` clauses of `phusong.yml`, applied to the features as they are written.
enum ServiceRules {
  /// An operational route or access point.
  static func givesFibre(_ feature: Feature) -> Bool { text("status", of: feature) == "operational" }

  /// A line of at most 35 kV.
  static func givesPowerNearby(_ feature: Feature) -> Bool {
    guard text("kind", of: feature) == "line", case .tenths(let tenths)? = value("voltage_kv", of: feature) else {
      return false
    }
    return Double(tenths) / 10 <= Rules.greatestDistributionKilovolts
  }

  /// An electrified area.
  static func givesPowerInside(_ feature: Feature) -> Bool { text("kind", of: feature) == "electrified_area" }

  /// Coverage or a tower of 3G or better.
  static func givesSignal(_ feature: Feature) -> Bool {
    Technology(rawValue: text("technology", of: feature) ?? "")?.counts ?? false
  }

  /// The range of a tower in **metres**, if it has one.
  static func rangeMetres(of feature: Feature) -> Double? {
    guard case .integer(let metres)? = value("range_m", of: feature) else { return nil }
    return Double(metres)
  }

  private static func value(_ name: String, of feature: Feature) -> PropertyValue? {
    feature.properties.first { $0.name == name }?.value
  }

  private static func text(_ name: String, of feature: Feature) -> String? {
    guard case .text(let text)? = value(name, of: feature) else { return nil }
    return text
  }
}
