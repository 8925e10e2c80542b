/// How much of a thing is bought, as a bill of quantities lists it.
public struct BillLine: Hashable, Sendable {
  /// What is bought.
  public var item: CostItem
  /// How much of it, in the unit of the item: kilometres, pieces, sites, households.
  public var quantity: Double

  /// So much of an item, in its unit.
  public init(_ item: CostItem, quantity: Double) {
    self.item = item
    self.quantity = quantity
  }
}
