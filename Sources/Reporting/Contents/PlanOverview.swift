/// What a plan builds, as a report shows it: totals by year and the features of its map.
public struct PlanOverview: Hashable, Sendable {
  /// What is built in one year.
  public struct Year: Hashable, Sendable {
    /// The year, as `2026`, or counted from 1.
    public var year: Int
    /// What it costs, in whole **đồng**, by service as the plan names it.
    public var costs: [String: Int]
    /// How many villages get a service in the year, by service.
    public var villages: [String: Int]

    /// A year of a plan; costs in whole **đồng**.
    public init(year: Int, costs: [String: Int], villages: [String: Int] = [:]) {
      self.year = year
      self.costs = costs
      self.villages = villages
    }

    /// What the year costs in all, in whole **đồng**.
    public var cost: Int { costs.values.reduce(0, +) }
  }

  /// The years in their order.
  public var years: [Year]
  /// The features to draw.
  public var features: [PlanFeature]

  /// A plan by its years and features.
  public init(years: [Year], features: [PlanFeature]) {
    self.years = years
    self.features = features
  }
}
