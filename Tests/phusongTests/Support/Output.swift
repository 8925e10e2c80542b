import Foundation
import Testing

/// What a run of `analyze` wrote.
struct Output {
  typealias Object = [String: Any]

  /// The features of `villages.geojson` in their order.
  let features: [Object]
  let summary: Object

  init(_ scratch: Scratch, _ folder: String = "out") throws {
    try self.init(
      villages: scratch.data("\(folder)/villages.geojson"), summary: scratch.data("\(folder)/summary.json"))
  }

  init(_ project: AnalyzedProject) throws { try self.init(villages: project.villages, summary: project.summary) }

  private init(villages: Data, summary: Data) throws {
    let map = try JSONSerialization.jsonObject(with: villages) as? Object
    features = try #require(map?["features"] as? [Object])
    self.summary = try #require(JSONSerialization.jsonObject(with: summary) as? Object)
  }

  /// The properties of all villages in their order.
  var properties: [Object] { features.map { $0["properties"] as? Object ?? [:] } }

  /// The properties of the villages by code.
  var byCode: [String: Object] {
    Dictionary(properties.map { ($0["code"] as? String ?? "", $0) }) { first, _ in first }
  }

  /// A column as texts.
  func texts(_ column: String) -> [String?] { properties.map { $0[column] as? String } }

  /// A column as numbers.
  func numbers(_ column: String) -> [Double?] { properties.map { $0[column] as? Double } }

  /// How many villages of a service have each status, by the summary: served, unserved, unknown.
  func counts(_ service: String) -> [Int?] {
    let counts = summary[service] as? Object
    return ["served", "unserved", "unknown"].map { counts?[$0] as? Int }
  }

  /// The number of villages of each group of a list of the summary; the group without a name under "".
  func villages(by list: String) -> [String: Int] {
    let groups = summary[list] as? [Object] ?? []
    return Dictionary(groups.map { ($0["name"] as? String ?? "", $0["villages"] as? Int ?? 0) }) { first, _ in first }
  }
}
