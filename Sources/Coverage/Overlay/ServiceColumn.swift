import Geospatial

/// What the overlay found of one service: one status and one distance per village, in the order of the villages.
public struct ServiceColumn: Sendable, Hashable {
  /// Whether each village has the service.
  public var statuses: [Status]
  /// How far each village is from what would serve it, in **metres**: from the nearest cable, line or site for a rule
  /// within a distance, from the edge of coverage for polygons and ranges (0 inside). NaN where nothing is known.
  public var distancesMetres: [Double]
  /// The feature at that distance, by its place in the layer of the rule that found it; -1 where none.
  public var features: [Int32]
  /// The rule that found it, by its place among the rules of the service; -1 where none.
  public var rules: [Int8]
  /// Whether some position within the accuracy of a village may change its answer (see `Certainty`), one per village; empty
  /// when every position counts as exact.
  public var doubts: [Bool] = []

  /// How sure the answer of a village is; nil where positions count as exact and where nothing is known.
  public func confidence(ofVillage village: Int) -> Confidence? {
    guard !doubts.isEmpty, statuses[village] != .unknown || doubts[village] else { return nil }
    return doubts[village] ? .doubtful : .certain
  }

  /// The column with every doubtful answer unknown; distances stay as measured.
  public var withDoubtsUnknown: ServiceColumn {
    var column = self
    for village in doubts.indices where doubts[village] { column.statuses[village] = .unknown }
    return column
  }

  /// A column of `count` villages of which nothing is known.
  public init(count: Int) {
    statuses = [Status](repeating: .unknown, count: count)
    distancesMetres = [Double](repeating: .nan, count: count)
    features = [Int32](repeating: -1, count: count)
    rules = [Int8](repeating: -1, count: count)
  }

  /// How many villages have a status.
  public func count(of status: Status) -> Int { statuses.count { $0 == status } }

  /// The answers for a run of villages while rules are applied to it, one slot per place in the run's order.
  struct Slots: Sendable {
    let order: ArraySlice<UInt32>
    /// One per slot; side by side, for they are changed together.
    private var answers: [Answer]
    private var rule: Int8 = 0
    private var next = 0
    /// By slot whether a rule certainly serves; empty when positions are exact.
    private var certainlyServed: [Bool] = []
    /// By slot whether a rule is not certain to serve nowhere; empty when positions are exact.
    private var perhapsServed: [Bool] = []

    init(order: ArraySlice<UInt32>, hasAccuracies: Bool = false) {
      if hasAccuracies {
        certainlyServed = [Bool](repeating: false, count: order.count)
        perhapsServed = certainlyServed
      }
      self.order = order
      answers = [Answer](repeating: Answer(), count: order.count)
    }

    /// What is known of a village.
    struct Answer: Sendable {
      var metres = Double.nan
      var feature: Int32 = -1
      var rule: Int8 = -1
      var status = Status.unknown
    }

    /// What is known of the village of a slot.
    subscript(slot: Int) -> Answer { answers[slot] }

    /// Starts another rule, which answers in the order again.
    mutating func start(rule: Int) {
      self.rule = Int8(truncatingIfNeeded: rule)
      next = 0
    }

    /// Starts a run of certainties, which come in the order again.
    mutating func startCertainty() { next = 0 }

    /// Takes how certain a rule is of a village.
    mutating func include(_ certainty: Certainty, village: Int) {
      while Int(order[order.startIndex + next]) != village { next += 1 }
      switch certainty {
      case .served: certainlyServed[next] = true
      case .doubtful: perhapsServed[next] = true
      case .unserved: break
      }
    }

    /// Whether the answer of a slot is doubtful; nil when positions are exact.
    func isDoubtful(slot: Int) -> Bool? {
      guard !certainlyServed.isEmpty else { return nil }
      return !certainlyServed[slot] && perhapsServed[slot]
    }

    /// Takes what a rule says of a village; any rule that serves it is enough, and the least distance counts.
    @inline(__always)
    mutating func include(_ neighbour: Neighbour, isServed: Bool, village: Int) {
      while Int(order[order.startIndex &+ next]) != village { next &+= 1 }
      var answer = answers[next]
      if isServed || answer.status == .unknown { answer.status = isServed ? .served : .unserved }
      if !(neighbour.distanceMetres >= answer.metres) {
        answer.metres = neighbour.distanceMetres
        answer.feature = Int32(truncatingIfNeeded: neighbour.feature)
        answer.rule = rule
      }
      answers[next] = answer
      next &+= 1
    }
  }

  /// Puts the answers of a run in their places.
  mutating func scatter(_ slots: Slots) {
    for (slot, village) in slots.order.enumerated() {
      let village = Int(village)
      let answer = slots[slot]
      statuses[village] = answer.status
      distancesMetres[village] = answer.metres
      features[village] = answer.feature
      rules[village] = answer.rule
      if let isDoubtful = slots.isDoubtful(slot: slot) {
        if doubts.isEmpty { doubts = [Bool](repeating: false, count: statuses.count) }
        doubts[village] = isDoubtful
      }
    }
  }
}
