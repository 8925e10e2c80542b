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
        let tenths = column[village] * 10
        guard tenths < Double(UInt32.max) - 0.5 else { continue }
        let cut = UInt32(tenths)
        decimetres[village * distances.count + place] = cut + (tenths - Double(cut) >= 0.5 ? 1 : 0)
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
