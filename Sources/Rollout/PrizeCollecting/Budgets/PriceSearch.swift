import Randomness

/// Looks for the price per unit of prize at which the best tree just spends a budget.
///
/// Costs are scaled up so that the price, a whole number, is fine enough.
struct PriceSearch {
  private let instance: PrizeInstance
  private let scaled: Graph
  private let scale: Int
  private let budget: Int
  private let seed: UInt64
  /// At `low` the tree keeps to the budget, at `high` it does not, as far as is known.
  private var low = 0
  private var high: Int
  private var isFirst = true
  private var price = 1
  /// No tree within the budget brings more.
  private(set) var upperBound: Int
  private var bestPrice: Int
  private(set) var work = 0
  /// Whether there are prices between the known ones.
  private(set) var isOpen = true

  init(instance: PrizeInstance, budget: Int, seed: UInt64) {
    self.instance = instance
    self.budget = budget
    self.seed = seed
    let total = max(1, instance.graph.costs.reduce(0, +))
    scale = max(1, min(4096, Graph.largestTotalCost / 2 / total))
    scaled = Graph(instance.graph, costs: instance.graph.costs.map { [scale] in $0 * scale })
    upperBound = instance.totalPrize
    high = max(1, Graph.largestTotalCost / 2 / max(1, instance.totalPrize))
    high = min(high, total * scale + 1)
    bestPrice = high
    price = high
  }

  private func priced(_ prizes: [Int]) -> PrizeInstance {
    PrizeInstance(
      graph: scaled, root: instance.root, prizes: prizes, core: SteinerInstance(instance.core, costs: scaled.costs))
  }

  /// Tries the next price; returns the edges of the best tree at it.
  mutating func step(_ limit: SearchLimit) -> [Int] {
    let current = price
    let priced = priced(instance.prizes.map { $0 * current })
    var forest = PrizeForest(priced, generator: SeededGenerator(seed: seed), limit: limit, startCount: 3)
    let result = forest.solve()
    work += forest.work
    // Rounded down: what a tree brings is a whole number.
    let room = min(budget, Graph.largestTotalCost / scale) * scale
    let bound = (result.upperBound + room) / current
    if bound < upperBound {
      upperBound = bound
      bestPrice = current
    }
    if result.tree.cost <= room { low = max(low, current) } else { high = min(high, current) }
    // At the highest price everything is worth its way.
    if isFirst, result.tree.cost <= room { isOpen = false }
    isFirst = false
    price = Int(Double(max(1, low)).squareRoot() * Double(high).squareRoot())
    price = min(max(price, low + 1), high - 1)
    if high - low <= 1 || price <= low { isOpen = false }
    return result.tree.edges
  }

  /// A tree at the best price under prizes changed at random, improved from another.
  mutating func draw(from edges: [Int], _ generator: inout SeededGenerator) -> [Int] {
    let spread = generator.number(0.2, 1.5)
    let factor = Double(bestPrice) * generator.number(0.8, 1.6)
    let most = Double(Graph.largestTotalCost / 2 / max(1, instance.prizes.count))
    let prizes = instance.prizes.map { prize in
      Int(min(most, Double(prize) * factor * (1 + spread * (2 * generator.fraction() - 1)).magnitude))
    }
    var vertices = [Bool](repeating: false, count: instance.graph.vertexCount)
    vertices[instance.root] = true
    for edge in edges {
      vertices[Int(instance.graph.tails[edge])] = true
      vertices[Int(instance.graph.heads[edge])] = true
    }
    var search = PrizeSearch(instance: priced(prizes))
    search.improve(vertices, prizes: prizes)
    work += search.work
    return search.edges
  }
}
