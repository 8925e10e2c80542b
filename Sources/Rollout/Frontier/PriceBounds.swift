/// The bounds of one service's choices as a function of the price.
///
/// The greatest worth, price times benefit less cost, is the greatest of linear functions of the price, so it is convex:
/// between two prices it lies below the straight line, and at a price of 0 it is 0.
struct PriceBounds: Sendable {
  /// Ascending, the first 0.
  private var prices = [0]
  private var bounds = [0]

  /// Of choices at prices above 0; of two at one price the lower bound counts.
  init(_ choices: [PricedChoice]) {
    for choice in choices.sorted(by: { ($0.price, $0.upperBound) < ($1.price, $1.upperBound) }) {
      if choice.price == prices[prices.count - 1] { continue }
      prices.append(choice.price)
      bounds.append(max(0, choice.upperBound))
    }
  }

  /// The highest price of which anything is known.
  var highestPrice: Int { prices[prices.count - 1] }

  /// No choice is worth more at this price; nil above the highest price.
  func bound(at price: Int) -> Int? {
    guard price >= 0, let above = prices.firstIndex(where: { $0 >= price }) else { return nil }
    if prices[above] == price { return bounds[above] }
    let (low, high) = (bounds[above - 1], bounds[above])
    let rise = Self.scaled(abs(high - low), by: price - prices[above - 1], over: prices[above] - prices[above - 1])
    // Rounded up in both cases.
    return high >= low ? low + rise.up : low - rise.down
  }

  /// `number` times `part` over `whole`, rounded both ways; `part` at most `whole`, none below 0.
  private static func scaled(_ number: Int, by part: Int, over whole: Int) -> (down: Int, up: Int) {
    let product = number.multipliedFullWidth(by: part)
    let (quotient, rest) = whole.dividingFullWidth(product)
    return (quotient, rest > 0 ? quotient + 1 : quotient)
  }
}
