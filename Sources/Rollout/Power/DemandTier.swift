/// How much electricity a household is to have, by the multi-tier framework (M. Bhatia, N. Angelou, *Beyond Connections:
/// Energy Access Redefined*, ESMAP technical report 008/15, 2015, the matrices for supply and for consumption).
public enum DemandTier: Int, CaseIterable, Hashable, Sendable {
  /// Task lighting and a phone charger.
  case tier1 = 1
  /// Lights, a television, a fan.
  case tier2 = 2
  /// Tier 2 and small motors.
  case tier3 = 3
  /// Tier 3 and a refrigerator, a washing machine, a rice cooker.
  case tier4 = 4
  /// Tier 4 and heavy appliances, such as air conditioning.
  case tier5 = 5

  /// The least peak capacity of a household, in **watts**.
  public var peakWatts: Double {
    switch self {
    case .tier1: 3
    case .tier2: 50
    case .tier3: 200
    case .tier4: 800
    case .tier5: 2_000
    }
  }

  /// The least consumption of a household, in **kilowatt-hours a year**.
  public var kilowattHoursPerYear: Double {
    switch self {
    case .tier1: 4.5
    case .tier2: 73
    case .tier3: 365
    case .tier4: 1_250
    case .tier5: 3_000
    }
  }

  /// The solar home system that gives it.
  public var solarHome: CostItem {
    switch self {
    case .tier1: .solarHomeTier1
    case .tier2: .solarHomeTier2
    case .tier3: .solarHomeTier3
    case .tier4: .solarHomeTier4
    case .tier5: .solarHomeTier5
    }
  }
}
