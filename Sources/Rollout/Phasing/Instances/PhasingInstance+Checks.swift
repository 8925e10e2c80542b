extension PhasingInstance {
  /// Throws the first thing that is wrong with years and limits.
  static func checkYears(_ years: Int, limits: [YearlyLimit], discountPercent: Double) throws(PhasingError) {
    if years < 1 { throw .noYears }
    if years > greatestYearCount { throw .tooManyYears(years) }
    guard discountPercent >= 0, discountPercent <= 100 else { throw .unusableDiscount(percent: discountPercent) }
    for (index, limit) in limits.enumerated() {
      guard limit.perYear.count == years else {
        throw .unequalYears(limit: index, amounts: limit.perYear.count, years: years)
      }
      for (year, amount) in limit.perYear.enumerated() where amount < 0 {
        throw .negativeLimit(limit: index, year: year + 1, amount: amount)
      }
      try checkTotal(limit.perYear, what: "the amounts of limit \(index)")
    }
    let budgets = limits.filter { $0.measure == .cost }
    if !budgets.isEmpty, budgets.allSatisfy({ $0.perYear.allSatisfy { $0 == 0 } }) { throw .noMoney }
  }

  /// Throws the first thing that is wrong with an item.
  static func check(_ items: [PhasingItem], years: Int) throws(PhasingError) {
    for (index, item) in items.enumerated() {
      if item.cost < 0 { throw .negativeCost(item: index, cost: item.cost) }
      if item.lengthMetres < 0 { throw .negativeLength(item: index, metres: item.lengthMetres) }
      for need in item.needs where need < 0 || need >= items.count {
        throw .noSuchNeed(item: index, need: need, itemCount: items.count)
      }
      for year in [item.earliestYear, item.fixedYear ?? 1] where year < 1 || year > years {
        throw .noSuchYear(item: index, year: year, years: years)
      }
    }
    try checkTotal(items.map(\.cost), what: "the costs of the items")
    try checkTotal(items.map(\.lengthMetres), what: "the lengths of the items")
  }

  /// Throws the first thing that is wrong with a demand.
  static func check(_ demands: [PhasingDemand], itemCount: Int, years: Int) throws(PhasingError) {
    for (index, demand) in demands.enumerated() {
      if demand.benefit < 0 { throw .negativeBenefit(demand: index, benefit: demand.benefit) }
      for option in demand.options where option < 0 || option >= itemCount {
        throw .noSuchOption(demand: index, option: option, itemCount: itemCount)
      }
    }
    try checkTotal(
      demands.map(\.benefit), what: "the benefits of the demands over \(years) years",
      limit: largestTotal / 10_000 / years)
  }

  /// Throws when numbers of at least 0 sum to more than a limit.
  private static func checkTotal(_ numbers: [Int], what: String, limit: Int = largestTotal) throws(PhasingError) {
    var left = limit
    for number in numbers {
      if number > left { throw .tooLarge(what: what) }
      left -= number
    }
  }

  /// Throws the first rule that a plan breaks: one year per item from 1, nil for those left out.
  public func check(_ years: [Int?]) throws(PhasingError) {
    guard years.count == items.count else { throw .unequalCounts(items: items.count, years: years.count) }
    for (index, item) in items.enumerated() {
      guard let year = years[index] else {
        if item.isRequired || item.fixedYear != nil { throw .leftOut(item: index) }
        continue
      }
      if year < item.earliestYear || year > yearCount || year != item.fixedYear ?? year {
        throw .noSuchYear(item: index, year: year, years: yearCount)
      }
      for need in item.needs {
        guard let needYear = years[need], needYear <= year else {
          throw .builtBeforeNeed(item: index, year: year, need: need, needYear: years[need])
        }
      }
    }
    for (index, used) in used(by: years).enumerated() {
      var (amount, available) = (0, 0)
      for (year, usedInYear) in used.enumerated() {
        amount = limits[index].carriesOver ? amount + usedInYear : usedInYear
        available = limits[index].perYear[year] + (limits[index].carriesOver ? available : 0)
        if amount > available {
          throw .limitExceeded(limit: index, year: year + 1, amount: amount, available: available)
        }
      }
    }
  }
}
