import GeoFormats
import Project

/// The files of a plan, as `phusong plan` writes them side by side: `plan.json`, by which its progress is told, and `plan.geojson`,
/// which maps show.
struct PlanFiles: Sendable {
  /// The path of `plan.json`; nil where there is none.
  let progress: String?
  /// The path of `plan.geojson`; nil where there is none.
  let map: String?

  private static let names = (json: "plan.json", map: "plan.geojson")

  /// The files at `path`, which is one of the two, or the folder of both; the other is taken where it is there. Nil for no plan.
  init(path: String?) {
    guard let path else {
      (progress, map) = (nil, nil)
      return
    }
    if FileStamp.isFolder(path) {
      let json = "\(path)/\(Self.names.json)"
      // Without either, the error of the one that is missing is the clearest.
      (progress, map) = (json, Self.there("\(path)/\(Self.names.map)"))
    } else if path.lowercased().hasSuffix(".geojson") {
      (progress, map) = (Self.there(String(path.dropLast(".geojson".count)) + ".json"), path)
    } else {
      let stem = path.lowercased().hasSuffix(".json") ? String(path.dropLast(".json".count)) : path
      (progress, map) = (path, Self.there(stem + ".geojson"))
    }
  }

  /// The files as inputs of a report.
  var inputs: [InputFile] {
    [progress, map].compactMap { $0 }.map { InputFile(role: "plan", path: $0) }
  }

  /// What the map and the totals show; nil where there is no map.
  func overview(threads: Int) async throws -> PlanOverview? {
    guard let map else { return nil }
    return try await PlanOverview.read(contentsOf: map, threads: threads)
  }

  /// How far the plan has come by a result; nothing where that cannot be told.
  func progress(in result: StoredResult) throws(FormatError) -> [PlanProgress] {
    guard let progress else { return [] }
    return try PlanProgress.progress(ofPlan: progress, in: result)
  }

  private static func there(_ path: String) -> String? { FileStamp(path) == nil ? nil : path }
}
