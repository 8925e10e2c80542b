/// What to build for a service when each unit of benefit is worth so much money, and how far from the best that is.
///
/// Choices at several prices bound what any budget can buy (Lagrangian relaxation; H. Everett, *Generalized Lagrange
/// multiplier method*, Operations Research 11, 1963): at price *v* no choice within budget *B* brings more benefit than
/// (`upperBound` + *B*) / *v*.
public struct PricedChoice: Sendable {
  /// What is built; `needs` are places in this list, `villages` places in the list of villages given.
  public var items: [PlanItem]
  /// The villages that have the service then, ascending.
  public var villages: [Int]
  /// What it costs to build, in whole units of the **currency**.
  public var cost: Int
  /// The benefit of the villages served, in the units given.
  public var benefit: Int
  /// What a unit of benefit is worth, in whole units of the **currency**.
  public var price: Int
  /// No choice is worth more: the greatest possible `price` times benefit less cost is at most this.
  public var upperBound: Int

  /// A choice with its bound.
  public init(items: [PlanItem], villages: [Int], cost: Int, benefit: Int, price: Int, upperBound: Int) {
    self.items = items
    self.villages = villages
    self.cost = cost
    self.benefit = benefit
    self.price = price
    self.upperBound = upperBound
  }
}
