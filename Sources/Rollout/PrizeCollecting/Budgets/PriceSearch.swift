import Foundation
import Randomness

/// Looks for the price per unit of prize at which the best tree just spends a budget.
///
/// The value of the best tree is a convex function of the price, each tree a line of it. The next price is where the lines of
/// the nearest trees within and beyond the budget cross (M. Eisner and D. Severance, *Mathematical techniques for efficient
/// record segmentation in large shared databases*, Journal of the ACM 23, 1976), until no tree is above both. Costs are
/// scaled up so that the price, a whole number, is fine enough.
struct PriceSearch {
  /// What a tree brings and costs, and at what price it was the best.
  private struct Line {
    var price: Int
    var prize: Int
    /// Scaled.
    var cost: Int
  }

  private let instance: PrizeInstance
  private let scaled: Graph
  private let scale: Int
  private let budget: Int
  private let seed: UInt64
  /// The tree at `low` keeps to the budget, that at `high` does not, as far as is known.
  private var low: Line
  private var high: Line
  private var isFirst = true
  private let isLarge: Bool
  private let largeEdgeCount: Int
  private let limit: SearchLimit
  /// Whether the price is where two lines cross, so that a tree above neither ends the search.
  private var isCrossing = false
  /// The price at which all is worth its way.
  private let highest: Int
  private var guessCount = 0
  private var price = 1
  /// No tree within the budget brings more.
  private(set) var upperBound: Int
  private var bestPrice: Int
  /// What the last tree costs.
  private(set) var lastCost = 0
  private(set) var work = 0
  /// Whether there are prices between the known ones.
  private(set) var isOpen = true

  /// How often a price is guessed.
  private static let mostGuesses = 3

  /// `required` is the cheapest tree to what is required, the best where prizes are worth nothing.
  init(
    instance: PrizeInstance, budget: Int, seed: UInt64, required: PrizeTree, until limit: SearchLimit,
    largeEdgeCount: Int = LocalSearch.largeEdgeCount
  ) {
    self.limit = limit
    self.largeEdgeCount = largeEdgeCount
    self.instance = instance
    self.budget = budget
    self.seed = seed
    let total = max(1, instance.graph.costs.reduce(0, +))
    scale = max(1, min(4096, Graph.largestTotalCost / 2 / total))
    scaled = Graph(instance.graph, costs: instance.graph.costs.map { [scale] in $0 * scale })
    upperBound = instance.totalPrize
    low = Line(price: 0, prize: required.prize, cost: required.cost * scale)
    price = max(1, Graph.largestTotalCost / 2 / max(1, instance.totalPrize))
    price = min(price, total * scale + 1)
    high = Line(price: price, prize: instance.totalPrize, cost: total * scale)
    bestPrice = price
    highest = price
    isLarge = instance.graph.edgeCount > largeEdgeCount
    // On large graphs the highest price is as dear as the others and says nothing.
    if isLarge {
      isFirst = false
      price = max(1, min(price / 2, usualPrice(total: total)))
    }
  }

  /// On large graphs, the next price while no tree is known on one side of the budget: what a tree costs grows with a power of
  /// the price between two and three. False if there are trees on both sides.
  private mutating func guess() -> Bool {
    let known = low.price > 0 ? low : high
    // Near the end more money reaches hardly anybody else.
    let isNearAll = low.prize > instance.totalPrize / 10 * 9
    guard isOneSided, !isNearAll, known.cost > 0 else { return false }
    let ratio = pow(Double(budget) * Double(scale) / Double(known.cost), 0.4)
    price = Int(min(1e15, Double(known.price) * (low.price > 0 ? max(1.1, min(3, ratio)) : min(0.9, max(0.33, ratio)))))
    return true
  }

  /// Whether all trees found are on one side of the budget.
  private var isOneSided: Bool { low.price == 0 || high.price == highest }

  /// Whether a large graph's prices lie so near to each other that those between them say little more.
  private var isNarrow: Bool { isLarge && !isOneSided && high.price - low.price < low.price / 10 }

  /// Where the search begins on large graphs. Villages near the network cost least: a share of the budget buys about its square
  /// root of the people, and some third of all edges connect everybody.
  private func usualPrice(total: Int) -> Int {
    let product = Double(budget) * Double(total)
    return Int(min(1e15, product.squareRoot() / Double(max(1, instance.totalPrize)) * Double(scale)))
  }

  private func priced(_ prizes: [Int]) -> PrizeInstance {
    PrizeInstance(
      graph: scaled, root: instance.root, prizes: prizes, core: SteinerInstance(instance.core, costs: scaled.costs))
  }

  /// Tries the next price with so much work; returns the edges of the best tree at it.
  mutating func step(work mostWork: Int) -> [Int] {
    let current = price
    let priced = priced(instance.prizes.map { $0 * current })
    var forest = PrizeForest(
      priced, generator: SeededGenerator(seed: seed), limit: limit.with(work: mostWork), startCount: 3,
      largeEdgeCount: largeEdgeCount)
    let result = forest.solve()
    work += forest.work
    lastCost = result.tree.cost / scale
    // Rounded down: what a tree brings is a whole number.
    let room = min(budget, Graph.largestTotalCost / scale) * scale
    let bound = (result.upperBound + room) / current
    if bound < upperBound {
      upperBound = bound
      bestPrice = current
    }
    // At the highest price everything is worth its way.
    if isFirst, result.tree.cost <= room { isOpen = false }
    let line = Line(price: current, prize: result.tree.prize / current, cost: result.tree.cost)
    let isAbove =
      isFirst || result.value > current * low.prize - low.cost && result.value > current * high.prize - high.cost
    isFirst = false
    if line.cost <= room {
      if line.prize >= low.prize { low = line }
    } else {
      high = line
    }
    if !isAbove, isCrossing || !isLarge { isOpen = false }
    advance()
    return result.tree.edges
  }

  /// The price at which the nearest trees are worth the same, between those at which they are the best.
  private mutating func advance() {
    let (first, last) = (low.price + 1, high.price - 1)
    if isNarrow { isOpen = false }
    if first > last {
      isOpen = false
      return
    }
    if isLarge, guessCount < Self.mostGuesses, guess() {
      guessCount += 1
      isCrossing = false
    } else if high.prize > low.prize, high.cost > low.cost {
      price = (high.cost - low.cost) / (high.prize - low.prize)
      isCrossing = true
    } else {
      price = Int(Double(max(1, low.price)).squareRoot() * Double(high.price).squareRoot())
      isCrossing = false
    }
    price = min(max(price, first), last)
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
    var search = PrizeSearch(instance: priced(prizes), until: limit)
    search.improve(vertices, prizes: prizes)
    work += search.work
    return search.edges
  }
}
