import Coverage
import GeoFormats
import Geospatial
import Project

/// Everything that a report says, as plain values; pages, tables and maps are made of it.
///
/// ```swift
/// let contents = try await ReportContents(
///   analysis, time: "2026-11-23T07:00:00+07:00", programVersion: "0.1.0", earlier: runs, comparison: comparison,
///   targets: targets, threads: 2)
/// try ReportFiles.write(contents, toFolder: "report", language: .vi)
/// ```
public struct ReportContents: Sendable {
  /// The analysis.
  public let analysis: Analysis
  /// When it was made, in ISO 8601 with its offset.
  public let time: String
  /// The version of the program.
  public let programVersion: String
  /// The headline figures.
  public let figures: RunFigures
  /// Those of earlier runs, the oldest first.
  public let earlier: [RunFigures]
  /// The villages that are not as they were at the last run; nil when there was none.
  public let changes: [VillageChange]?
  /// How the targets stand.
  public let targets: [TargetProgress]
  /// The figures by province of before July 2025, by code; empty where no village has one.
  public let provinces: [Summary.Group]
  /// By province since July 2025.
  public let provinces2025: [Summary.Group]
  /// By district.
  public let districts: [Summary.Group]
  /// The ranking; nil where there is nothing to rank by.
  public let ranking: Ranking?
  /// The dead zones, by service.
  public let zones: [DeadZones]
  /// What is to be built; nil without a plan.
  public let plan: PlanOverview?
  /// How far the plan has come, by year, then service; empty where that is not known.
  public let progress: [PlanProgress]
  /// The files.
  public let inputs: [ReportInput]
  /// What maps show below the villages.
  public let ground: MapGround

  /// Gathers what a report says of an analysis.
  ///
  /// - Parameters:
  ///   - time: when it was made, in ISO 8601 with its offset.
  ///   - earlier: the figures of earlier runs, the oldest first; the last of them is what changes are told against.
  ///   - comparison: the result of the last run against this one; nil when there was none.
  ///   - targetTime: the day as of which targets are told, in ISO 8601, where that is later than `time`.
  ///   - zones: the dead zones, where they were made before; else they are made here.
  ///   - progress: how far the plan has come, by year, then service.
  ///   - inputs: the files with their checksums; without them those that the project names.
  ///   - threads: the result does not depend on their number.
  /// - Throws: `GEOSError` when GEOS cannot make a zone, `FormatError` for a property of the ranking that cannot be read.
  public init(
    _ analysis: Analysis, time: String, programVersion: String, earlier: [RunFigures] = [],
    comparison: ResultComparison? = nil, targets: [Target] = [], targetTime: String? = nil, zones: ZonesRun? = nil,
    plan: PlanOverview? = nil, progress: [PlanProgress] = [], inputs: [InputRecord]? = nil, threads: Int = 1
  ) async throws {
    let project = analysis.inputs.project
    let villages = analysis.inputs.villages
    self.analysis = analysis
    self.time = time
    self.programVersion = programVersion
    self.earlier = earlier
    self.plan = plan
    self.progress = progress
    let figures = RunFigures(analysis.summary, time: time)
    self.figures = figures
    self.inputs = try inputs.map { $0.map(ReportInput.init) } ?? ReportInput.files(of: project)
    changes = comparison.map { VillageChange.list($0, villages) }
    var now = figures
    if let targetTime { now.time = targetTime }
    self.targets = targets.compactMap { TargetProgress($0, runs: earlier + [now]) }
    provinces = Self.groups(analysis, by: .province)
    provinces2025 = Self.groups(analysis, by: .province2025)
    districts = Self.groups(analysis, by: .district)
    if analysis.scores == nil {
      ranking = nil
    } else {
      ranking = try Ranking(try analysis.rankingInputs(), settings: project.ranking.settings)
    }
    if let zones {
      self.zones = zones.services
    } else {
      self.zones = try await Self.zones(of: analysis, threads: threads).services
    }
    ground = MapGround(analysis)
  }

  /// The dead zones that a report tells of: those of the services that the project names, of signal where it names none.
  ///
  /// - Parameter earlier: the zones of an earlier run, whose identifiers go on.
  /// - Throws: `GEOSError` when GEOS cannot make the ground of a zone.
  public static func zones(
    of analysis: Analysis, earlier: [EarlierZone] = [], threads: Int = 1
  ) async throws -> ZonesRun {
    let project = analysis.inputs.project
    let services = project.zones.services ?? [.signal]
    return try await ZonesRun.run(
      analysis, services: services.filter { !project.rules(for: $0).isEmpty }, settings: project.zones.settings,
      scores: analysis.scores?.hundredths.map { Double($0) / 100 }, earlier: earlier, threads: threads)
  }

  /// The groups of a level by code, without the villages of no unit; empty where no village has a unit.
  private static func groups(_ analysis: Analysis, by level: GroupLevel) -> [Summary.Group] {
    Summary(analysis.inputs.villages, analysis.assessment, groupedBy: level).chosen?.groups
      .filter { !$0.name.isEmpty } ?? []
  }

  /// The services with rules, in their order.
  public var services: [Service] { Service.allCases.filter { !analysis.inputs.project.rules(for: $0).isEmpty } }

  /// The villages by rank, the most urgent first, at most `limit`; only those with a score above 0.
  public func topVillages(limit: Int) -> [Int] {
    guard let ranking else { return [] }
    return ranking.order.prefix(limit).map { Int($0) }.filter { ranking.score(ofVillage: $0) > .zero }
  }
}
