import Geospatial

/// Finds the best plan in years of a small project by trying everything that can be built, for all services together.
///
/// The ways to build each service are listed, and those that another one covers (it is worth as much, takes no more in any year,
/// and brings cables and grids for others no later) are left out, for no plan is better with them. Then those of the services
/// are put together. So the best plan on the candidates is among what is left (dominance as in dynamic programming; T. Ibaraki,
/// *Enumerative approaches to combinatorial optimization*, Annals of Operations Research 10, 1987).
public struct JointSearch {
  private let fibre: JointForest?
  private let power: JointForest?
  private let signal: JointSites?
  private let rules: JointRules

  /// The best plan found.
  public struct Result: Sendable {
    /// What is built; `needs` are places in the list.
    public var items: [PlanItem]
    /// What it is worth, in **years of benefit** worth those of year 1. No plan on the candidates is worth more.
    public var value: Double
  }

  /// A search over the services planned; nil for one that is not.
  public init(fibre: JointForest?, power: JointForest?, signal: JointSites?, rules: JointRules) {
    self.fibre = fibre
    self.power = power
    self.signal = signal
    self.rules = rules
  }

  /// With more ways to put services together not everything is tried.
  private static let pairLimit = 40_000_000

  /// The best plan; nil where there is too much to try, or nothing that is required fits.
  ///
  /// - Throws: what pricing an item throws.
  public func run() throws -> Result? {
    var places: [Coordinate: Int] = [:]
    for site in signal?.sites ?? [] where site.tower != nil && places[site.place] == nil {
      places[site.place] = places.count
    }
    let none = JointOption(
      value: 0, usage: rules.nothing, offers: [Int](repeating: rules.yearCount, count: places.count),
      cableWants: [Int](repeating: rules.yearCount, count: places.count),
      gridWants: [Int](repeating: rules.yearCount, count: places.count))
    var cables: JointForestOptions?
    var (cableOptions, gridOptions, siteOptions) = ([none], [none], [none])
    if let fibre {
      guard var options = try JointForestOptions(fibre, .fibre, rules, places: places), let all = options.all() else {
        return nil
      }
      (cables, cableOptions) = (options, all)
    }
    var grids: JointForestOptions?
    if let power {
      guard var options = try JointForestOptions(power, .power, rules, places: places), let all = options.all() else {
        return nil
      }
      (grids, gridOptions) = (options, all)
    }
    var sites: JointSiteOptions?
    if let signal {
      let options = try JointSiteOptions(
        signal, rules, places: places, cablePlaces: offered(cableOptions), gridPlaces: offered(gridOptions))
      guard var options, let all = options.all() else { return nil }
      (sites, siteOptions) = (options, all)
    }
    guard let best = best(cableOptions, siteOptions, gridOptions) else { return nil }
    var items = cables?.items(best.cable) ?? []
    let cableCount = items.count
    items = [PlanItem].appended(items, grids?.items(best.grid) ?? [])
    sites?.add(
      best.site, to: &items, cables: Self.shared(items[..<cableCount]), grids: Self.shared(items[cableCount...]))
    return Result(items: items, value: best.value.inYears)
  }

  /// The places where some option brings something that may be shared.
  private func offered(_ options: [JointOption]) -> Set<Int> {
    Set(options.flatMap { option in option.offers.indices.filter { option.offers[$0] < rules.yearCount } })
  }

  private static func shared(_ items: ArraySlice<PlanItem>) -> [Coordinate: Int] {
    var places: [Coordinate: Int] = [:]
    for place in items.indices where items[place].kind.isShared {
      if case .point(let coordinate) = items[place].shape { places[coordinate] = place }
    }
    return places
  }

  private struct Best {
    var value: Int
    var cable: JointOption
    var site: JointOption
    var grid: JointOption
  }

  /// The options that are worth most together; nil where none fit or there is too much to try.
  private func best(_ cables: [JointOption], _ sites: [JointOption], _ grids: [JointOption]) -> Best? {
    guard cables.count * sites.count <= Self.pairLimit else { return nil }
    var pairs: [JointOption] = []
    for (first, cable) in cables.enumerated() {
      for (second, site) in sites.enumerated() {
        guard zip(cable.offers, site.cableWants).allSatisfy({ $0 <= $1 || $1 == rules.yearCount }),
          let usage = rules.sum(cable.usage, site.usage)
        else { continue }
        pairs.append(
          JointOption(value: cable.value + site.value, usage: usage, gridWants: site.gridWants, code: [first, second]))
      }
    }
    // Fewer to put together with the third; so many that sorting them out takes longer stay as they are.
    pairs = pairs.count <= 20_000 ? JointOption.best(of: pairs) : pairs.sorted { $0.value > $1.value }
    guard let greatest = grids.first?.value, pairs.count * grids.count <= Self.pairLimit else { return nil }
    var best: (value: Int, pair: JointOption, grid: Int)?
    for pair in pairs where pair.value + greatest > best?.value ?? -1 {
      for (third, grid) in grids.enumerated() {
        if pair.value + grid.value <= best?.value ?? -1 { break }
        guard zip(grid.offers, pair.gridWants).allSatisfy({ $0 <= $1 || $1 == rules.yearCount }),
          rules.sum(pair.usage, grid.usage) != nil
        else { continue }
        best = (pair.value + grid.value, pair, third)
        break
      }
    }
    return best.map {
      Best(value: $0.value, cable: cables[$0.pair.code[0]], site: sites[$0.pair.code[1]], grid: grids[$0.grid])
    }
  }
}

extension [PlanItem] {
  /// Two lists as one, with `needs` by their places there.
  fileprivate static func appended(_ first: [PlanItem], _ second: [PlanItem]) -> [PlanItem] {
    first
      + second.map { item in
        var item = item
        item.needs = item.needs.map { $0 + first.count }
        return item
      }
  }
}
