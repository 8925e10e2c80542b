import Rollout

/// What a choice of technologies is asked for: what the project file says, with what the command says in its place.
public struct TechnologyRequest: Sendable {
  /// What the project file says of technologies, changed.
  public var source: TechnologySource
  /// The prices.
  public var catalogue: CostCatalogue
  /// The changes of prices that were asked for, as written.
  public var priceChanges: [String]
  /// A `plan.geojson` whose mobile sites count as planned; nil for none.
  public var plan: String?
  /// Of the random choices.
  public var seed: UInt64
  /// How many threads may work.
  public var threads: Int

  /// A choice by `source` at the prices of `catalogue`.
  public init(
    _ source: TechnologySource, catalogue: CostCatalogue, priceChanges: [String] = [], plan: String? = nil,
    seed: UInt64 = 1, threads: Int = 1
  ) {
    self.source = source
    self.catalogue = catalogue
    self.priceChanges = priceChanges
    self.plan = plan
    self.seed = seed
    self.threads = threads
  }
}
