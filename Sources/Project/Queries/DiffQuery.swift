import Coverage
import GeoFormats

/// A question about two results: which villages are not as they were.
public struct DiffQuery: Sendable {
  /// What was.
  public var old: QuerySource
  /// What is.
  public var new: QuerySource
  /// What makes a village urgent, in both; nil for what the new project says, or the defaults where results are asked.
  public var settings: RankingSettings?

  /// A question about two sources.
  public init(old: QuerySource, new: QuerySource) {
    self.old = old
    self.new = new
  }

  /// Reads both, ranks both by the same settings and compares them.
  ///
  /// - Throws: As ``RankQuery/run(threads:isStrict:progress:)``.
  public func run(
    threads: Int, isStrict: Bool = false, progress: @Sendable (RankQuery.Stage) -> Void = { _ in }
  ) async throws -> ComparedVillages {
    var settings = settings
    if settings == nil, new.kind == .project {
      settings = try ProjectFile.read(contentsOf: new.path).ranking.settings
    }
    func ranked(_ source: QuerySource) async throws -> RankedVillages {
      var query = RankQuery(source: source)
      query.settings = settings ?? RankingSettings()
      return try await query.run(threads: threads, isStrict: isStrict, progress: progress)
    }
    let (old, new) = (try await ranked(old), try await ranked(new))
    return ComparedVillages(
      old: old.table.assessed, new: new.table.assessed,
      comparison: ResultComparison(
        old: old.table.assessed, new: new.table.assessed, oldRanks: old.ranking.ranks, newRanks: new.ranking.ranks))
  }
}

/// The answer to a ``DiffQuery``: two results and what differs between them.
public struct ComparedVillages: Sendable {
  /// What was.
  public let old: AssessedVillages
  /// What is.
  public let new: AssessedVillages
  /// What differs.
  public let comparison: ResultComparison

  /// Two results with their comparison.
  public init(old: AssessedVillages, new: AssessedVillages, comparison: ResultComparison) {
    self.old = old
    self.new = new
    self.comparison = comparison
  }

  /// The changes as rows: what happened, the village, and its statuses and ranks before and after.
  public func result(_ changes: [ResultComparison.Change]) -> QueryResult {
    let fields: [VillageField] = [.code, .name, .commune, .district, .province]
    var columns = [QueryResult.Column(name: "change", isNumeric: false)]
    columns += fields.map { .init(name: $0.rawValue, isNumeric: false) }
    for service in Service.allCases {
      columns += [
        .init(name: "\(service)_old", isNumeric: false), .init(name: "\(service)_new", isNumeric: false),
      ]
    }
    columns += ["rank_old", "rank_new", "rank_rise"].map { .init(name: $0, isNumeric: true) }
    var result = QueryResult(columns: columns, count: changes.count) { row in
      let change = changes[row]
      var cells = [VillageCell.text(change.kind.rawValue)]
      cells += fields.map { text(of: $0, change).map { .text($0) } ?? .none }
      for service in Service.allCases {
        cells.append(change.old.map { .text(old.assessment[service].statuses[$0].description) } ?? .none)
        cells.append(change.new.map { .text(new.assessment[service].statuses[$0].description) } ?? .none)
      }
      return cells + [change.oldRank, change.newRank, change.rise].map { $0.map { VillageCell($0) } ?? .none }
    }
    let layers = [new, old].map(\.villages.layer)
    let features = changes.map { change in change.new.map { (0, $0) } ?? (1, change.old ?? 0) }
    result.places = .init(layers: layers, features: features, carriesProperties: false)
    result.members = members
    return result
  }

  /// The text of a field of a village, as it is, or was where it is no more.
  public func text(of field: VillageField, _ change: ResultComparison.Change) -> String? {
    if let village = change.new { return new.villages.text(of: field, village: village) }
    return change.old.flatMap { old.villages.text(of: field, village: $0) }
  }

  /// What JSON says beside the rows: how many villages there were and are, and how many of them changed how.
  private var members: [(name: String, json: String)] {
    let kinds = ResultComparison.Kind.allCases.map { (name: "\($0)", json: "\(comparison.count(of: $0))") }
    let services = Service.allCases.map { service in
      let moves = Status.allCases.flatMap { before in
        Status.allCases.compactMap { after -> String? in
          let count = comparison.count(of: service, from: before, to: after)
          return before == after || count == 0 ? nil : "\"\(before)_to_\(after)\": \(count)"
        }
      }
      return (name: "\(service)", json: "{\(moves.joined(separator: ", "))}")
    }
    return [("villages_old", "\(old.villages.count)"), ("villages_new", "\(new.villages.count)")] + kinds + services
  }
}
