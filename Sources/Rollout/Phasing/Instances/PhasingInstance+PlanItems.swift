extension PhasingItem {
  /// The item of a plan, free to be built in any year: its cost is that of its bill, its length that of all lines in the bill,
  /// rounded to whole **metres**; `needs` are the places of the plan's list.
  ///
  /// - Throws: ``CostError/unknownPrice(_:)``.
  public init(_ item: PlanItem, prices: CostCatalogue) throws(CostError) {
    let kilometres = item.bill.reduce(0) { $1.item.unit == .kilometre ? $0 + $1.quantity : $0 }
    self.init(
      cost: try prices.cost(of: item.bill), service: item.service, lengthMetres: Int((kilometres * 1000).rounded()),
      needs: item.needs)
  }
}

extension PhasingDemand {
  /// A demand for each village and service that items of a plan serve, by service, then village. The options are the items
  /// that list the village.
  ///
  /// `benefits` has for each service what a year of it counts in each village; services that it lacks count nothing and are left
  /// out. Throws `PhasingError.noSuchVillage`.
  public static func demands(
    of items: [PlanItem], benefits: [PlannedService: [Int]]
  ) throws(PhasingError) -> [PhasingDemand] {
    var options: [PlannedService: [Int: [Int]]] = [:]
    for (index, item) in items.enumerated() {
      guard let villages = benefits[item.service] else { continue }
      for village in item.villages {
        guard villages.indices.contains(village) else {
          throw .noSuchVillage(item: index, village: village, villageCount: villages.count)
        }
        options[item.service, default: [:]][village, default: []].append(index)
      }
    }
    return options.keys.sorted().flatMap { service in
      (options[service] ?? [:]).sorted { $0.key < $1.key }.map { village, options in
        PhasingDemand(
          village: village, service: service, benefit: benefits[service]?[village] ?? 0, options: options)
      }
    }
  }
}

extension PhasingInstance {
  /// The items of a plan, for instance those of several services one after the other, priced and free to be built in any year.
  /// `changing` may fix, require or put off items by their places.
  ///
  /// - Throws: ``CostError``, or `PhasingError` as the other initialiser.
  public init(
    planItems: [PlanItem], prices: CostCatalogue, benefits: [PlannedService: [Int]], yearCount: Int,
    limits: [YearlyLimit], discountPercent: Double = 0, changing: (inout [PhasingItem]) -> Void = { _ in }
  ) throws {
    var items = try planItems.map { try PhasingItem($0, prices: prices) }
    changing(&items)
    try self.init(
      items: items, demands: PhasingDemand.demands(of: planItems, benefits: benefits), yearCount: yearCount,
      limits: limits, discountPercent: discountPercent)
  }
}
