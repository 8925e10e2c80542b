import Coverage
import GeoFormats
import Testing

@testable import Project

@Suite struct GigaSourcesTests {
  @Test(
    .enabled(if: SharedFiles.has("itu-balearic/cell-sites.csv"), "a real table is in the folder shared"))
  func `real cell sites have a technology and an antenna`() async throws {
    let layer = try await SourceScene.layer(
      .gigaSites, file: SharedFiles.path("itu-balearic/cell-sites.csv"),
      wanted: ["code", "technology", "antenna_height_m", "backhaul"])
    let counts = Dictionary(grouping: layer.texts("technology").compactMap { $0 }) { $0 }.mapValues(\.count)
    #expect(counts == ["2G": 6, "3G": 30, "4G": 64])
    #expect(layer.texts("code").first == "300a1494-68dc-4cb7-9825-1b8d98f07c6e")
    #expect(layer.texts("antenna_height_m").first == "27")
    #expect(layer.texts("backhaul").allSatisfy { $0 == nil })
    #expect(SourceScene.counted(.gigaSites, in: layer).count == 100)
  }

  @Test(
    .enabled(if: SharedFiles.has("itu-balearic/points-of-interest.csv"), "a real table is in the folder shared"))
  func `real points of interest are villages with codes`() async throws {
    let file = "\(SharedFiles.path("itu-balearic/points-of-interest.csv"))"
    let analysis = try await SourceScene.analysis(["phusong.yml": "villages: {file: \"\(file)\", source: giga-pois}"])
    let villages = analysis.inputs.villages
    #expect(villages.count == 100)
    #expect(villages.codes.first == "23dd6a45-3656-435b-b3b1-c16efab9daeb")
    #expect(villages.text(of: .name, village: 0) == "POI1")
    #expect(villages.coordinates[0].latitude == 39.00777101)
  }

  @Test(arguments: [
    ("fiber,operational", true), ("Fibre,Operational", true), (",", true), ("microwave,operational", false),
    ("fiber,planned", false), ("fiber,under_construction", false), ("other,", false),
  ])
  func `nodes of fibre in operation count, also where the table does not say`(
    cells: String, counts: Bool
  ) async throws {
    let text = "ict_id,lat,lon,transmission_medium,node_status,equipped_capacity_mbps\nn1,21,105,\(cells),1000\n"
    let layer = try await SourceScene.layer(.gigaNodes, text, ending: "csv", wanted: ["code", "equipped_mbps"])
    #expect(layer.texts("code") == ["n1"])
    #expect(layer.texts("equipped_mbps") == ["1000"])
    #expect(SourceScene.counted(.gigaNodes, in: layer).isEmpty != counts)
  }

  @Test func `connection and electricity of a point of interest can be asked for, and are carried`() async throws {
    let analysis = try await SourceScene.analysis([
      "phusong.yml": "villages: {file: pois.csv, source: giga-pois, where: {is_connected: false}}",
      "pois.csv": "poi_id,lat,lon,admin1,is_connected,has_electricity\np1,21,105,Lào Cai,True,True\n"
        + "p2,21,105,Lào Cai,False,True\np3,21,105,Lào Cai,,\n",
    ])
    let villages = analysis.inputs.villages
    #expect(villages.codes == ["p2"])
    #expect(villages.text(of: .province, village: 0) == "Lào Cai")
    #expect(villages.layer.propertyNames(limit: 9).contains("has_electricity"))
  }

  @Test(
    .enabled(if: SharedFiles.has("power/uganda_gridfinder.geojson"), "real predicted lines are in the folder shared"))
  func `predicted lines have no properties but those of the source`() async throws {
    let layer = try await SourceScene.layer(
      .gridfinder, file: SharedFiles.path("power/uganda_gridfinder.geojson"), wanted: ["kind", "is_predicted"])
    #expect(layer.count == 18_015)
    #expect(Set(layer.texts("kind")) == ["line"])
    #expect(Set(layer.texts("is_predicted")) == ["true"])
    #expect(SourceScene.counted(.gridfinder, in: layer).count == layer.count)
  }
}
