import Coverage
import GeoFormats
import Geospatial

/// The answer to a ``RankQuery``: the villages with their ranks, and which of them were asked for.
public struct RankedVillages: Sendable {
  /// Where the villages are.
  public let source: QuerySource
  /// The analysis; nil when a result was asked.
  public let analysis: Analysis?
  /// The ranking of all villages.
  public let ranking: Ranking
  /// How sure the ranks are; nil when that was not asked.
  public let certainty: RankCertainty?
  /// All villages with the columns `rank`, `score`, one per criterion and `missing_services`, and where it was asked how sure
  /// the ranks are, `rank_best`, `rank_worst` and `always_top`, with `rank_exact` for exact bounds.
  public private(set) var table: VillageTable
  /// The villages that were asked for, in the order asked for.
  public internal(set) var selected: [Int] = []

  /// The column of distances to the place of a query, in **metres**.
  public static let nearName = "near_distance_m"
  /// The column that names the services that a village lacks.
  public static let missingName = "missing_services"

  /// The name of the column with the part of the score that a criterion gives.
  public static func partName(of criterion: Criterion) -> String { "score_\(criterion)" }

  init(source: QuerySource, loaded: QuerySource.Loaded, ranking: Ranking, certainty: RankCertainty?) {
    self.source = source
    analysis = loaded.analysis
    self.ranking = ranking
    self.certainty = certainty
    table = VillageTable(loaded.assessed)
    let villages = 0..<ranking.count
    table.add(VillageColumn(name: "rank", values: .integers(ranking.ranks.map(Int.init))))
    if let certainty { addColumns(of: certainty) }
    table.add(
      VillageColumn(name: "score", values: .numbers(villages.map { ranking.score(ofVillage: $0).value }, decimals: 2)))
    for (index, criterion) in ranking.criteria.criteria.enumerated() {
      let parts = ranking.parts(ofCriterion: index)
      table.add(VillageColumn(name: Self.partName(of: criterion), values: .numbers(parts, decimals: 2)))
    }
    table.add(VillageColumn(name: Self.missingName, values: .texts(Self.missing(loaded.assessed))))
  }

  private mutating func addColumns(of certainty: RankCertainty) {
    let intervals = (0..<ranking.count).map { certainty.interval(ofVillage: $0) }
    table.add(VillageColumn(name: "rank_best", values: .integers(intervals.map(\.lowerBound))))
    table.add(VillageColumn(name: "rank_worst", values: .integers(intervals.map(\.upperBound))))
    table.add(
      VillageColumn(
        name: "always_top", values: .flags((0..<ranking.count).map { certainty.isAlwaysTop(village: $0) })))
    guard case .exact = certainty.bounds else { return }
    table.add(
      VillageColumn(name: "rank_exact", values: .flags((0..<ranking.count).map { certainty.isExact(village: $0) })))
  }

  /// The rank of a village as tables for people show it: `7 (5-12)`, with a star where it is always among the first, and a
  /// question mark where exact bounds were asked for and are not known to be attained.
  public func rankText(ofVillage village: Int) -> String {
    let rank = "\(ranking.rank(ofVillage: village))"
    guard let certainty else { return rank }
    let interval = certainty.interval(ofVillage: village)
    let isOpen = if case .exact = certainty.bounds { !certainty.isExact(village: village) } else { false }
    return "\(rank) (\(interval.lowerBound)-\(interval.upperBound)\(isOpen ? "?" : ""))"
      + (certainty.isAlwaysTop(village: village) ? "*" : "")
  }

  /// What JSON says of the ranking, as names and JSON texts.
  public var members: [(name: String, json: String)] {
    [("method", "\"\(ranking.settings.method)\"")] + (certainty?.members(ranking.count) ?? [])
  }

  mutating func add(_ column: VillageColumn) { table.add(column) }

  /// What every village lacks for certain, as `fibre, power`; nil where nothing.
  private static func missing(_ assessed: AssessedVillages) -> [String?] {
    let columns = Service.allCases.map { assessed.assessment[$0].statuses }
    // As many texts as there are sets of services, and no more.
    let texts = (0..<1 << columns.count).map { (set: Int) -> String? in
      let lacked = Service.allCases.enumerated().filter { set & (1 << $0.offset) != 0 }
      return lacked.isEmpty ? nil : lacked.map(\.element.rawValue).joined(separator: ", ")
    }
    return (0..<assessed.villages.count).map { village in
      var set = 0
      for (place, statuses) in columns.enumerated() where statuses[village] == .unserved { set |= 1 << place }
      return texts[set]
    }
  }
}
