/// What the overlay says of a block of villages, as exact as results print it and in few bytes: statuses, doubts, and
/// distances to the decimetre. Which feature gave an answer is not kept.
public struct CompactAssessment: Sendable {
  /// For each village the statuses of the services, two bits each, the first lowest.
  private var statuses: [UInt8]
  /// For each village whether the answer of each service is doubtful, a bit each; empty when positions count as exact.
  private var doubts: [UInt8]
  /// For each village the distance of each service and each measure in **decimetres**; the greatest number for unknown.
  private var decimetres: [UInt32]
  private let measures: [String]

  /// Whether answers carry a confidence.
  public var hasConfidence: Bool { !doubts.isEmpty }

  /// The answers of an assessment. O(villages).
  public init(_ assessment: Assessment) {
    let columns = Service.allCases.map { assessment[$0] }
    let count = columns.first?.statuses.count ?? 0
    measures = assessment.measures.map(\.name)
    var statuses = [UInt8](repeating: 0, count: count)
    var doubts = [UInt8](repeating: 0, count: assessment.hasConfidence ? count : 0)
    let distances = columns.map(\.distancesMetres) + assessment.measures.map(\.distancesMetres)
    var decimetres = [UInt32](repeating: .max, count: count * distances.count)
    for (place, column) in columns.enumerated() {
      for village in 0..<count { statuses[village] |= column.statuses[village].rawValue << UInt8(2 * place) }
      for village in column.doubts.indices where column.doubts[village] { doubts[village] |= 1 << UInt8(place) }
    }
    for (place, column) in distances.enumerated() {
      for village in 0..<count {
        // Rounded as `append(fixed:decimals:)` rounds, so that the same digits are printed.
        let tenths = column[village] * 10
        guard tenths < Double(UInt32.max) - 0.5 else { continue }
        let cut = UInt32(tenths)
        decimetres[village * distances.count + place] = cut + (tenths - Double(cut) >= 0.5 ? 1 : 0)
      }
    }
    (self.statuses, self.doubts, self.decimetres) = (statuses, doubts, decimetres)
  }

  /// The answers of `count` villages of which nothing is known, with the measures of `other`.
  public init(count: Int, like other: CompactAssessment) {
    measures = other.measures
    let unknown = Service.allCases.indices.reduce(UInt8(0)) { $0 | Status.unknown.rawValue << UInt8(2 * $1) }
    statuses = [UInt8](repeating: unknown, count: count)
    doubts = []
    let width = Service.allCases.count + measures.count
    decimetres = [UInt32](repeating: .max, count: count * width)
  }

  /// Takes what `other` says of its villages from `first` on as the answers of `villages`. O(villages).
  public mutating func take(_ other: CompactAssessment, from first: Int, as villages: ArraySlice<UInt32>) {
    let width = Service.allCases.count + measures.count
    if other.hasConfidence, !hasConfidence { doubts = [UInt8](repeating: 0, count: statuses.count) }
    for (slot, village) in zip(first..., villages) {
      let village = Int(village)
      statuses[village] = other.statuses[slot]
      if other.hasConfidence { doubts[village] = other.doubts[slot] }
      for place in 0..<width { decimetres[village * width + place] = other.decimetres[slot * width + place] }
    }
  }

  /// The answers of all villages in their order; features and rules are unknown. O(villages).
  public var assessment: Assessment {
    let count = statuses.count
    let width = Service.allCases.count + measures.count
    func distances(_ place: Int) -> [Double] {
      (0..<count).map { CompactAssessment.metres(decimetres[$0 * width + place]) }
    }
    var assessment = Assessment(services: [:], measures: [])
    for (place, service) in Service.allCases.enumerated() {
      var column = ServiceColumn(count: count)
      column.statuses = statuses.map { Status(rawValue: $0 >> UInt8(2 * place) & 3) ?? .unknown }
      column.distancesMetres = distances(place)
      column.doubts = doubts.map { $0 >> UInt8(place) & 1 == 1 }
      assessment.services[service] = column
    }
    assessment.measures = measures.enumerated().map { place, name in
      Assessment.MeasureColumn(
        name: name, distancesMetres: distances(Service.allCases.count + place),
        features: [Int32](repeating: -1, count: count))
    }
    return assessment
  }

  /// The answers of villages of several blocks, in the order given; features and rules are unknown.
  public static func assessment(
    of villages: [(block: Int, village: Int)], in blocks: [CompactAssessment]
  ) -> Assessment {
    let names = blocks.first?.measures ?? []
    var columns = Service.allCases.map { _ in ServiceColumn(count: villages.count) }
    var measures = names.map {
      Assessment.MeasureColumn(
        name: $0, distancesMetres: [Double](repeating: .nan, count: villages.count),
        features: [Int32](repeating: -1, count: villages.count))
    }
    let hasDoubts = villages.contains { blocks[$0.block].hasConfidence }
    let width = columns.count + names.count
    if hasDoubts {
      for place in columns.indices { columns[place].doubts = [Bool](repeating: false, count: villages.count) }
    }
    var start = 0
    while start < villages.count {
      let block = villages[start].block
      let end = villages[start...].firstIndex { $0.block != block } ?? villages.count
      let answers = blocks[block]
      for place in columns.indices {
        answers.fill(&columns[place], villages, start..<end, place: place, width: width)
      }
      for place in measures.indices {
        for slot in start..<end {
          let decimetres = answers.decimetres[villages[slot].village * width + columns.count + place]
          measures[place].distancesMetres[slot] = metres(decimetres)
        }
      }
      start = end
    }
    return Assessment(
      services: Dictionary(uniqueKeysWithValues: zip(Service.allCases, columns)), measures: measures)
  }

  /// Fills the slots of a column with the answers of the villages there, which are all of this block.
  private func fill(
    _ column: inout ServiceColumn, _ villages: [(block: Int, village: Int)], _ slots: Range<Int>, place: Int, width: Int
  ) {
    for slot in slots {
      let village = villages[slot].village
      column.statuses[slot] = Status(rawValue: statuses[village] >> UInt8(2 * place) & 3) ?? .unknown
      column.distancesMetres[slot] = CompactAssessment.metres(decimetres[village * width + place])
      if hasConfidence { column.doubts[slot] = doubts[village] >> UInt8(place) & 1 == 1 }
    }
  }

  private static func metres(_ decimetres: UInt32) -> Double {
    decimetres == .max ? .nan : Double(decimetres) / 10
  }
}
