/// Makes the columns of criteria from what is known of the villages.
///
/// A criterion is known of a village as soon as the unknown cannot change it: a village that has a service has nobody without
/// it, however many live there.
struct CriteriaBuilder {
  private let inputs: RankingInputs
  private let settings: RankingSettings
  /// The services with a status of some village.
  private let assessed: [Service]
  /// Whether each village lacks a service.
  private let lacking: [Answer]

  /// A builder for the villages of a block, where `known` is known of some village of any block.
  init(_ inputs: RankingInputs, _ settings: RankingSettings, known: KnownFacts) {
    self.inputs = inputs
    self.settings = settings
    let assessed = known.assessed
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

  /// The column of a criterion that is not dropped, unknown values still open. O(villages).
  func column(of criterion: Criterion) -> CriterionColumn {
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
  private func column(gate: (Int) -> Answer, value: (Int) -> Double) -> CriterionColumn {
    var column = CriterionColumn(values: [Int32](repeating: 0, count: inputs.count))
    for village in 0..<inputs.count {
      let (gate, value) = (gate(village), value(village))
      let units = value.isNaN ? 0 : Int32((min(value, 1) * CriteriaColumns.valueUnits).rounded())
      let isKnown = gate == .no || units == 0 && !value.isNaN || gate == .yes && !value.isNaN
      guard isKnown else {
        column.unknown.append((UInt32(truncatingIfNeeded: village), gate == .yes))
        continue
      }
      if gate != .no { column.values[village] = units }
      column.means.all.include(column.values[village])
      if gate == .yes { column.means.open.include(units) }
    }
    return column
  }
}
