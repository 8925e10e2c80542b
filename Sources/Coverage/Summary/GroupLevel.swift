/// A level of administrative units by which a summary may be grouped.
public enum GroupLevel: String, CaseIterable, Sendable {
  /// The 63 provinces until 30 June 2025.
  case province
  /// The districts until 30 June 2025.
  case district
  /// The communes until 30 June 2025.
  case commune
  /// The 34 provinces since 1 July 2025.
  case province2025 = "province_2025"
  /// The communes since 1 July 2025.
  case commune2025 = "commune_2025"
}

/// An administrative unit that groups villages.
public struct UnitGroup: Sendable, Hashable {
  /// The official code; nil where the villages are known by names only.
  public var code: String?
  /// The name; empty for the villages of which the unit is not known.
  public var name: String
  /// The names of the units above it, the nearest first.
  public var parents: [String]

  /// Whether the unit stands before another: units by code, those without code behind them by name.
  func precedes(_ other: UnitGroup) -> Bool {
    if (code == nil) != (other.code == nil) { return code != nil }
    return (code ?? "", name, parents.joined(separator: "\n"))
      < (other.code ?? "", other.name, other.parents.joined(separator: "\n"))
  }
}

extension Villages {
  /// The villages grouped by units of a level: the units by code, those without code behind them by name, and the unit of
  /// each village, -1 where none is known.
  public func unitGroups(by level: GroupLevel) -> (units: [UnitGroup], groups: [Int32]) {
    var known: [UnitGroup: Int32] = [:]
    var found: [UnitGroup] = []
    var gazetteer = UnitGroupNames(units)
    let groups = (0..<count).map { village -> Int32 in
      guard let group = group(of: village, by: level, &gazetteer) else { return -1 }
      if let place = known[group] { return place }
      known[group] = Int32(truncatingIfNeeded: found.count)
      found.append(group)
      return Int32(truncatingIfNeeded: found.count - 1)
    }
    let order = found.indices.sorted { found[$0].precedes(found[$1]) }
    var places = [Int32](repeating: 0, count: found.count)
    for (place, group) in order.enumerated() { places[group] = Int32(truncatingIfNeeded: place) }
    return (order.map { found[$0] }, groups.map { $0 < 0 ? -1 : places[Int($0)] })
  }

  private func group(
    of village: Int, by level: GroupLevel, _ gazetteer: inout UnitGroupNames
  ) -> UnitGroup? {
    let old = units.flatMap { communes[village] >= 0 ? $0.communes[Int(communes[village])] : nil }
    let new = units.flatMap { communes2025[village] >= 0 ? $0.communes2025[Int(communes2025[village])] : nil }
    func texts(_ fields: VillageField...) -> UnitGroup? {
      guard let name = text(of: fields[0], village: village) else { return nil }
      return UnitGroup(code: nil, name: name, parents: fields.dropFirst().compactMap { text(of: $0, village: village) })
    }
    switch level {
    case .province:
      if let old { return UnitGroup(code: old.provinceCode, name: old.province, parents: []) }
      return text(of: .province, village: village).map { gazetteer.province($0) }
    case .district:
      if let old { return UnitGroup(code: old.districtCode, name: old.district, parents: [old.province]) }
      return texts(.district, .province)
    case .commune:
      if let old { return UnitGroup(code: old.code, name: old.name, parents: [old.district, old.province]) }
      return new == nil ? texts(.commune, .district, .province) : nil
    case .province2025:
      if let new { return UnitGroup(code: new.provinceCode, name: new.province, parents: []) }
      return text(of: .province2025, village: village).map { gazetteer.province2025($0) }
    case .commune2025:
      return new.map { UnitGroup(code: $0.code, name: $0.name, parents: [$0.province]) }
    }
  }
}

/// Brings the spellings of provinces of villages without commune together; each spelling is looked up once.
private struct UnitGroupNames {
  private let units: AdministrativeUnits?
  private lazy var gazetteer = units.map { Gazetteer($0) }
  private var provinces: [String: UnitGroup] = [:]
  private var provinces2025: [String: UnitGroup] = [:]

  init(_ units: AdministrativeUnits?) { self.units = units }

  mutating func province(_ text: String) -> UnitGroup {
    if let known = provinces[text] { return known }
    var group = UnitGroup(code: nil, name: text, parents: [])
    if let code = gazetteer?.provinceCode(of: text), let unit = units?.provinces.first(where: { $0.code == code }) {
      group = UnitGroup(code: code, name: unit.name, parents: [])
    }
    provinces[text] = group
    return group
  }

  mutating func province2025(_ text: String) -> UnitGroup {
    if let known = provinces2025[text] { return known }
    var group = UnitGroup(code: nil, name: text, parents: [])
    if let code = gazetteer?.provinceCode2025(of: text),
      let unit = units?.provinces2025.first(where: { $0.code == code })
    {
      group = UnitGroup(code: code, name: unit.name, parents: [])
    }
    provinces2025[text] = group
    return group
  }
}
