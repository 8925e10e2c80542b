import GeoFormats
import Testing

@testable import Coverage

@Suite struct CompactAssessmentTests {
  private static let distances: [Double] = [
    0, 0.04, 0.05, 0.15, 0.25, 499.949_999_9, 499.95, 1_234.567, 20_003_931.4, .nan, .infinity,
  ]

  private func assessment(_ shift: Int, hasDoubts: Bool) -> Assessment {
    let count = Self.distances.count
    var assessment = Assessment(services: [:], measures: [])
    for (place, service) in Service.allCases.enumerated() {
      var column = ServiceColumn(count: count)
      column.statuses = (0..<count).map { Status.allCases[($0 + place + shift) % 3] }
      column.distancesMetres = (0..<count).map { Self.distances[($0 + place + shift) % count] }
      if hasDoubts { column.doubts = (0..<count).map { ($0 + place) % 2 == 0 } }
      assessment.services[service] = column
    }
    assessment.measures = [
      Assessment.MeasureColumn(
        name: "m", distancesMetres: Self.distances, features: [Int32](repeating: -1, count: count))
    ]
    return assessment
  }

  /// What a result prints of villages: statuses, confidences and distances with their digits.
  private func text(_ assessment: Assessment, _ village: Int) -> String {
    var bytes: [UInt8] = []
    for service in Service.allCases {
      let column = assessment[service]
      let confidence = column.confidence(ofVillage: village).map { "\($0)" } ?? "null"
      bytes.append(contentsOf: "\(column.statuses[village]) \(confidence) ".utf8)
      bytes.append(fixed: column.distancesMetres[village], decimals: 1)
    }
    for measure in assessment.measures { bytes.append(fixed: measure.distancesMetres[village], decimals: 1) }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: [false, true])
  func `every village is printed as before, in any order of blocks and villages`(hasDoubts: Bool) {
    let whole = [assessment(0, hasDoubts: hasDoubts), assessment(1, hasDoubts: hasDoubts)]
    let villages = Self.distances.indices.reversed().flatMap { [(block: 1, village: $0), (block: 0, village: $0)] }
    let taken = CompactAssessment.assessment(of: villages, in: whole.map { CompactAssessment($0) })
    #expect(taken.hasConfidence == hasDoubts)
    for (slot, entry) in villages.enumerated() {
      #expect(text(taken, slot) == text(whole[entry.block], entry.village))
    }
  }

  @Test(arguments: [false, true])
  func `answers taken from elsewhere are those of the villages they are taken as`(hasDoubts: Bool) {
    let whole = assessment(2, hasDoubts: hasDoubts)
    let tile = CompactAssessment(whole)
    let count = Self.distances.count
    var answers = CompactAssessment(count: count, like: tile)
    answers.take(tile, from: 3, as: [7, 0, 5][...])
    answers.take(tile, from: count, as: [])
    #expect(answers.hasConfidence == hasDoubts)
    let taken = CompactAssessment.assessment(of: (0..<count).map { (block: 0, village: $0) }, in: [answers])
    for (slot, village) in zip(3..., [7, 0, 5]) { #expect(text(taken, village) == text(whole, slot)) }
    for service in Service.allCases {
      #expect(
        taken[service].statuses.indices.allSatisfy {
          [7, 0, 5].contains($0) || taken[service].statuses[$0] == .unknown
        })
      #expect(taken[service].distancesMetres[1].isNaN)
    }
  }
}
