/// The prices that a plan reckons with, in one currency and price year.
///
/// ```swift
/// let tower = try catalogue.presentCost(of: .tower45)
/// let cable = try catalogue.presentCost(of: .fibre(.aerial, .mountain)) * kilometres
/// ```
///
/// A price that is not in the catalogue is refused where it is needed; nothing is guessed.
public struct CostCatalogue: Hashable, Sendable {
  /// The currency, as `VND`.
  public var currency: String
  /// The year whose money it is.
  public var priceYear: Int
  /// By how many **percent** a year later money counts less.
  public var discountPercent: Double
  /// Over how many **years** costs are counted.
  public var horizonYears: Int
  /// The prices by item.
  public var prices: [CostItem: Price]

  /// Prices in `currency` of the year `priceYear`, discounted by `discountPercent` **percent** a year over `horizonYears`.
  public init(
    currency: String, priceYear: Int, discountPercent: Double, horizonYears: Int, prices: [CostItem: Price]
  ) {
    self.currency = currency
    self.priceYear = priceYear
    self.discountPercent = discountPercent
    self.horizonYears = horizonYears
    self.prices = prices
  }

  /// The price of one unit of an item.
  ///
  /// - Throws: ``CostError/unknownPrice(_:)``.
  public func price(of item: CostItem) throws(CostError) -> Price {
    guard let price = prices[item] else { throw .unknownPrice(item) }
    return price
  }

  /// The net present cost of one unit of an item that is built at the start: what building, renewing and running it costs over
  /// the horizon, less what it is still worth at the end, all discounted, in the **currency** of the catalogue.
  ///
  /// - Throws: ``CostError/unknownPrice(_:)``.
  public func presentCost(of item: CostItem) throws(CostError) -> Double {
    let price = try price(of: item)
    let value = PresentValue(discountPercent: discountPercent, horizonYears: horizonYears)
    return price.capital * value.capitalFactor(lifetimeYears: price.lifetimeYears)
      + price.runningPerYear * value.annuityFactor
  }
}

/// Why a cost cannot be worked out.
public enum CostError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The catalogue has no price of this item.
  case unknownPrice(CostItem)
  /// So much of an item costs less than nothing, or more than can be reckoned with.
  case unusableAmount(CostItem, quantity: Double, unitCost: Double)
  /// A change that is not understood, as of ``CostChange``.
  case wrongChange(String, problem: String)

  /// One line that a person can act on.
  public var description: String {
    switch self {
    case .unknownPrice(let item):
      "the price of \(item) is not known; give it under costs.prices of the project file"
    case .unusableAmount(let item, let quantity, let unitCost):
      "\(quantity) \(item.unit) of \(item) at \(unitCost) each; expected a cost from 0 to \(Graph.largestTotalCost)"
    case .wrongChange(let text, let problem):
      "\"\(text)\": \(problem); expected an item, =, and a number, or a percentage with a sign, as tower.45m=+30%"
    }
  }
}
