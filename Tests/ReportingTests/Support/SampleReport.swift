import Coverage
import Foundation
import GeoFormats
import Geospatial
import Project

@testable import Reporting

/// A small project, analysed, and what a report says of it.
///
/// A tower at 105° on the equator serves 2 km, a cable runs north from it; a thousandth of a degree is 111.3 m. A1 and A2, 3,340 m
/// and more from the tower, lack signal and fibre; B1 has both; C1 is nowhere.
enum SampleReport {
  static let project = """
    name: Thử nghiệm
    villages: {file: villages.csv}
    layers: {towers: towers.csv, cables: cables.geojson, roads: roads.geojson}
    services:
      signal:
        - {layer: towers, rule: range, metres: 2000}
      fibre:
        - {layer: cables, rule: within, metres: 500}
    measures: {road_distance_m: roads}

    """

  static let villages = """
    code,name,commune,district,province,lon,lat,population,households
    A1,Bản Đầu,Xã Một,Huyện Một,Tỉnh Một,105.03,0,300,60
    A2,Bản Đá Đen,Xã Một,Huyện Một,Tỉnh Một,105.06,0,700,140
    B1,Thôn Sáng,Xã Hai,Huyện Hai,Tỉnh Hai,105.001,0.001,900,180
    C1,Xóm Lạc,Xã Hai,Huyện Hai,Tỉnh Hai,,,10,2

    """

  private static let towers = "name,lon,lat\nT1,105,0\n"

  private static func line(_ positions: String) -> String {
    """
    {"type":"FeatureCollection","features":[{"type":"Feature","properties":{},
    "geometry":{"type":"LineString","coordinates":[\(positions)]}}]}
    """
  }

  /// The analysis of the project, with other villages where they are given.
  static func analysis(villages: String = villages, name: String = "Thử nghiệm") async throws -> Analysis {
    let folder = try TemporaryFolder()
    try folder.write(project.replacing("Thử nghiệm", with: name), to: "p.yml")
    try folder.write(villages, to: "villages.csv")
    try folder.write(towers, to: "towers.csv")
    try folder.write(line("[105,0],[105,0.5]"), to: "cables.geojson")
    try folder.write(line("[104.99,0],[105.03,0.001],[105.07,0]"), to: "roads.geojson")
    defer { withExtendedLifetime(folder) {} }
    return try await Analysis.run(try ProjectFile.read(contentsOf: folder.file("p.yml")), threads: 1)
  }

  static let time = "2026-11-23T07:00:00+07:00"

  /// What a report says of it, with an earlier run and a target where `hasHistory`, and with a plan where `hasPlan`.
  static func contents(
    villages: String = villages, name: String = "Thử nghiệm", hasHistory: Bool = false, hasPlan: Bool = false
  ) async throws -> ReportContents {
    let analysis = try await analysis(villages: villages, name: name)
    var earlier: [RunFigures] = []
    var comparison: ResultComparison?
    if hasHistory {
      var old = RunFigures(analysis.summary, time: "2026-10-23T07:00:00+07:00")
      old.services[.signal]?.unserved = 3
      old.services[.signal]?.served = 0
      earlier = [old]
      // A month ago B1 stood where the tower does not reach.
      let before = try await self.analysis(villages: Self.villages.replacing("105.001,0.001", with: "105.02,0.001"))
      comparison = ResultComparison(
        old: try await ResultReader.read(before), new: try await ResultReader.read(analysis), oldRanks: nil,
        newRanks: nil)
    }
    return try await ReportContents(
      analysis, time: time, programVersion: "9.9", earlier: earlier, comparison: comparison,
      targets: hasHistory ? [Target(service: .signal, unserved: 1, date: "2026-12-31")] : [],
      plan: hasPlan ? plan : nil, progress: hasPlan ? progress : [])
  }

  static let progress = [
    PlanProgress(year: 2027, service: .signal, planned: 4, served: 3),
    PlanProgress(year: 2028, service: .fibre, planned: 1, served: 0),
  ]

  static let plan = PlanOverview(
    years: [
      .init(year: 2027, costs: ["signal": 1_200_000_000], villages: ["signal": 1]),
      .init(year: 2028, costs: ["fibre": 800_000_000, "signal": 300_000_000], villages: ["fibre": 1, "signal": 1]),
    ],
    features: [
      PlanFeature(
        kind: "tower", service: "signal", year: 2027, cost: 1_200_000_000,
        places: [Coordinate(longitude: 105.04, latitude: 0)]),
      PlanFeature(
        kind: "cable", service: "fibre", year: 2028, cost: 800_000_000,
        places: [Coordinate(longitude: 105, latitude: 0), Coordinate(longitude: 105.03, latitude: 0)]),
    ])
}
