import Testing

@testable import GeoFormats

@Suite struct GeoJSONBlocksTests {
  private static func text(_ features: [String], ending: String = "]}") -> String {
    "{\"type\":\"FeatureCollection\",\"features\":[\n" + features.joined(separator: ",\n") + ending
  }

  private func withBlocks<Result>(
    _ text: String, bytesPerBlock: Int, _ body: (GeoJSONBlocks?, Layer?) async throws -> Result
  ) async throws -> Result {
    let folder = try TemporaryFolder()
    let request = LayerRequest(
      name: "test", paths: [try folder.write(text.utf8, as: "t.geojson")], keys: ["n", "missing"])
    let layer = try? await LayerReader.read(request)
    return try await body(GeoJSONBlocks(request, bytesPerBlock: bytesPerBlock), layer)
  }

  @Test(arguments: [1, 500, 3000, 1 << 20])
  func `blocks hold the features of the file, each where it stands`(bytesPerBlock: Int) async throws {
    let text = Self.text(GeoJSONPiecesTests.features(120, seed: 5, withTraps: false))
    try await withBlocks(text, bytesPerBlock: bytesPerBlock) { blocks, whole in
      let (blocks, whole) = (try #require(blocks), try #require(whole))
      #expect((blocks.count > 1) == (bytesPerBlock < 1 << 20))
      var bytes: [Int] = []
      var coordinates = whole.geometries.coordinates[..<0]
      for index in 0..<blocks.count {
        let block = try #require(blocks.block(index))
        #expect(block.presentKeys == [true, false])
        bytes += block.offsets.map { blocks.start(ofBlock: index) + Int($0) }
        coordinates += block.layer.geometries.coordinates
        blocks.release(index)
      }
      #expect(bytes == whole.attributes.featureOffsets)
      #expect(Array(coordinates) == whole.geometries.coordinates)
      let places = blocks.places(of: [0, 7, 119].map { ($0, bytes[$0]) })
      #expect(places.map(\.place) == [0, 7, 119].map { whole.place(ofFeature: $0).place })
    }
  }

  @Test func `features are read from where they begin, in any order`() async throws {
    try await withBlocks(Self.text(GeoJSONPiecesTests.features(30, seed: 6)), bytesPerBlock: 1000) { blocks, whole in
      let (blocks, whole) = (try #require(blocks), try #require(whole))
      let wanted = [29, 3, 3, 0, 17]
      let layer = try #require(blocks.features(at: wanted.map { whole.attributes.featureOffsets[$0] }))
      for (slot, feature) in wanted.enumerated() {
        #expect(
          layer.attributes.value(ofFeature: slot, key: 0) == whole.attributes.value(ofFeature: feature, key: 0))
        #expect(
          layer.geometries.boundingBox(ofFeature: slot) == whole.geometries.boundingBox(ofFeature: feature))
      }
      #expect(blocks.features(at: [whole.attributes.featureOffsets[4] + 1]) == nil)
    }
  }

  @Test(arguments: [
    ",{\"type\":\"Feature\"", "]", "]}{}", "],\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"EPSG:4326\"}}}",
    ",\n{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"type\":\"Point\",\"coordinates\":[200,10]}}]}",
  ])
  func `a file that is not plainly as it should be has a block without answer`(ending: String) async throws {
    let text = Self.text(GeoJSONPiecesTests.features(40, seed: 7, withTraps: false), ending: ending)
    try await withBlocks(text, bytesPerBlock: 2000) { blocks, _ in
      let blocks = try #require(blocks)
      #expect(blocks.block(0) != nil)
      #expect(blocks.block(blocks.count - 1) == nil)
    }
  }

  @Test(arguments: [
    "", "[", "{\"type\":\"Point\",\"coordinates\":[1,2]}", "{\"type\":\"Feature\",\"properties\":{},\"geometry\":null}",
    "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"EPSG:3405\"}},\"features\":[]}",
  ])
  func `what is no collection in WGS 84 is not cut into blocks`(text: String) async throws {
    try await withBlocks(text, bytesPerBlock: 100) { blocks, _ in #expect(blocks == nil) }
  }
}
