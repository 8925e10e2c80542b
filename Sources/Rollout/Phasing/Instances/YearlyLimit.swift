/// How much may be spent or built in each year of a plan, by some services or by all together.
public struct YearlyLimit: Hashable, Sendable {
  /// What is limited.
  public enum Measure: String, CaseIterable, Hashable, Sendable {
    /// Money: the items' costs, in whole units of the **currency**.
    case cost
    /// The length of the lines built, in **metres**.
    case metres
  }

  /// What is limited.
  public var measure: Measure
  /// How much there is in each year, the first year first; at least 0 each.
  public var perYear: [Int]
  /// The services that draw on it.
  public var services: Set<PlannedService>
  /// Whether what is left over in a year may be used in later ones.
  public var carriesOver: Bool

  /// A limit, the same for no two years necessarily.
  public init(
    _ measure: Measure, perYear: [Int], services: Set<PlannedService> = Set(PlannedService.allCases),
    carriesOver: Bool
  ) {
    self.measure = measure
    self.perYear = perYear
    self.services = services
    self.carriesOver = carriesOver
  }

  /// Money for each year, in whole units of the **currency**; what is not spent is kept for the next year unless told otherwise.
  public static func budget(
    perYear: [Int], services: Set<PlannedService> = Set(PlannedService.allCases), carriesOver: Bool = true
  ) -> YearlyLimit {
    YearlyLimit(.cost, perYear: perYear, services: services, carriesOver: carriesOver)
  }

  /// How many **metres** of line can be built in each year; crews that stand idle are lost unless told otherwise.
  public static func capacity(
    metresPerYear: [Int], services: Set<PlannedService> = Set(PlannedService.allCases), carriesOver: Bool = false
  ) -> YearlyLimit {
    YearlyLimit(.metres, perYear: metresPerYear, services: services, carriesOver: carriesOver)
  }

  /// What an item takes of it.
  func amount(of item: PhasingItem) -> Int {
    guard services.contains(item.service) else { return 0 }
    switch measure {
    case .cost: return item.cost
    case .metres: return item.lengthMetres
    }
  }
}
