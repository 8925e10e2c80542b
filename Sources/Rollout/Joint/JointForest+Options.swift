import Geospatial

/// All ways to build a forest in years that may be part of a best plan: every tree, every village with every year.
///
/// A line is built when the first village behind it is connected: earlier it would only take money earlier.
struct JointForestOptions {
  let forest: JointForest
  let service: PlannedService
  let rules: JointRules
  /// The places of sites that may share what is built.
  let places: [Coordinate: Int]
  let trees: [JointTree]
  private let lineAmounts: [[Int]]
  private let connectionAmounts: [[Int]]
  private let alternativeAmounts: [[[Int]]]
  private var options: [JointOption] = []
  private var isComplete = true

  /// With more than so many trees, and ways to build them, not everything is tried.
  private static let limits = (trees: 4_000, options: 60_000)

  /// Nil where there are too many trees.
  init?(
    _ forest: JointForest, _ service: PlannedService, _ rules: JointRules, places: [Coordinate: Int]
  ) throws {
    guard forest.connections.count <= JointForest.greatestSize.villages,
      forest.lines.count <= JointForest.greatestSize.lines,
      let trees = JointTree.all(forest.lines, limit: Self.limits.trees)
    else { return nil }
    self.forest = forest
    self.service = service
    self.rules = rules
    self.places = places
    self.trees = trees
    lineAmounts = try forest.lines.map { try rules.amounts($0.item) }
    connectionAmounts = try forest.connections.map { try $0.map(rules.amounts) ?? [] }
    alternativeAmounts = try forest.alternatives.map { try $0.map(rules.amounts) }
  }

  /// The options; nil where there are too many.
  mutating func all() -> [JointOption]? {
    for (number, tree) in trees.enumerated() where isComplete && isUseful(tree) {
      choose(0, number, [], value: 0, usage: rules.nothing)
    }
    return isComplete ? JointOption.best(of: options) : nil
  }

  /// Whether a village may be connected at the end of every branch.
  private func isUseful(_ tree: JointTree) -> Bool {
    var isLeaf = tree.stretches.map { _ in true }
    for stretch in tree.stretches { if let upstream = stretch.upstream { isLeaf[upstream] = false } }
    return tree.stretches.indices.allSatisfy { place in
      let village = tree.stretches[place].end - 1
      return !isLeaf[place]
        || (forest.connections.indices.contains(village) && forest.connections[village] != nil)
    }
  }

  /// Chooses for each village nothing, its connection, or an alternative, and the year; a choice is `way * yearCount + year`
  /// counted from 1, where way 0 is the connection.
  private mutating func choose(_ village: Int, _ tree: Int, _ code: [Int], value: Int, usage: [Int]) {
    guard isComplete else { return }
    if village == forest.connections.count {
      finish(tree, code, value: value, usage: usage)
      return
    }
    let count = rules.yearCount
    let isOnTree = trees[tree].stretches.contains { $0.end == village + 1 }
    let served = (forest.connections[village] ?? forest.alternatives[village].first)?.villages.first
    if served.map({ !rules.isRequired(service, $0) }) ?? true {
      choose(village + 1, tree, code + [0], value: value, usage: usage)
    }
    var ways: [(way: Int, amounts: [Int])] = []
    if isOnTree, forest.connections[village] != nil { ways.append((0, connectionAmounts[village])) }
    for (number, amounts) in alternativeAmounts[village].enumerated() { ways.append((number + 1, amounts)) }
    for (way, amounts) in ways {
      for year in 0..<count {
        var usage = usage
        guard rules.take(amounts, from: year, &usage) else { continue }
        let gain = served.map { rules.value(service, $0, from: year) } ?? 0
        choose(village + 1, tree, code + [1 + way * count + year], value: value + gain, usage: usage)
      }
    }
  }

  private mutating func finish(_ tree: Int, _ code: [Int], value: Int, usage: [Int]) {
    let stretches = trees[tree].stretches
    let never = rules.yearCount
    // The year of each line: the first of those behind it.
    var years = [Int](repeating: never, count: stretches.count)
    for place in stretches.indices.reversed() {
      let village = stretches[place].end - 1
      if code.indices.contains(village), (1...never).contains(code[village]) {
        years[place] = min(years[place], code[village] - 1)
      }
      if let upstream = stretches[place].upstream { years[upstream] = min(years[upstream], years[place]) }
    }
    if years.contains(never) { return }
    var usage = usage
    for (place, stretch) in stretches.enumerated() {
      guard rules.take(lineAmounts[stretch.line], from: years[place], &usage) else { return }
    }
    var offers = [Int](repeating: never, count: places.count)
    for village in code.indices where code[village] > 0 {
      let (way, year) = (code[village] - 1).quotientAndRemainder(dividingBy: never)
      let item = way == 0 ? forest.connections[village] : forest.alternatives[village][way - 1]
      guard let item, item.kind.isShared, case .point(let place) = item.shape, let number = places[place] else {
        continue
      }
      offers[number] = min(offers[number], year)
    }
    options.append(JointOption(value: value, usage: usage, offers: offers, code: [tree] + code))
    if options.count >= Self.limits.options { isComplete = false }
  }

  /// What an option builds; `needs` are places in the list.
  func items(_ option: JointOption) -> [PlanItem] {
    guard let tree = option.code.first else { return [] }
    var items: [PlanItem] = []
    for stretch in trees[tree].stretches {
      var item = forest.lines[stretch.line].item
      if stretch.isReversed, case .line(let places) = item.shape { item.shape = .line(places.reversed()) }
      item.needs = stretch.upstream.map { [$0] } ?? []
      items.append(item)
    }
    for (village, choice) in option.code.dropFirst().enumerated() where choice > 0 {
      let way = (choice - 1) / rules.yearCount
      if way > 0 {
        items.append(forest.alternatives[village][way - 1])
      } else if var item = forest.connections[village] {
        item.needs = trees[tree].stretches.firstIndex { $0.end == village + 1 }.map { [$0] } ?? []
        items.append(item)
      }
    }
    return items
  }
}

extension PlanItem.Kind {
  /// Whether a site where it stands may take its backhaul or its power from it.
  var isShared: Bool { self == .fibreVillage || self == .gridVillage || self == .miniGrid }
}
