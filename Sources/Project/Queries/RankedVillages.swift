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
  /// All villages with the columns `rank`, `score`, one per criterion and `missing_services`.
  public private(set) var table: VillageTable
  /// The villages that were asked for, in the order asked for.
  public internal(set) var selected: [Int] = []

  /// The column of distances to the place of a query, in **metres**.
  public static let nearName = "near_distance_m"
  /// The column that names the services that a village lacks.
  public static let missingName = "missing_services"

  /// The name of the column with the part of the score that a criterion gives.
  public static func partName(of criterion: Criterion) -> String { "score_\(criterion)" }

  init(source: QuerySource, loaded: QuerySource.Loaded, ranking: Ranking) {
    self.source = source
    analysis = loaded.analysis
    self.ranking = ranking
    table = VillageTable(loaded.assessed)
    let villages = 0..<ranking.count
    table.add(VillageColumn(name: "rank", values: .integers(ranking.ranks.map(Int.init))))
    table.add(
      VillageColumn(name: "score", values: .numbers(villages.map { ranking.score(ofVillage: $0).value }, decimals: 2)))
    let criteria = ranking.criteria.criteria
    var parts = criteria.map { _ in [Double](repeating: 0, count: ranking.count) }
    for village in villages {
      for (index, part) in ranking.parts(ofVillage: village).enumerated() { parts[index][village] = part.value }
    }
    for (criterion, column) in zip(criteria, parts) {
      table.add(VillageColumn(name: Self.partName(of: criterion), values: .numbers(column, decimals: 2)))
    }
    table.add(VillageColumn(name: Self.missingName, values: .texts(Self.missing(loaded.assessed))))
  }

  /// The rank of a village as tables for people show it.
  public func rankText(ofVillage village: Int) -> String { "\(ranking.rank(ofVillage: village))" }

  /// What JSON says of the ranking, as names and JSON texts.
  public var members: [(name: String, json: String)] {
    [("method", "\"\(ranking.settings.method)\"")]
  }

  mutating func add(_ column: VillageColumn) { table.add(column) }

  /// What every village lacks for certain, as `fibre, power`; nil where nothing.
  private static func missing(_ assessed: AssessedVillages) -> [String?] {
    let columns = Service.allCases.map { ($0, assessed.assessment[$0].statuses) }
    return (0..<assessed.villages.count).map { village in
      let names = columns.compactMap { $1[village] == .unserved ? $0.rawValue : nil }
      return names.isEmpty ? nil : names.joined(separator: ", ")
    }
  }
}
