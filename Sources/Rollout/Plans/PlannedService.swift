/// A service that a plan brings to villages.
public enum PlannedService: String, CaseIterable, Hashable, Sendable, Comparable {
  case fibre, signal, power

  /// In the order in which they are told.
  public static func < (first: PlannedService, second: PlannedService) -> Bool { first.place < second.place }

  private var place: Int {
    switch self {
    case .fibre: 0
    case .signal: 1
    case .power: 2
    }
  }
}
