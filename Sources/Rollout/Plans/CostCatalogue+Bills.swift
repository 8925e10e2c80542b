extension CostCatalogue {
  /// What building a line of a bill costs, rounded to whole units of the **currency**.
  ///
  /// - Throws: ``CostError/unknownPrice(_:)``.
  public func cost(of line: BillLine) throws(CostError) -> Int {
    Int((try price(of: line.item).capital * line.quantity).rounded())
  }

  /// What running it costs a year, rounded to whole units of the **currency**.
  ///
  /// - Throws: ``CostError/unknownPrice(_:)``.
  public func runningCost(of line: BillLine) throws(CostError) -> Int {
    Int((try price(of: line.item).runningPerYear * line.quantity).rounded())
  }

  /// What building an item costs: the sum of the lines of its bill, each rounded to whole units of the **currency**.
  ///
  /// - Throws: ``CostError/unknownPrice(_:)``.
  public func cost(of bill: [BillLine]) throws(CostError) -> Int {
    var sum = 0
    for line in bill { sum += try cost(of: line) }
    return sum
  }

  /// What running an item costs a year, likewise.
  ///
  /// - Throws: ``CostError/unknownPrice(_:)``.
  public func runningCost(of bill: [BillLine]) throws(CostError) -> Int {
    var sum = 0
    for line in bill { sum += try runningCost(of: line) }
    return sum
  }
}
