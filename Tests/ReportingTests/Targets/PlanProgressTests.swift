import Coverage
import GeoFormats
import Testing

@testable import Reporting

@Suite struct PlanProgressTests {
  private static let villages = [
    HistoryScene.Village(code: 1, name: "A", signal: .served), HistoryScene.Village(code: 2, name: "B"),
    HistoryScene.Village(code: 3, name: "C", signal: .unknown),
    HistoryScene.Village(code: 4, name: "D", signal: .served),
  ]

  @Test func `a plan is told by year and service`() async throws {
    let scene = try HistoryScene()
    let path = scene.folder + "/plan.json"
    try """
    {"plan": 1, "villages": [{"code": "1", "signal": 1}, {"code": "2", "signal": 1, "fibre": 2},
      {"code": "3", "signal": 2}, {"code": "4", "signal": 2}, {"code": "gone", "signal": 2}]}
    """.write(toFile: path, atomically: true, encoding: .utf8)
    let result = try await HistoryScene.result(Self.villages)
    #expect(
      try PlanProgress.progress(ofPlan: path, in: result) == [
        PlanProgress(year: 1, service: .signal, planned: 2, served: 1),
        PlanProgress(year: 2, service: .fibre, planned: 1, served: 1),
        PlanProgress(year: 2, service: .signal, planned: 3, served: 1),
      ])
  }

  @Test(arguments: ["", "[]", "{\"villages\": [{\"signal\": 1}]}", "{\"villages\": [{\"code\": 1}]}"])
  func `what is no plan is refused`(text: String) async throws {
    let scene = try HistoryScene()
    let path = scene.folder + "/plan.json"
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    let result = try await HistoryScene.result(Self.villages)
    let error = #expect(throws: FormatError.self) { try PlanProgress.progress(ofPlan: path, in: result) }
    #expect(error?.problem.hasPrefix("is no plan: expected \"villages\"") == true)
  }
}
