/// Makes the columns of criteria from what is known of the villages.
///
/// A criterion is known of a village as soon as the unknown cannot change it: a village that has a service has nobody without
/// it, however many live there.
struct CriteriaBuilder {
  /// One criterion of all villages.
  struct Column {
    /// In **millionths**.
    var values: [Int32]
    /// The villages of which it is not known.
    var unknown: [UInt32]
  }

  private let inputs: RankingInputs
  private let settings: RankingSettings
  /// The services with a status of some village.
  private let assessed: [Service]
  /// Whether each village lacks a service.
  private let lacking: [Answer]

  init(_ inputs: RankingInputs, _ settings: RankingSettings) {
    self.inputs = inputs
    self.settings = settings
    let assessed = Service.allCases.filter { service in
      inputs.services[service]?.statuses.contains { $0 != .unknown } ?? false
    }
    self.assessed = assessed
    let statuses = assessed.compactMap { inputs.services[$0]?.statuses }
    lacking = (0..<inputs.count).map { village in
      var answer = statuses.isEmpty ? Answer.unknown : .no
      for column in statuses {
        switch column[village] {
        case .unserved: return .yes
        case .unknown: answer = .unknown
        case .served: break
        }
      }
      return answer
    }
  }

  /// Why no village has a value for a criterion; nil when one may have.
  func reasonToDrop(_ criterion: Criterion) -> DroppedCriterion.Reason? {
    switch criterion.kind {
    case .people(let service):
      if !assessed.contains(service) { return .unknownServices([service]) }
      return inputs.people.allSatisfy(\.isNaN) ? .noPeople : nil
    case .gap(let service):
      guard assessed.contains(service), let facts = inputs.services[service] else { return .unknownServices([service]) }
      return facts.distancesMetres.allSatisfy(\.isNaN) ? .noDistances(service) : nil
    case .together: return assessed.isEmpty ? .unknownServices(Service.allCases) : nil
    case .poverty:
      if assessed.isEmpty { return .unknownServices(Service.allCases) }
      return inputs.circumstances.povertyPercent.allSatisfy(\.isNaN) ? noValues(.povertyRate) : nil
    case .border:
      if assessed.isEmpty { return .unknownServices(Service.allCases) }
      return inputs.circumstances.borderCommunes.allSatisfy { $0 == .unknown } ? noValues(.borderCommune) : nil
    case .connection(let field):
      if connecting.isEmpty { return .unknownServices(Service.allCases.filter(settings.connection.contains)) }
      return answers(field).allSatisfy { $0 == .unknown } ? noValues(field) : nil
    }
  }

  private func noValues(_ field: RankingField) -> DroppedCriterion.Reason {
    .noValues(property: settings.fields[field])
  }

  /// The services that connect and that are known of some village.
  private var connecting: [Service] { assessed.filter(settings.connection.contains) }

  private func answers(_ field: RankingField) -> [Answer] {
    switch field {
    case .school: inputs.circumstances.schools
    case .healthPost: inputs.circumstances.healthPosts
    case .borderCommune: inputs.circumstances.borderCommunes
    case .povertyRate: []
    }
  }

  /// The column of a criterion that is not dropped. O(villages).
  func column(of criterion: Criterion) -> Column {
    let saturation = settings.saturation
    switch criterion.kind {
    case .people(let service):
      let statuses = inputs.services[service]?.statuses ?? []
      return column {
        Self.lacks(statuses[$0])
      } value: {
        inputs.people[$0] / saturation.people
      }
    case .gap(let service):
      let (statuses, metres) = (
        inputs.services[service]?.statuses ?? [], inputs.services[service]?.distancesMetres ?? []
      )
      return column {
        Self.lacks(statuses[$0])
      } value: {
        metres[$0] / saturation.metres(of: service)
      }
    case .poverty:
      return column {
        lacking[$0]
      } value: {
        inputs.circumstances.povertyPercent[$0] / saturation.povertyPercent
      }
    case .border:
      let answers = inputs.circumstances.borderCommunes
      return column {
        lacking[$0]
      } value: {
        Self.number(answers[$0])
      }
    case .connection(let field):
      let answers = answers(field)
      let statuses = connecting.compactMap { inputs.services[$0]?.statuses }
      return column { village in
        // Connected by any of the services.
        statuses.reduce(.yes) { $0 && Self.lacks($1[village]) }
      } value: {
        Self.number(answers[$0])
      }
    case .together:
      let statuses = assessed.compactMap { inputs.services[$0]?.statuses }
      let values = (0..<inputs.count).map { Self.together(statuses, $0) }
      return column {
        values[$0].isNaN ? .unknown : .yes
      } value: {
        values[$0]
      }
    }
  }

  private static func lacks(_ status: Status) -> Answer {
    switch status {
    case .served: .no
    case .unserved: .yes
    case .unknown: .unknown
    }
  }

  private static func number(_ answer: Answer) -> Double {
    switch answer {
    case .yes: 1
    case .no: 0
    case .unknown: .nan
    }
  }

  /// Half for the second and third service that a village lacks; NaN where a service that is unknown would tell.
  private static func together(_ statuses: [[Status]], _ village: Int) -> Double {
    let missing = statuses.count { $0[village] == .unserved }
    let unknown = statuses.count { $0[village] == .unknown }
    let (least, most) = (max(0, missing - 1), max(0, missing + unknown - 1))
    return least == most ? Double(least) / 2 : .nan
  }

  /// A column of values that count where `gate` says yes; `value` is NaN where unknown and saturates at 1.
  private func column(gate: (Int) -> Answer, value: (Int) -> Double) -> Column {
    var column = Column(values: [Int32](repeating: 0, count: inputs.count), unknown: [])
    var (open, all) = (Mean(), Mean())
    var isOpen: [Bool] = []
    for village in 0..<inputs.count {
      let (gate, value) = (gate(village), value(village))
      let units = value.isNaN ? 0 : Int32((min(value, 1) * CriteriaColumns.valueUnits).rounded())
      let isKnown = gate == .no || units == 0 && !value.isNaN || gate == .yes && !value.isNaN
      guard isKnown else {
        column.unknown.append(UInt32(village))
        isOpen.append(gate == .yes)
        continue
      }
      if gate != .no { column.values[village] = units }
      all.include(column.values[village])
      if gate == .yes { open.include(units) }
    }
    for (village, isOpen) in zip(column.unknown, isOpen) {
      column.values[Int(village)] =
        switch settings.missing {
        case .zero: 0
        case .one: Int32(CriteriaColumns.valueUnits)
        case .mean: isOpen && open.count > 0 ? open.rounded : all.rounded
        }
    }
    return column
  }

  /// The mean of whole numbers.
  private struct Mean {
    private var sum = 0
    private(set) var count = 0

    mutating func include(_ value: Int32) {
      sum += Int(value)
      count += 1
    }

    /// The mean, halves up; 0 of nothing.
    var rounded: Int32 { count == 0 ? 0 : Int32(truncatingIfNeeded: (2 * sum + count) / (2 * count)) }
  }
}
