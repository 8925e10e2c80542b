/// By what every choice falls short of the bound of a relaxation: a sum of losses, none of them negative.
///
/// Of a column, its profit, if it is not built and has one, or is built and would need one; of a row, its price each time it is
/// covered again, or what is left of its weight if it stays uncovered; of a triple, its price for each unit by which its
/// inequality is kept with room; and of money, its price if it is left. In a set cover the reduced costs stand for the profits
/// with the sign turned, and what is lost is what a cover costs above the bound.
struct CoverLosses {
  /// What is lost if a column is built, and if it is not.
  let built: [Double]
  let notBuilt: [Double]
  /// What is lost if a row stays uncovered, and each time it is covered again.
  let uncovered: [Double]
  let repeated: [Double]
  /// What covering a row makes up of the losses of its triples.
  let madeUp: [Double]
  /// What a column adds to the losses of its triples before any row is covered.
  let triples: [Double]
  /// What is lost of each unit of money that is left.
  let moneyPrice: Double

  /// The losses of a maximal cover at the prices that come with its core, those of the best bound of a relaxation.
  init(_ core: CoverCore, _ relaxation: MaximalCoverRelaxation) {
    built = relaxation.profits.map { max(0, -$0) }
    notBuilt = relaxation.profits.map { max(0, $0) }
    repeated = core.prices
    moneyPrice = relaxation.moneyPrice
    var madeUp = [Double](repeating: 0, count: core.rowCount)
    var triples = [Double](repeating: 0, count: core.columnCount)
    for triple in core.triples {
      for row in triple.rows { madeUp[row] += triple.price }
      for (column, count) in core.counts(in: triple) { triples[column] += Double((count + 1) / 2) * triple.price }
    }
    var uncovered = core.weights
    for row in 0..<core.rowCount {
      let left = max(0, core.weights[row] - core.prices[row])
      uncovered[row] = max(0, left - madeUp[row])
      // Where the triples' prices are more than the row is worth, covering it loses what they are above that.
      madeUp[row] = min(madeUp[row], left)
    }
    (self.uncovered, self.madeUp, self.triples) = (uncovered, madeUp, triples)
  }

  /// The losses of a set cover at the prices of the best bound: no row may stay uncovered.
  init(_ core: CoverCore, _ relaxation: SetCoverRelaxation) {
    built = relaxation.reducedCosts.map { max(0, $0) }
    notBuilt = relaxation.reducedCosts.map { max(0, -$0) }
    uncovered = [Double](repeating: .infinity, count: core.rowCount)
    repeated = relaxation.prices
    madeUp = [Double](repeating: 0, count: core.rowCount)
    triples = [Double](repeating: 0, count: core.columnCount)
    moneyPrice = 0
  }
}
