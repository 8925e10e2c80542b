/// One of the things that make a village urgent, measured from 0, nothing, to 1, as bad as it counts.
public enum Criterion: String, CaseIterable, Sendable, CustomStringConvertible {
  /// People who lack fibre.
  case peopleWithoutFibre = "people_without_fibre"
  /// People who lack mobile signal.
  case peopleWithoutSignal = "people_without_signal"
  /// People who lack electricity.
  case peopleWithoutPower = "people_without_power"
  /// How far the nearest fibre that would serve is.
  case fibreGap = "fibre_gap"
  /// How far the nearest signal that would serve is.
  case signalGap = "signal_gap"
  /// How far the nearest power that would serve is.
  case powerGap = "power_gap"
  /// The part of poor households, where a service is missing.
  case poverty
  /// A school without connection.
  case schoolWithoutConnection = "school_without_connection"
  /// A health post without connection.
  case healthPostWithoutConnection = "health_post_without_connection"
  /// A commune on the national border, where a service is missing.
  case borderCommune = "border_commune"
  /// Several services missing at once: two of three are 0.5, all three are 1.
  case missingTogether = "missing_together"

  /// The word used in project files and in every output.
  public var description: String { rawValue }

  /// The weight where a project gives none. The weights of all criteria sum to 100: people count more than
  /// circumstances, signal and power more than fibre.
  public var defaultWeight: Double {
    switch self {
    case .peopleWithoutFibre: 8
    case .peopleWithoutSignal, .peopleWithoutPower: 18
    case .fibreGap: 4
    case .signalGap, .powerGap: 8
    case .poverty, .missingTogether: 10
    case .schoolWithoutConnection, .healthPostWithoutConnection: 6
    case .borderCommune: 4
    }
  }

  /// What a criterion measures.
  enum Kind: Sendable {
    case people(Service)
    case gap(Service)
    case poverty
    case connection(RankingField)
    case border
    case together
  }

  var kind: Kind {
    switch self {
    case .peopleWithoutFibre: .people(.fibre)
    case .peopleWithoutSignal: .people(.signal)
    case .peopleWithoutPower: .people(.power)
    case .fibreGap: .gap(.fibre)
    case .signalGap: .gap(.signal)
    case .powerGap: .gap(.power)
    case .poverty: .poverty
    case .schoolWithoutConnection: .connection(.school)
    case .healthPostWithoutConnection: .connection(.healthPost)
    case .borderCommune: .border
    case .missingTogether: .together
    }
  }
}
