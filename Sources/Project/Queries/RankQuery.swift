import Coverage
import GeoFormats
import Geospatial

/// A question about the ranking of villages: which of them, in what order, how sure.
///
/// Ranks are always those among all villages of the source, so that the same village has the same rank in every answer.
public struct RankQuery: Sendable {
  /// Where the villages are.
  public var source: QuerySource
  /// What makes a village urgent; nil for what the project says, or the defaults where a result is asked.
  public var settings: RankingSettings?
  /// A method in place of that of the settings.
  public var method: RankingMethod?
  /// Only villages that lack this service.
  public var service: Service?
  /// Only villages of the units of these names.
  public var units: [(level: UnitLevel, name: String)] = []
  /// Only villages at most `metres` from a place; nil metres keep all and only measure.
  public var near: (place: Coordinate, metres: Double?)?
  /// Only villages inside a polygon of this file.
  public var areas: String?
  /// Only villages that satisfy this filter.
  public var filter: CQL2.Filter?
  /// How sure the ranks are to be told; nil for not at all.
  public var certainty: RankCertainty.Question?
  /// The column to sort by; nil to sort by rank.
  public var order: String?
  /// Whether the greatest come first.
  public var isDescending = false
  /// Columns that the answer shows and that must be there.
  public var columns: [String] = []
  /// A column that the answer groups by.
  public var groupColumn: String?

  /// A question about all villages of a source.
  public init(source: QuerySource) { self.source = source }

  /// What is being done, for those who watch.
  public enum Stage: Sendable, CustomStringConvertible {
    /// A stage of the analysis of a project, or reading a result.
    case analysis(Analysis.Stage)
    /// Scores and ranks.
    case ranking
    /// Which villages are asked for, in what order.
    case choosing

    /// The word for it.
    public var description: String {
      switch self {
      case .analysis(let stage): stage.rawValue
      case .ranking: "ranking"
      case .choosing: "choosing"
      }
    }
  }

  /// Reads the villages, ranks them and finds those that are asked for.
  ///
  /// - Throws: `FormatError` or ``ProjectFileError`` for an input that cannot be used, `RankingError` for settings by which
  ///   nothing can be ranked, ``QueryError`` for a column or a unit that is not there.
  public func run(
    threads: Int, isStrict: Bool = false, progress: @Sendable (Stage) -> Void = { _ in }
  ) async throws -> RankedVillages {
    var settings = try effectiveSettings()
    if let method { settings.method = method }
    let loaded = try await source.load(
      keys: keys(settings), threads: threads, isStrict: isStrict
    ) { progress(.analysis($0)) }
    progress(.ranking)
    let ranking = try Ranking(try inputs(loaded, settings), settings: settings)
    let certainty = try await certainty?.answer(ranking, threads: threads)
    var ranked = RankedVillages(source: source, loaded: loaded, ranking: ranking, certainty: certainty)
    progress(.choosing)
    let mask = try await mask(&ranked, threads: threads)
    try check(ranked.table)
    ranked.selected = ordered(ranking.order.lazy.map(Int.init).filter { mask[$0] }, ranked.table)
    return ranked
  }

  private func effectiveSettings() throws -> RankingSettings {
    if let settings { return settings }
    guard source.kind == .project else { return RankingSettings() }
    return try ProjectFile.read(contentsOf: source.path).ranking.settings
  }

  /// The properties that must be read beside those of every result.
  private func keys(_ settings: RankingSettings) -> [String] {
    RankingField.allCases.map { settings.fields[$0] } + columns + [order, groupColumn].compactMap { $0 }
      + (filter?.propertyNames ?? [])
  }

