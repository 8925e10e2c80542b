import GeoFormats
import Testing

@testable import Project

@Suite struct OpenFibreDataTests {
  @Test(
    .enabled(if: SharedFiles.has("ofds/nodes.geojson"), "the example of the standard is in the folder shared"))
  func `of the standard's own nodes the one that can be entered counts`() async throws {
    let layer = try await SourceScene.layer(
      .ofdsNodes, file: SharedFiles.path("ofds/nodes.geojson"),
      wanted: [
        "name", "phase", "phase.id", "provider", "network_providers", "networkProviders.country", "technologies",
      ])
    #expect(layer.texts("name") == ["Accra", "Kumasi"])
    #expect(layer.texts("phase") == ["NextGen Phase 1", "NextGen Phase 1"])
    #expect(layer.texts("phase.id").first == "1")
    #expect(layer.texts("provider").first == "FibreCo")
    #expect(layer.texts("network_providers").first == "FastWeb")
    #expect(layer.texts("networkProviders.country").first == "GH")
    #expect(layer.texts("technologies").first == "ip")
    #expect(SourceScene.counted(.ofdsNodes, in: layer) == [0])
  }

  @Test(
    .enabled(if: SharedFiles.has("ofds/spans.geojson"), "the example of the standard is in the folder shared"))
  func `the standard's own span counts`() async throws {
    let layer = try await SourceScene.layer(
      .ofdsSpans, file: SharedFiles.path("ofds/spans.geojson"),
      wanted: ["is_fibre", "darkFibre", "end.name", "capacity"])
    #expect(layer.texts("is_fibre") == ["true"])
    #expect(layer.texts("darkFibre") == ["true"])
    #expect(layer.texts("end.name") == ["Kumasi"])
    #expect(layer.texts("capacity") == ["4.976"])
    #expect(SourceScene.counted(.ofdsSpans, in: layer) == [0])
  }

  @Test(arguments: [
    (#"{"status":"operational","accessPoint":true}"#, true), (#"{"status":"operational","accessPoint":1}"#, true),
    (#"{"status":"operational","accessPoint":false}"#, false), (#"{"status":"operational"}"#, false),
    (#"{"status":"planned","accessPoint":true}"#, false), (#"{"accessPoint":true}"#, false),
    (#"{"status":"decommissioned","accessPoint":true}"#, false),
  ])
  func `only operational nodes with access count`(properties: String, counts: Bool) async throws {
    let layer = try await SourceScene.layer(.ofdsNodes, SourceScene.points([properties]), wanted: [])
    #expect(SourceScene.counted(.ofdsNodes, in: layer).isEmpty != counts)
  }

  @Test(arguments: [
    (#"{"status":"operational","transmissionMedium":["fibre"]}"#, true), (#"{"status":"operational"}"#, true),
    (#"{"status":"operational","transmissionMedium":["microwave","fibre"]}"#, true),
    (#"{"status":"operational","transmissionMedium":"[\"fibre\"]"}"#, true),
    (#"{"status":"operational","transmissionMedium":["microwave"]}"#, false),
    (#"{"status":"underConstruction","transmissionMedium":["fibre"]}"#, false),
  ])
  func `only operational spans of fibre count`(properties: String, counts: Bool) async throws {
    let layer = try await SourceScene.layer(.ofdsSpans, SourceScene.points([properties]), wanted: [])
    #expect(SourceScene.counted(.ofdsSpans, in: layer).isEmpty != counts)
  }

  @Test func `a path leads through objects and lists`() {
    let value = AttributeValue.structured(#"[{"a":{"b":"x"}},{"a":{"b":2}},{"c":1}]"#)
    #expect(OpenFibreData.value(at: ["a", "b"], in: value) == .text("x;2"))
    #expect(OpenFibreData.value(at: ["d"], in: value) == nil)
    #expect(OpenFibreData.value(at: ["a"], in: .number(1)) == nil)
  }
}
