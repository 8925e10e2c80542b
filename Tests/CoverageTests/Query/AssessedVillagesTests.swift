import Coverage
import GeoFormats
import Testing

@Suite struct AssessedVillagesTests {
  @Test func `statuses, distances and people are read back`() async throws {
    let assessed = try await ResultScene.assessed([
      .init(code: "2", statuses: [.served, .unserved, .unknown], distances: [12.3, 4567.8, nil], people: nil),
      .init(code: "1", statuses: [.unserved, .served, .served], distances: [500.1, 0, 1], people: 250, place: nil),
    ])
    #expect(assessed.villages.codes == ["2", "1"])
    #expect(assessed.villages.order == [1, 0])
    #expect(assessed.assessment[.fibre].statuses == [.served, .unserved])
    #expect(assessed.assessment[.signal].distancesMetres == [4567.8, 0])
    #expect(assessed.assessment[.power].statuses == [.unknown, .served])
    #expect(assessed.assessment[.power].distancesMetres[0].isNaN)
    #expect(assessed.villages.people[0].isNaN)
    #expect(assessed.villages.people[1] == 250)
    #expect(assessed.villages.countWithoutPosition == 1)
  }

  @Test func `a layer without the columns of an analysis is told apart`() async throws {
    let plain = try await LayerReader.read(
      geoJSON: Array(
        """
        {"type":"Feature","properties":{"code":"1","fibre":"served"},"geometry":null}
        """.utf8), name: "v", keys: AssessedVillages.properties)
    #expect(!AssessedVillages.isResult(plain))
    #expect(AssessedVillages.isResult(try await ResultScene.layer([.init(code: "1")])))
  }

  @Test(arguments: [
    ("\"fibre\":\"served\"", "\"fibre\":\"maybe\"", "fibre is \"maybe\"; expected served, unserved or unknown"),
    ("\"signal\":\"served\"", "\"signal\":true", "signal is \"true\"; expected served, unserved or unknown"),
    ("\"power\":\"served\",", "", "power is missing; expected served, unserved or unknown"),
    (
      "\"fibre_distance_m\":0.0", "\"fibre_distance_m\":-1", "fibre_distance_m is \"-1\"; expected metres of at least 0"
    ),
    ("\"fibre_distance_m\":0.0", "\"fibre_distance_m\":\"x\"", "fibre_distance_m is \"x\"; expected metres"),
  ])
  func `what no analysis writes is refused with the feature`(good: String, bad: String, problem: String) async throws {
    let first = ResultScene.Village(code: "1").json
    let second = ResultScene.Village(code: "2").json.replacing(good, with: bad)
    let layer = try await LayerReader.read(
      geoJSON: Array("{\"type\":\"FeatureCollection\",\"features\":[\(first),\(second)]}".utf8), name: "v",
      keys: AssessedVillages.properties)
    let failure = await #expect(throws: Villages.Failure.self) { try await AssessedVillages(layer) }
    #expect(failure?.feature == 1)
    #expect(failure?.problem.hasPrefix(problem) == true, "\(failure?.problem ?? "")")
  }
}
