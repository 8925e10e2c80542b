extension PriceLadder {
  /// Adds rungs until the benefit is enclosed by two that are near to each other.
  mutating func reach(benefit: Int, steps: Int) async throws {
    var left = steps
    if rungs.isEmpty {
      try await add(price: 1_000_000)
      left -= 1
    }
    while left > 0, !wasCancelled {
      let low = rungs.last { $0.benefit < benefit }?.price
      let high = rungs.first { $0.benefit >= benefit }?.price
      let price: Int
      switch (low, high) {
      case (let low?, nil): price = min(greatestPrice, low.multipliedReportingOverflow(by: 8).partialValue)
      case (nil, let high?): price = high / 8
      case (let low?, let high?):
        price = Double(high) < 1.005 * Double(low) ? low : Int((Double(low) * Double(high)).squareRoot().rounded())
      case (nil, nil): return
      }
      if price < 1 || rungs.contains(where: { $0.price == price }) { return }
      try await add(price: price)
      left -= 1
    }
  }
}
