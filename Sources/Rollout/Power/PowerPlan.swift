/// The least-cost electrification of villages, with a proof of how close to the least it is.
public struct PowerPlan: Sendable {
  /// One per village, and so are all arrays of this type but `leftOut`, `assumedHouseholds` and `items`: how it gets its
  /// electricity; nil where nothing allowed can reach it.
  public let technologies: [PowerTechnology?]
  /// The villages that nothing allowed can reach, in their order, each with the reason why no line leads there.
  public let leftOut: [DisconnectedVillage]
  /// The **households** it was reckoned with.
  public let households: [Int]
  /// The villages whose households are the median of the others', ascending.
  public let assumedHouseholds: [Int]
  /// The net present cost of each technology in the village, without medium-voltage line.
  public let costs: [PowerCosts]
  /// How long its own line may be, in **metres** along the line, until the grid costs as much as the cheapest
  /// alternative; nil where the grid costs more however near it is, and where grid or alternatives are not allowed.
  public let breakEvenMetres: [Double?]
  /// The shortest line to the grid that it would share with no one, in **metres** along the line; nil where there is none.
  public let ownLineMetres: [Double?]
  /// What is built: first the lines, each after those it needs, then the villages in their order.
  public let items: [PlanItem]
  /// The net present cost of all items, in whole units of the **currency**.
  public let cost: Int
  /// What building them costs.
  public let capital: Int
  /// No choice of technologies and lines on the candidate network costs less.
  public let lowerBound: Int

  /// By what part of the cost it may exceed the least: 0 for an optimum.
  public var gap: Double { cost == 0 ? 0 : Double(cost - lowerBound) / Double(cost) }
}
