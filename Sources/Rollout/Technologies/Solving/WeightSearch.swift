/// Looks, by bisection, for the weights of value and capital at which the best choice just spends a budget.
struct WeightSearch {
  private let countsHeads: Bool
  /// The weights of capital, or the inverse of the price of a head, between which the answer lies: at `low` the budget does
  /// not suffice, at `high` it does, as far as is known.
  private var low = 0
  private var high: Int
  private let scale: Int
  private var position: Int
  private var steps = 0

  private static let stepCount = 24

  init(_ terms: AccessTerms, countsHeads: Bool) {
    self.countsHeads = countsHeads
    if countsHeads {
      // The price of a head, at which capital counts once.
      let heads = terms.fibre.indices.reduce(0) { sum, place in
        sum + max(terms.fibre[place]?.value ?? 0, terms.alternatives[place].map(\.value).max() ?? 0)
      }
      scale = 1
      high = max(2, (1 << 58) / max(1, heads))
      // Nobody costs more than everything.
      high = min(high, max(2, terms.everythingCapital + 1))
      position = max(1, Int(Double(high).squareRoot()))
    } else {
      var total = 1
      for edge in terms.routeLosses.indices { total += terms.routeLosses[edge] + terms.graph.costs[edge] }
      var places = 1
      for place in terms.fibre.indices {
        for term in terms.alternatives[place] + [terms.fibre[place]].compactMap({ $0 }) {
          places += abs(term.value) + term.capital
        }
      }
      scale = max(2, min(1_024, Graph.largestTotalCost / total, (1 << 60) / (total + places)))
      high = scale
      position = scale / 2
    }
  }

  private func weights(_ position: Int) -> AccessTerms.Weights {
    countsHeads
      ? AccessTerms.Weights(value: position, capital: 1)
      : AccessTerms.Weights(value: scale - position, capital: position)
  }

  /// The weights to try.
  var current: AccessTerms.Weights { weights(position) }

  /// Whether there are weights to try.
  var isOpen: Bool { steps < Self.stepCount && high - low > 1 }

  /// The weights around the answer, of those at which value counts.
  var bracket: [AccessTerms.Weights] { [low, high].map(weights).filter { $0.value > 0 } }

  /// Takes in whether the choice at the current weights was within the budget.
  mutating func learn(isWithin: Bool) {
    steps += 1
    // A higher price of a head spends more, a higher weight of capital less.
    if isWithin == countsHeads { low = position } else { high = position }
    let middle = countsHeads ? Int((Double(max(1, low)) * Double(high)).squareRoot()) : (low + high) / 2
    position = min(max(middle, low + 1), max(high - 1, low + 1))
  }
}
