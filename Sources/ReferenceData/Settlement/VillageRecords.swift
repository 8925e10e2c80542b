import Geospatial
import Randomness

/// Gives each village its code, name, people and institutions.
///
/// All of it is drawn before any network exists, from region and remoteness only: no field can betray a status.
enum VillageRecords {
  /// Median and spread (standard deviation of the logarithm) of households; mountain villages have 50 to 120.
  private static let medianHouseholds = 78.0
  private static let householdSpread = 0.48
  /// No hamlet listed as a village is smaller, no village has remained undivided above the upper end.
  private static let households = 12.0...420.0
  /// Standard deviation of the mean household size between villages.
  private static let householdSizeSpread = 0.35
  /// Poverty is a logistic curve of remoteness: about 12 % in the easiest villages and 65 % in the farthest.
  private static let povertyAtZero = -2.0
  private static let povertyPerRemoteness = 1.45
  private static let povertySpread = 0.55
  private static let povertyRange = 2.0...96.0

  static func complete(_ settlement: inout Settlement, generator: SeededGenerator) {
    var used: [[String]] = Array(repeating: [], count: settlement.communes.count)
    for index in settlement.villages.indices {
      var stream = generator.fork("records", index)
      var village = settlement.villages[index]
      let settled = settlement.communes[village.commune]
      let number = String(used[village.commune].count + 1)
      village.code = settled.commune.code + String(repeating: "0", count: 3 - number.count) + number
      village.name = name(settled.province.region.lexicon, unlike: used[village.commune], using: &stream)
      used[village.commune].append(village.name)
      people(&village, remoteness: settlement.remoteness(ofStation: village.station), settled, using: &stream)
      settlement.villages[index] = village
    }
  }

  private static func people(
    _ village: inout Village, remoteness: Double, _ settled: SettledCommune, using stream: inout SeededGenerator
  ) {
    let drawn = medianHouseholds * Elementary.exponential(householdSpread * stream.normal())
    village.households = Int(clamp(drawn, to: households).rounded())
    let size = settled.province.region.personsPerHousehold + householdSizeSpread * stream.normal()
    village.population = Int((Double(village.households) * clamp(size, to: 2.8...7)).rounded())
    let score = povertyAtZero + povertyPerRemoteness * remoteness + povertySpread * stream.normal()
    let percent = clamp(100 / (1 + Elementary.exponential(-score)), to: povertyRange)
    village.povertyRate = (percent * 10).rounded() / 10
    // Four of five villages keep a school branch, the larger ones nearly always; one in seven has a health post.
    village.hasSchool = stream.chance(min(0.96, 0.42 + Double(village.households) / 180))
    village.hasHealthPost = stream.chance(0.06 + Double(village.households) / 1_100)
  }

  private static func name(
    _ lexicon: NameLexicon, unlike used: [String], using stream: inout SeededGenerator
  ) -> String {
    for attempt in 0..<40 {
      let kind = stream.pick(lexicon.kinds, or: "Thôn")
      var name: String
      if stream.chance(lexicon.numbered) {
        name = "\(kind.isEmpty ? "Thôn" : kind) \(stream.index(12) + 1)"
      } else {
        let first = stream.pick(lexicon.first, or: "Nà")
        let words = [kind == first ? "" : kind, first, stream.pick(lexicon.second, or: "Mạ")]
        name = words.filter { !$0.isEmpty }.joined(separator: " ")
      }
      if attempt > 20 { name += stream.chance(0.5) ? " Trên" : " Dưới" }
      if !used.contains(name) { return name }
    }
    return "Thôn \(used.count + 1)"
  }

  private static func clamp(_ value: Double, to range: ClosedRange<Double>) -> Double {
    min(range.upperBound, max(range.lowerBound, value))
  }
}
