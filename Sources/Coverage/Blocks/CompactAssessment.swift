/// What the overlay says of a block of villages, as exact as results print it and in few bytes: statuses, doubts, and
/// distances to the decimetre. Which feature gave an answer is not kept.
public struct CompactAssessment: Sendable {
  /// For each village the statuses of the services, two bits each, the first lowest.
  private let statuses: [UInt8]
  /// For each village whether the answer of each service is doubtful, a bit each; empty when positions count as exact.
  private let doubts: [UInt8]
  /// For each village the distance of each service and each measure in **decimetres**; the greatest number for unknown.
  private let decimetres: [UInt32]
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
        let tenths = (column[village] * 10).rounded()
        if tenths < Double(UInt32.max) { decimetres[village * distances.count + place] = UInt32(tenths) }
      }
    }
    (self.statuses, self.doubts, self.decimetres) = (statuses, doubts, decimetres)
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
    for place in columns.indices {
      if hasDoubts { columns[place].doubts = [Bool](repeating: false, count: villages.count) }
      for (slot, (block, village)) in villages.enumerated() {
        let answers = blocks[block]
        columns[place].statuses[slot] = Status(rawValue: answers.statuses[village] >> UInt8(2 * place) & 3) ?? .unknown
        columns[place].distancesMetres[slot] = metres(answers.decimetres[village * width + place])
        if answers.hasConfidence { columns[place].doubts[slot] = answers.doubts[village] >> UInt8(place) & 1 == 1 }
      }
    }
    for place in measures.indices {
      for (slot, (block, village)) in villages.enumerated() {
        let decimetres = blocks[block].decimetres[village * width + columns.count + place]
        measures[place].distancesMetres[slot] = metres(decimetres)
      }
    }
    return Assessment(
      services: Dictionary(uniqueKeysWithValues: zip(Service.allCases, columns)), measures: measures)
  }

  private static func metres(_ decimetres: UInt32) -> Double {
    decimetres == .max ? .nan : Double(decimetres) / 10
  }
}
