/// A generation of mobile network that a site brings.
public enum MobileTechnology: String, CaseIterable, Hashable, Sendable {
  case secondGeneration = "2G"
  case thirdGeneration = "3G"
  case fourthGeneration = "4G"
  case fifthGeneration = "5G"

  /// The frequency on which it covers the countryside, in **megahertz**: bands 8 (900 MHz), 1 (2,100 MHz), 3 (1,800 MHz) and
  /// n28 (700 MHz) of 3GPP TS 36.101 and TS 38.101-1.
  public var frequencyMegahertz: Double {
    switch self {
    case .secondGeneration: 900
    case .thirdGeneration: 2_100
    case .fourthGeneration: 1_800
    case .fifthGeneration: 700
    }
  }

  /// How far a site of this technology serves a phone outdoors from a tower of this height, in **metres**.
  ///
  /// An estimate for hilly country, to be replaced by what the operator knows.
  public func reachMetres(from height: TowerHeight) -> Double {
    let atThirtyMetres: Double
    switch self {
    case .secondGeneration: atThirtyMetres = 5_000
    case .thirdGeneration: atThirtyMetres = 2_800
    case .fourthGeneration: atThirtyMetres = 3_000
    case .fifthGeneration: atThirtyMetres = 3_500
    }
    switch height {
    case .metres30: return atThirtyMetres
    case .metres45: return atThirtyMetres * 4 / 3
    case .metres60: return atThirtyMetres * 5 / 3
    }
  }
}

/// The height of a tower, in **metres**, as catalogues price them.
public enum TowerHeight: Int, CaseIterable, Hashable, Sendable {
  case metres30 = 30
  case metres45 = 45
  case metres60 = 60

  /// The height, in **metres**.
  public var metres: Double { Double(rawValue) }

  /// A new site with a tower of this height.
  public var costItem: CostItem {
    switch self {
    case .metres30: .tower30
    case .metres45: .tower45
    case .metres60: .tower60
    }
  }
}
