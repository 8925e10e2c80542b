/// What of a cost is counted.
public enum CostMeasure: String, CaseIterable, Hashable, Sendable {
  /// What building costs.
  case capital
  /// What building, renewing and running cost over the horizon, discounted, less what is left at the end.
  case netPresent = "net_present"
}

extension CostCatalogue {
  /// The catalogue in which building a thing costs what it costs here by a measure, and nothing costs anything afterwards, so
  /// that both measures come to the same: what is planned with it counts that measure everywhere.
  ///
  /// - Throws: ``CostError``.
  public func counting(_ measure: CostMeasure) throws(CostError) -> CostCatalogue {
    var catalogue = self
    for (item, price) in prices {
      catalogue.prices[item] = Price(
        capital: try unitCost(of: item, measure), runningPerYear: 0, lifetimeYears: max(1, horizonYears),
        source: price.source)
    }
    return catalogue
  }

  /// What one unit of an item costs by a measure, in the **currency**.
  ///
  /// - Throws: ``CostError/unknownPrice(_:)``.
  public func unitCost(of item: CostItem, _ measure: CostMeasure) throws(CostError) -> Double {
    switch measure {
    case .capital: try price(of: item).capital
    case .netPresent: try presentCost(of: item)
    }
  }

  /// What the lines of a bill cost by a measure, in whole units of the **currency**: quantity times unit cost, each line
  /// rounded to the nearest, ties away from zero.
  ///
  /// - Throws: ``CostError/unknownPrice(_:)``, and ``CostError/unusableAmount(_:quantity:unitCost:)`` for a line that costs
  ///   less than nothing or more than `Graph.largestTotalCost`.
  public func cost(of bill: [BillLine], _ measure: CostMeasure) throws(CostError) -> Int {
    var sum = 0
    for line in bill {
      let unitCost = try unitCost(of: line.item, measure)
      let cost = (line.quantity * unitCost).rounded()
      guard cost >= 0, cost <= Double(Graph.largestTotalCost) else {
        throw .unusableAmount(line.item, quantity: line.quantity, unitCost: unitCost)
      }
      sum += Int(cost)
    }
    return sum
  }
}