  private func inputs(_ loaded: QuerySource.Loaded, _ settings: RankingSettings) throws(FormatError) -> RankingInputs {
    let assessed = loaded.assessed
    do throws(Villages.Failure) {
      return try RankingInputs(assessed.villages, assessed.assessment, fields: settings.fields)
    } catch {
      // Of a project the village stands in a file of its own, which the analysis knows.
      let code = assessed.villages.codes[error.feature]
      if let own = loaded.analysis?.inputs.villages, let village = own.codes.firstIndex(of: code) {
        throw own.layer.error(feature: village, error.problem)
      }
      throw assessed.villages.layer.error(feature: error.feature, error.problem)
    }
  }

  // MARK: Which villages

  private func mask(_ ranked: inout RankedVillages, threads: Int) async throws -> [Bool] {
    let assessed = ranked.table.assessed
    var mask = [Bool](repeating: true, count: assessed.villages.count)
    func keep(_ other: [Bool]) {
      for village in mask.indices where !other[village] { mask[village] = false }
    }
    if let service { keep(VillageSelection.unserved(service, among: assessed)) }
    for (level, name) in units {
      let found = VillageSelection.inUnit(name, of: level, among: assessed)
      guard found.contains(true) else {
        throw QueryError.unknownUnit(
          option: "--\(level)", name: name, file: source.path,
          nearest: VillageSelection.nearestUnit(to: name, of: level, among: assessed))
      }
      keep(found)
    }
    if let near {
      let (found, distances) = VillageSelection.near(near.place, withinMetres: near.metres, among: assessed)
      ranked.add(VillageColumn(name: RankedVillages.nearName, values: .numbers(distances, decimals: 1)))
      // To measure leaves nobody out, not even who is nowhere.
      if near.metres != nil { keep(found) }
    }
    if let areas {
      let layer = try await LayerReader.read(LayerRequest(name: "areas", paths: [areas]), threads: threads)
      guard layer.geometries.partKinds.contains(.shell) else { throw QueryError.noPolygons(file: areas) }
      keep(VillageSelection.inside(layer.geometries, among: assessed))
    }
    // Last, for it may ask for the distance to the place.
    if let filter { keep(try await self.mask(of: filter, ranked.table, threads: threads)) }
    return mask
  }

  private func mask(of filter: CQL2.Filter, _ table: VillageTable, threads: Int) async throws -> [Bool] {
    let layer = table.assessed.villages.layer
    do {
      for property in filter.properties where !CQL2.Columns.geometryNames.contains(property.name) {
        guard table.column(property.name) == nil else { continue }
        throw filter.error(unknown: property, among: table.names)
      }
      var columns = CQL2.Columns(layer)
      for column in table.computed { columns[column.name] = CQL2.Column(column.values) }
      return try await filter.bound(to: columns).mask(threads: threads)
    } catch let error as CQL2.ExpressionError {
      throw QueryError.filter(error)
    } catch let error as CQL2.EvaluationError {
      throw layer.error(feature: error.feature, "--where: \(error.problem)")
    }
  }

  // MARK: In what order

  private func ordered(_ villages: some Sequence<Int>, _ table: VillageTable) -> [Int] {
    let byRank = Array(villages)
    guard let order, let column = table.column(order) else { return isDescending ? byRank.reversed() : byRank }
    return table.ordered(byRank, by: column, descending: isDescending)
  }

  /// Refuses columns that no village has, which are nearly always misspelt.
  private func check(_ table: VillageTable) throws(QueryError) {
    let asked =
      columns.map { ("--columns", $0) } + [order].compactMap { $0 }.map { ("--by", $0) }
      + [groupColumn].compactMap { $0 }.map { ("--group-by", $0) }
    for (option, name) in asked where table.column(name) == nil {
      throw .unknownColumn(option: option, name: name, known: table.names)
    }
  }
}

extension CQL2.Column {
  /// The values of a column that a query worked out; none for a property, which filters find themselves.
  fileprivate init?(_ values: VillageColumn.Values) {
    switch values {
    case .property: return nil
    case .integers(let numbers): self = .integers(numbers)
    case .numbers(let numbers, _): self = .numbers(numbers)
    case .texts(let texts): self = .texts(texts)
    case .flags(let flags): self = .booleans(flags)
    }
  }
}
