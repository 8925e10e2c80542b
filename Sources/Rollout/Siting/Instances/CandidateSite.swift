/// A place where a tower stands, may be built or must not be.
public struct CandidateSite: Sendable, Equatable {
  /// What is fixed about a site beforehand.
  public struct Conditions: OptionSet, Sendable, Hashable {
    /// The bits.
    public let rawValue: UInt8

    /// A set of conditions from its bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Must be built; its cost counts.
    public static let required = Conditions(rawValue: 1)
    /// Must not be built.
    public static let forbidden = Conditions(rawValue: 2)
    /// Stands already: it covers at no cost and counts as no new site.
    public static let existing = Conditions(rawValue: 4)
  }

  /// What building it costs, in the currency of the instance; at least 0.
  public var cost: Double
  /// How many people it can serve; nil for any number.
  public var capacity: Double?
  /// What is fixed beforehand.
  public var conditions: Conditions

  /// A site with a cost, in the currency of the instance, a capacity in **people** and what is fixed beforehand.
  public init(cost: Double = 1, capacity: Double? = nil, conditions: Conditions = []) {
    self.cost = cost
    self.capacity = capacity
    self.conditions = conditions
  }
}
