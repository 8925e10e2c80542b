/// A way to connect a place.
public struct AccessOption: Hashable, Sendable {
  /// By what.
  public var technology: AccessTechnology
  /// How many links, routers or terminals its demand takes.
  public var units: Int
  /// The fibre node or tower at the other end of a radio link, by its place in the list given; nil for all else.
  public var anchor: Int?
  /// What is bought at the place; the route of fibre is apart, for it is shared.
  public var bill: [BillLine]
  /// What that costs to build, in whole units of the **currency**.
  public var capital: Int
  /// Its net present cost, in whole units of the **currency**.
  public var netPresentCost: Int
}
