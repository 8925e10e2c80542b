import Geospatial

/// All ways to build mobile sites in years: every set of sites, every year, with backhaul and power of their own or shared.
struct JointSiteOptions {
  let sites: JointSites
  let rules: JointRules
  let places: [Coordinate: Int]
  /// The places where another service may bring a cable, or a grid.
  let cablePlaces: Set<Int>
  let gridPlaces: Set<Int>
  /// The sites, each after its parent.
  private let order: [Int]
  private let towerAmounts: [[Int]]
  private let backhaulAmounts: [[Int]]
  private let solarAmounts: [[Int]]
  private let villages: [Int]
  private var options: [JointOption] = []
  private var isComplete = true
  private static let optionLimit = 60_000

  /// Nil where there are too many sites.
  init?(
    _ sites: JointSites, _ rules: JointRules, places: [Coordinate: Int], cablePlaces: Set<Int>, gridPlaces: Set<Int>
  ) throws {
    guard sites.sites.count <= JointSites.greatestCount else { return nil }
    self.sites = sites
    self.rules = rules
    self.places = places
    self.cablePlaces = cablePlaces
    self.gridPlaces = gridPlaces
    var order: [Int] = []
    while order.count < sites.sites.count {
      let next = sites.sites.indices.filter { site in
        !order.contains(site) && (sites.sites[site].parent.map(order.contains) ?? true)
      }
      if next.isEmpty { return nil }
      order += next
    }
    self.order = order
    towerAmounts = try sites.sites.map { try $0.tower.map(rules.amounts) ?? [] }
    backhaulAmounts = try sites.sites.map { try $0.backhaul.map(rules.amounts) ?? [] }
    solarAmounts = try sites.sites.map { try $0.solar.map(rules.amounts) ?? [] }
    villages = Set(sites.sites.flatMap { $0.tower?.villages ?? [] }).sorted()
  }

  /// The options; nil where there are too many.
  mutating func all() -> [JointOption]? {
    let nothing = [Int](repeating: 0, count: sites.sites.count)
    choose(0, nothing, usage: rules.nothing)
    return isComplete ? JointOption.best(of: options) : nil
  }

  /// A choice of a site: 0 for none, else `year * 4 + sharing` counted from 1, where sharing has a bit for the cable and one for
  /// the grid.
  private mutating func choose(_ place: Int, _ code: [Int], usage: [Int]) {
    guard isComplete else { return }
    if place == order.count {
      finish(code, usage: usage)
      return
    }
    choose(place + 1, code, usage: usage)
    let number = order[place]
    let site = sites.sites[number]
    for year in 0..<rules.yearCount {
      for sharing in 0..<4 where isPossible(sharing, at: site) {
        if sharing & 1 == 0, let parent = site.parent, code[parent] == 0 || (code[parent] - 1) / 4 > year { continue }
        var usage = usage
        var fits = rules.take(towerAmounts[number], from: year, &usage)
        if sharing & 1 == 0 { fits = rules.take(backhaulAmounts[number], from: year, &usage) && fits }
        if sharing & 2 == 0 { fits = rules.take(solarAmounts[number], from: year, &usage) && fits }
        guard fits else { continue }
        var code = code
        code[number] = 1 + year * 4 + sharing
        choose(place + 1, code, usage: usage)
      }
    }
  }

  private func isPossible(_ sharing: Int, at site: JointSites.Site) -> Bool {
    guard sharing > 0 else { return true }
    guard site.tower != nil, let place = places[site.place] else { return false }
    if sharing & 1 != 0, site.backhaul == nil || !cablePlaces.contains(place) { return false }
    return sharing & 2 == 0 || (site.solar != nil && gridPlaces.contains(place))
  }

  private mutating func finish(_ code: [Int], usage: [Int]) {
    let never = rules.yearCount
    var from: [Int: Int] = [:]
    var cables = [Int](repeating: never, count: places.count)
    var grids = cables
    for (number, choice) in code.enumerated() where choice > 0 {
      let (year, sharing) = (choice - 1).quotientAndRemainder(dividingBy: 4)
      for village in sites.sites[number].tower?.villages ?? [] { from[village] = min(from[village] ?? never, year) }
      guard let place = places[sites.sites[number].place] else { continue }
      if sharing & 1 != 0 { cables[place] = min(cables[place], year) }
      if sharing & 2 != 0 { grids[place] = min(grids[place], year) }
    }
    if villages.contains(where: { rules.isRequired(.signal, $0) && from[$0] == nil }) { return }
    let value = from.reduce(0) { $0 + rules.value(.signal, $1.key, from: $1.value) }
    options.append(JointOption(value: value, usage: usage, cableWants: cables, gridWants: grids, code: code))
    if options.count >= Self.optionLimit { isComplete = false }
  }

  /// Adds what an option builds to a list, in which the items at the places of `cables` and `grids` are shared.
  func add(_ option: JointOption, to items: inout [PlanItem], cables: [Coordinate: Int], grids: [Coordinate: Int]) {
    var carriers: [Int: Int] = [:]
    for number in order where option.code.indices.contains(number) && option.code[number] > 0 {
      let (site, sharing) = (sites.sites[number], (option.code[number] - 1) % 4)
      var needs: [Int] = []
      if sharing & 1 != 0 {
        if let cable = cables[site.place] { needs.append(cable) }
      } else if var backhaul = site.backhaul {
        backhaul.needs = site.parent.flatMap { carriers[$0] }.map { [$0] } ?? []
        needs.append(items.count)
        items.append(backhaul)
      }
      if sharing & 2 != 0 {
        if let grid = grids[site.place] { needs.append(grid) }
      } else if let solar = site.solar {
        needs.append(items.count)
        items.append(solar)
      }
      guard var tower = site.tower else {
        carriers[number] = needs.first
        continue
      }
      tower.needs = needs
      carriers[number] = items.count
      items.append(tower)
    }
  }
}
