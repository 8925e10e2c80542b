import Coverage
import Geospatial
import Rollout

/// Which villages a part of a plan is about.
struct PlanSelection: Sendable {
  /// The villages without the service that have a position and are not excluded, ascending.
  let villages: [Int]
  /// Those of them that must be served, ascending.
  let required: [Int]
  /// Those without the service that take no part, each with the reason.
  let leftOut: [Plan.Unreached]

  /// The villages of an analysis that lack a service.
  ///
  /// - Throws: ``PlanError/unknownVillage(file:line:code:list:)`` for a code of the project file that no village has.
  init(_ analysis: Analysis, _ source: PlanSource, _ service: PlannedService) throws(PlanError) {
    let all = analysis.inputs.villages
    let excluded = try Self.villages(source.excluded, "excluded", analysis)
    let required = try Self.villages(source.required, "required", analysis)
    let statuses = analysis.assessment[Service(service)].statuses
    var villages: [Int] = []
    var leftOut: [Plan.Unreached] = []
    for village in 0..<all.count {
      switch statuses[village] {
      case .served: continue
      case .unknown:
        leftOut.append(.init(village: village, service: service, reason: "it is not known whether it is served"))
      case .unserved where excluded.contains(village):
        leftOut.append(.init(village: village, service: service, reason: "it is excluded"))
      case .unserved where all.coordinates[village].longitude.isNaN:
        leftOut.append(.init(village: village, service: service, reason: "it has no position"))
      case .unserved: villages.append(village)
      }
    }
    self.villages = villages
    self.required = villages.filter(required.contains)
    self.leftOut = leftOut
  }

  private static func villages(
    _ codes: [String], _ list: String, _ analysis: Analysis
  ) throws(PlanError) -> Set<Int> {
    if codes.isEmpty { return [] }
    let project = analysis.inputs.project
    let places = Dictionary(analysis.inputs.villages.codes.enumerated().map { ($1, $0) }) { first, _ in first }
    var villages: Set<Int> = []
    for code in codes {
      guard let village = places[code] else {
        throw .unknownVillage(file: project.file, line: project.plan.line, code: code, list: list)
      }
      villages.insert(village)
    }
    return villages
  }
}
