import Geospatial

/// Finds communes by names: the commune within the district within the province, as far as these are given.
///
/// ```swift
/// let gazetteer = Gazetteer(units)
/// gazetteer.commune(named: "sin thau", district: "H. Muong Nhe", province: "Dien Bien")  // .found(…)
/// gazetteer.commune(named: "Mường Tè", district: "Mường Tè", province: "Lai Châu")  // .ambiguous: a xã and a thị trấn
/// ```
///
/// Built in some ten milliseconds, so only when a name must be looked up.
public struct Gazetteer: Sendable {
  /// What a name means.
  public enum Match: Sendable, Hashable {
    /// This unit, by its place.
    case found(Int)
    /// Any of these units, by their places in order, at least two.
    case ambiguous([Int])
    /// No unit.
    case unknown

    init(_ units: [Int]) {
      switch units.count {
      case 0: self = .unknown
      case 1: self = .found(units[0])
      default: self = .ambiguous(units)
      }
    }
  }

  private let units: AdministrativeUnits
  private let provinces: Level
  private let districts: Level
  private let communes: UnitNames
  /// The district of each commune, by its place in `districts`.
  private let districtOfCommune: [Int32]
  private let provinces2025: Level
  private let communes2025: UnitNames
  private let provinceOfCommune2025: [Int32]

  /// Units of one level with their codes and the places of their parents.
  private struct Level: Sendable {
    var names: UnitNames
    var codes: [String]
    var parents: [Int32]

    /// The units that a name or code may mean.
    func matches(_ text: String, isScoped: Bool = true, where isAllowed: (Int) -> Bool = { _ in true }) -> [Int] {
      if let number = Int(text) {
        let byCode = codes.indices.filter { Int(codes[$0]) == number && isAllowed($0) }
        if !byCode.isEmpty { return byCode }
      }
      return names.matches(text, isScoped: isScoped, where: isAllowed)
    }
  }

  /// A gazetteer of all units.
  public init(_ units: AdministrativeUnits) {
    self.units = units
    var provinces = Builder()
    var districts = Builder()
    districtOfCommune = units.communes.map { commune in
      let province = provinces.place(commune.provinceCode, commune.province, parent: 0)
      return districts.place(commune.districtCode, commune.district, parent: province)
    }
    self.provinces = provinces.level(.province)
    self.districts = districts.level(.district)
    communes = UnitNames(units.communes.map(\.name), level: .commune)
    var provinces2025 = Builder()
    provinceOfCommune2025 = units.communes2025.map { provinces2025.place($0.provinceCode, $0.province, parent: 0) }
    self.provinces2025 = provinces2025.level(.province)
    communes2025 = UnitNames(units.communes2025.map(\.name), level: .commune)
  }

  /// The commune of before July 2025, by its place in `AdministrativeUnits.communes`, that these names or codes mean; nil
  /// for a parent that is not told. A parent that is told and not known makes the commune unknown.
  public func commune(named name: String, district: String? = nil, province: String? = nil) -> Match {
    var allowed: Set<Int>?
    if let province {
      allowed = Set(provinces.matches(province))
      if allowed?.isEmpty == true { return .unknown }
    }
    var allowedDistricts: Set<Int>?
    if let district {
      let found = districts.matches(district, isScoped: allowed != nil) { place in
        allowed?.contains(Int(districts.parents[place])) ?? true
      }
      if found.isEmpty { return .unknown }
      allowedDistricts = Set(found)
    }
    func isAllowed(_ commune: Int) -> Bool {
      let district = Int(districtOfCommune[commune])
      if let allowedDistricts { return allowedDistricts.contains(district) }
      return allowed?.contains(Int(districts.parents[district])) ?? true
    }
    if let index = units.index(ofCommune: name), isAllowed(index) { return .found(index) }
    return Match(communes.matches(name, isScoped: allowed != nil || allowedDistricts != nil, where: isAllowed))
  }

  /// The commune since July 2025, by its place in `AdministrativeUnits.communes2025`, likewise.
  public func commune2025(named name: String, province: String? = nil) -> Match {
    let allowed = province.map { Set(provinces2025.matches($0)) }
    if allowed?.isEmpty == true { return .unknown }
    func isAllowed(_ commune: Int) -> Bool { allowed?.contains(Int(provinceOfCommune2025[commune])) ?? true }
    if let index = units.index(ofCommune2025: name), isAllowed(index) { return .found(index) }
    return Match(communes2025.matches(name, isScoped: allowed != nil, where: isAllowed))
  }

  /// The code of one of the 63 provinces by name or code; nil when none or several are meant.
  public func provinceCode(of text: String) -> String? {
    let found = provinces.matches(text)
    return found.count == 1 ? provinces.codes[found[0]] : nil
  }

  /// The code of one of the 34 provinces by name or code; nil when none or several are meant.
  public func provinceCode2025(of text: String) -> String? {
    let found = provinces2025.matches(text)
    return found.count == 1 ? provinces2025.codes[found[0]] : nil
  }

  /// Collects the distinct parents of communes.
  private struct Builder {
    private struct Key: Hashable {
      var code: String
      var name: String
      var parent: Int32
    }
    private var places: [Key: Int32] = [:]
    private var last: (key: Key, place: Int32)?
    private var keys: [Key] = []

    mutating func place(_ code: String, _ name: String, parent: Int32) -> Int32 {
      let key = Key(code: code, name: name, parent: parent)
      // Communes stand by code, so those of a district mostly stand together.
      if let last, last.key == key { return last.place }
      let place = places[key] ?? Int32(truncatingIfNeeded: keys.count)
      if Int(place) == keys.count {
        places[key] = place
        keys.append(key)
      }
      last = (key, place)
      return place
    }

    func level(_ level: UnitKind.Level) -> Level {
      Level(names: UnitNames(keys.map(\.name), level: level), codes: keys.map(\.code), parents: keys.map(\.parent))
    }
  }
}
