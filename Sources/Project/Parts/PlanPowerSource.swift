import Rollout

/// What electricity is planned for, as a project file says.
public struct PlanPowerSource: Hashable, Sendable {
  /// How much electricity every household is to have.
  public var tier = DemandTier.tier3
  /// What may be built.
  public var technologies = Set(PowerTechnology.allCases)

  /// The usual demand.
  public init() {}
}
