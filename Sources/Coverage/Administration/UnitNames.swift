import Geospatial

/// The names of units of one level, to be looked up as people spell them.
///
/// The spelling with marks counts first, then the one without; with a kind in front (Xã, Phường, Thị trấn) those of the
/// kind, then the others.
struct UnitNames: Sendable {
  private let level: UnitKind.Level
  private let kinds: [UnitKind?]
  private var accented: [[UInt8]: [Int32]] = [:]
  private var plain: [[UInt8]: [Int32]] = [:]

  /// An index of names with their kinds, in the order of the units.
  init(_ names: [String], level: UnitKind.Level) {
    self.level = level
    accented.reserveCapacity(names.count)
    plain.reserveCapacity(names.count)
    var kinds: [UnitKind?] = []
    kinds.reserveCapacity(names.count)
    for (index, name) in names.enumerated() {
      let (kind, rest) = UnitKind.parts(VietnameseText(name), level: level)
      kinds.append(kind)
      accented[rest.key(isAccented: true), default: []].append(Int32(truncatingIfNeeded: index))
      plain[rest.key(isAccented: false), default: []].append(Int32(truncatingIfNeeded: index))
    }
    self.kinds = kinds
  }

  /// The units that `name` may mean among those for which `isAllowed` is true, in their order.
  ///
  /// A name whose marks differ from those of every unit is taken by its letters alone only where `isScoped` says that the
  /// parent is known, for across the country too many names have the same letters.
  func matches(_ name: String, isScoped: Bool, where isAllowed: (Int) -> Bool) -> [Int] {
    let text = VietnameseText(name)
    if text.letters.isEmpty { return [] }
    let readings = UnitKind.readings(text, level: level)
    // Without marks a name may be any of those with the same letters, also where one of them has no marks at all.
    for isAccented in text.hasMarks ? [true, false] : [false] {
      if !isAccented, text.hasMarks, !isScoped { break }
      let whole = units(text, isAccented: isAccented, where: isAllowed)
      if !whole.isEmpty { return whole }
      var found: [Int] = []
      for reading in readings {
        let units = units(reading.rest, isAccented: isAccented, where: isAllowed)
        let ofKind = units.filter { kinds[$0] == reading.kind }
        found += ofKind.isEmpty ? units : ofKind
      }
      if !found.isEmpty { return Set(found).sorted() }
    }
    return []
  }

  private func units(_ text: VietnameseText, isAccented: Bool, where isAllowed: (Int) -> Bool) -> [Int] {
    let key = text.key(isAccented: isAccented)
    if level == .province, let alias = ProvinceNames.alias(plain: text.key(isAccented: false)) {
      return (accented[VietnameseText(alias).accented] ?? []).map { Int($0) }.filter(isAllowed)
    }
    return ((isAccented ? accented[key] : plain[key]) ?? []).map { Int($0) }.filter(isAllowed)
  }
}
