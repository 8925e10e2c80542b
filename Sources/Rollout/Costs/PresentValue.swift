/// What later money is worth today (M. Blank, A. Tarquin, *Engineering Economy*, chapters 2 and 5): discounted by a yearly
/// rate over a horizon, with running costs due at the end of each year.
public struct PresentValue: Hashable, Sendable {
  /// What one unit of money a year, each year of the horizon, is worth today.
  public let annuityFactor: Double
  private let growth: Double
  private let horizonYears: Int

  /// Discounting by `discountPercent` **percent** a year over `horizonYears`.
  public init(discountPercent: Double, horizonYears: Int) {
    self.horizonYears = horizonYears
    growth = 1 + discountPercent / 100
    annuityFactor =
      (0..<max(0, horizonYears)).reduce((sum: 0.0, factor: 1.0)) { state, _ in
        let factor = state.factor / (1 + discountPercent / 100)
        return (state.sum + factor, factor)
      }.sum
  }

  /// What one unit of money after so many **years** is worth today.
  public func discountFactor(years: Int) -> Double {
    (0..<max(0, years)).reduce(1) { factor, _ in factor / growth }
  }

  /// What one unit of capital comes to over the horizon when it is bought anew every `lifetimeYears`, less what the last one is
  /// worth at the end, which falls in a straight line with its age.
  public func capitalFactor(lifetimeYears: Int) -> Double {
    let lifetime = max(1, lifetimeYears)
    guard horizonYears > 0 else { return 1 }
    let purchases = (horizonYears + lifetime - 1) / lifetime
    let bought = (0..<purchases).reduce(0) { $0 + discountFactor(years: $1 * lifetime) }
    let left = Double(purchases * lifetime - horizonYears) / Double(lifetime)
    return bought - left * discountFactor(years: horizonYears)
  }
}
