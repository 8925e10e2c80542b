import Geospatial

/// How the commune of a village is known.
public enum CommuneSource: UInt8, Sendable, Hashable {
  /// It is not.
  case unknown
  /// By a code in the village's file.
  case code
  /// By the names of commune, district and province in the village's file.
  case name
  /// From the village's position: the nearest commune point within whose bounds it lies. A guess.
  case inferred
}

/// What joining the villages with the administrative units left open.
public struct CommuneDoubts: Sendable, Hashable {
  /// The villages whose names fit several communes.
  public var ambiguous: [Int] = []
  /// The villages with a code or name of a commune that the tables do not have.
  public var unrecognised: [Int] = []

  /// No doubts.
  public init() {}
}

/// The units of one village: places among the communes of before July 2025 and since, -1 where unknown.
struct CommuneAnswer {
  var commune: Int32 = -1
  var commune2025: Int32 = -1
  var source = CommuneSource.unknown
  /// The communes that the answer is one of; nil when any.
  var candidates: Set<Int>?
  var isAmbiguous = false
  var isUnrecognised = false

  mutating func found(_ index: Int, by source: CommuneSource, in units: AdministrativeUnits) {
    commune = Int32(truncatingIfNeeded: index)
    if self.source == .unknown || source == .inferred { self.source = source }
    if commune2025 < 0, let code = units.communes[index].code2025, let new = units.index(ofCommune2025: code) {
      commune2025 = Int32(truncatingIfNeeded: new)
    }
  }
}

/// Finds the commune of villages by code, else by names, else by position.
struct CommuneJoin {
  let units: AdministrativeUnits
  private lazy var gazetteer = Gazetteer(units)
  private lazy var locator = CommuneLocator(units)
  private lazy var predecessors = Dictionary(
    grouping: units.communes.indices.filter { units.communes[$0].code2025 != nil }
  ) {
    units.communes[$0].code2025 ?? ""
  }

  init(_ units: AdministrativeUnits) { self.units = units }

  /// The same with all its tables made, so that copies need not make their own.
  var prepared: CommuneJoin {
    var join = self
    _ = (join.gazetteer, join.locator, join.predecessors)
    return join
  }

  /// The answer for a village with these texts in its file.
  mutating func answer(_ text: (VillageField) -> String?, at place: Coordinate) -> CommuneAnswer {
    var answer = CommuneAnswer()
    let code = text(.communeCode)
    if let code {
      if let index = units.index(ofCommune: code) {
        answer.found(index, by: .code, in: units)
        if let code2025 = text(.communeCode2025), let new = units.index(ofCommune2025: code2025) {
          answer.commune2025 = Int32(truncatingIfNeeded: new)
        }
        return answer
      }
      answer.isUnrecognised = true
    }
    if let code2025 = text(.communeCode2025) {
      if let new = units.index(ofCommune2025: code2025) {
        answer.commune2025 = Int32(truncatingIfNeeded: new)
        answer.source = .code
        let old = predecessors[units.communes2025[new].code] ?? []
        if old.count == 1 { answer.found(old[0], by: .code, in: units) }
        answer.candidates = Set(old)
      } else {
        answer.isUnrecognised = true
      }
    }
    if answer.commune < 0, let name = text(.commune) { resolve(name, text, &answer) }
    // A code of the file that the tables lack is a doubt; a guess would sit beside it and contradict it.
    if answer.commune < 0, code == nil, let index = locator.commune(around: place, among: answer.candidates) {
      answer.found(index, by: .inferred, in: units)
    }
    return answer
  }

  private mutating func resolve(
    _ name: String, _ text: (VillageField) -> String?, _ answer: inout CommuneAnswer
  ) {
    let (district, province, province2025) = (text(.district), text(.province), text(.province2025))
    // Files of two tiers name a province of the 34 and no district.
    let isOf2025 = answer.commune2025 >= 0 || (district == nil && province == nil && province2025 != nil)
    if !isOf2025 {
      take(gazetteer.commune(named: name, district: district, province: province), &answer)
      if answer.commune >= 0 || answer.isAmbiguous || district != nil { return }
    } else if let known = answer.candidates {
      // A code of 2025 with the name of the commune that became part of it.
      if case .found(let index) = gazetteer.commune(named: name, district: district, province: province),
        known.contains(index)
      {
        answer.found(index, by: .name, in: units)
      }
      return
    }
    switch gazetteer.commune2025(named: name, province: province2025 ?? province) {
    case .found(let new):
      answer.isUnrecognised = false
      answer.commune2025 = Int32(truncatingIfNeeded: new)
      answer.source = .name
      let old = predecessors[units.communes2025[new].code] ?? []
      if old.count == 1 { answer.found(old[0], by: .name, in: units) }
      answer.candidates = Set(old)
    case .ambiguous: answer.isAmbiguous = true
    case .unknown: answer.isUnrecognised = true
    }
  }

  private func take(_ match: Gazetteer.Match, _ answer: inout CommuneAnswer) {
    switch match {
    case .found(let index):
      answer.isUnrecognised = false
      answer.found(index, by: .name, in: units)
    case .ambiguous(let communes):
      answer.isAmbiguous = true
      answer.candidates = Set(communes)
    case .unknown: answer.isUnrecognised = true
    }
  }
}
