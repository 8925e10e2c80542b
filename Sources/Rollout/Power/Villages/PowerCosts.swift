/// What each technology costs in a village by one measure, in whole units of the **currency**, apart from the
/// medium-voltage line to it; nil for what is not allowed.
public struct PowerCosts: Hashable, Sendable {
  /// The village's transformers, low-voltage lines, connections and energy.
  public var grid: Int?
  /// A grid of its own.
  public var miniGrid: Int?
  /// A solar home system for each household.
  public var solarHomes: Int?

  /// The cheaper of mini-grid and solar home systems, the mini-grid of equal ones.
  public var offGrid: (technology: PowerTechnology, cost: Int)? {
    switch (miniGrid, solarHomes) {
    case (nil, nil): nil
    case (let miniGrid?, nil): (.miniGrid, miniGrid)
    case (nil, let solarHomes?): (.solarHomes, solarHomes)
    case (let miniGrid?, let solarHomes?):
      miniGrid <= solarHomes ? (.miniGrid, miniGrid) : (.solarHomes, solarHomes)
    }
  }

  init(_ catalogue: CostCatalogue, _ measure: CostMeasure, _ settings: PowerSettings, households: Int) throws(CostError)
  {
    let bills = PowerBills(settings)
    func cost(_ technology: PowerTechnology) throws(CostError) -> Int? {
      guard settings.technologies.contains(technology) else { return nil }
      return try catalogue.cost(of: bills.bill(technology, households: households), measure)
    }
    grid = try cost(.grid)
    miniGrid = try cost(.miniGrid)
    solarHomes = try cost(.solarHomes)
  }
}
