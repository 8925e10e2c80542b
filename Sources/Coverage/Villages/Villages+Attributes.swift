import GeoFormats

extension Villages {
  /// The text of a field of a village: what the village's file says, else its commune, else the area around it.
  public func text(of field: VillageField, village: Int) -> String? {
    if let key = keys[field], let value = layer.attributes.value(ofFeature: village, key: key), !value.isEmpty {
      return value.spelling
    }
    if let units, let text = text(of: field, village: village, units) { return text }
    for area in areas where area.polygons[village] >= 0 {
      if let key = area.keys[field],
        let value = area.layer.attributes.value(ofFeature: Int(area.polygons[village]), key: key), !value.isEmpty
      {
        return value.spelling
      }
    }
    return nil
  }

  /// The text of a field by the units of a village; those of 2025 by its commune of 2025 where that is known.
  private func text(of field: VillageField, village: Int, _ units: AdministrativeUnits) -> String? {
    let (old, new) = (Int(communes[village]), Int(communes2025[village]))
    if new >= 0 {
      switch field {
      case .communeCode2025: return units.communes2025[new].code
      case .province2025: return units.communes2025[new].province
      case .commune where old < 0: return units.communes2025[new].name
      default: break
      }
    }
    return old >= 0 ? units.communes[old].text(of: field) : nil
  }

  /// The villages grouped by a field: the distinct values in the order of their first village, and the group of each
  /// village, -1 where the field has no value.
  public func groups(by field: VillageField) -> (names: [String], groups: [Int32]) {
    var names: [String] = []
    var groups = [Int32](repeating: -1, count: count)
    var known: [String: Int32] = [:]
    var spellings = ByteInterner()
    var groupOfSpelling: [Int32?] = []
    func group(of village: Int) -> Int32 {
      guard let name = text(of: field, village: village) else { return -1 }
      if let group = known[name] { return group }
      let group = Int32(truncatingIfNeeded: names.count)
      known[name] = group
      names.append(name)
      return group
    }
    for village in 0..<count {
      // Most values have been seen before, byte for byte, and need not be decoded again.
      let spelling = keys[field].map { key in
        layer.attributes.withValueBytes(ofFeature: village, key: key) { $0.count > 2 ? spellings.index(of: $0) : -1 }
      }
      guard let spelling, spelling >= 0 else {
        groups[village] = group(of: village)
        continue
      }
      if spelling == groupOfSpelling.count {
        // A value that says nothing leaves the answer to each village's own commune or area.
        let value = keys[field].flatMap { layer.attributes.value(ofFeature: village, key: $0) }
        groupOfSpelling.append(value?.isEmpty == false ? group(of: village) : nil)
      }
      groups[village] = groupOfSpelling[spelling] ?? group(of: village)
    }
    return (names, groups)
  }
}

extension AdministrativeUnits.Commune {
  /// The value of an administrative field; nil for other fields and where nothing is known.
  public func text(of field: VillageField) -> String? {
    switch field {
    case .communeCode: code
    case .communeCode2025: code2025
    case .commune: name
    case .district: district
    case .province: province
    case .province2025: province2025
    case .code, .name, .population, .households: nil
    }
  }
}
