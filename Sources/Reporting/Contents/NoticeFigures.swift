import Coverage

/// What Notice 06/TB-VPCP of Vietnam's Government Office (10 January 2024) counts in the whole country.
public enum NoticeFigures {
  /// How the notice is cited.
  public static let name = "06/TB-VPCP"
  /// The villages that it counts.
  public static let villages = 6786
  /// The villages with fibre to their centre.
  public static let withFibre = 3235
  /// The villages without mobile signal.
  public static let withoutSignal = 689
  /// The villages without electricity.
  public static let withoutPower = 118

  /// How many villages lack a service by the notice.
  public static func unserved(_ service: Service) -> Int {
    switch service {
    case .fibre: villages - withFibre
    case .signal: withoutSignal
    case .power: withoutPower
    }
  }
}
