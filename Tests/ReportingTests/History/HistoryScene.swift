import Coverage
import Foundation
import GeoFormats

@testable import Reporting

/// A history in a folder of its own, and runs by hand.
final class HistoryScene {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("phusong-\(UUID().uuidString)").path
  var path: String { folder + "/history.sqlite" }

  init() throws { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func opened() throws -> RunHistory { try RunHistory(path: path, for: .writing) }

  /// A village as a run may find it.
  struct Village: Hashable {
    var code: Int
    var name: String
    var signal = Status.unserved
    var distance: Double? = 1234.5
    var score = 5000
    var people: Int? = 100
  }

  /// What a run finds of villages, which need not stand in the order of their codes.
  static func result(_ villages: [Village]) async throws -> StoredResult {
    let features = villages.map { village in
      """
      {"type":"Feature","properties":{"code":"\(village.code)","name":"\(village.name.replacing("\"", with: "\\\""))","province":"Lai Châu",\
      "population":\(village.people.map(String.init) ?? "null"),"fibre":"served","fibre_distance_m":12.5,\
      "signal":"\(village.signal)","signal_distance_m":\(village.distance.map { "\($0)" } ?? "null"),\
      "power":"unknown","power_distance_m":null},\
      "geometry":\(village.code % 7 == 0 ? "null" : "{\"type\":\"Point\",\"coordinates\":[103.\(village.code),22]}")}
      """
    }
    let text = "{\"type\":\"FeatureCollection\",\"features\":[\(features.joined(separator: ","))]}"
    let layer = try await LayerReader.read(
      geoJSON: Array(text.utf8), name: "villages", keys: AssessedVillages.properties)
    let assessed = try await AssessedVillages(layer)
    let scores = VillageScores(
      hundredths: villages.map { UInt16($0.score) }, people: assessed.villages.people, order: assessed.villages.order)
    return StoredResult(assessed: assessed, scores: scores)
  }

  static func record(_ villages: [Village], day: Int = 1, project: String = "Lai Châu") -> RunRecord {
    let unserved = villages.count { $0.signal == .unserved }
    let counts = RunFigures.Counts(
      served: villages.count { $0.signal == .served }, unserved: unserved,
      unknown: villages.count { $0.signal == .unknown }, peopleUnserved: unserved * 100)
    return RunRecord(
      project: project, version: "0.1.0", parameters: "villages: {file: v.geojson}\n",
      figures: RunFigures(
        time: "2026-11-\(day < 10 ? "0" : "")\(day)T07:00:00+07:00", villages: villages.count,
        services: [.signal: counts]),
      inputs: [
        InputRecord(
          role: "villages", path: "v.geojson", bytes: 3, sha256: SHA256.hexadecimal(of: Array("\(day)".utf8)))
      ])
  }
}
