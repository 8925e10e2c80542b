import Testing

@testable import GeoFormats

@Suite struct GDALInventoryTests {
  @Test func `layers are found with their systems, also when a field looks like a layer`() throws {
    let inventory = GDALInventory(
      """
      INFO: Open of `x'
            using driver `GPKG' successful.

      Layer name: a: b
      Geometry: Point
      Layer SRS WKT:
      GEOGCRS["WGS 84",
          ID["EPSG",4326]]
      Data axis to CRS axis mapping: 2,1
      Layer name: String (0.0)

      Layer name: table
      Geometry: None
      Layer SRS WKT:
      (unknown)
      name: String (0.0)
      """)
    #expect(inventory.entries.map(\.name) == ["a: b", "table"])
    #expect(inventory.entries.map(\.isSpatial) == [true, false])
    #expect(inventory.entries.map { $0.crs != nil } == [true, false])
    #expect(try inventory.entry(nil, file: "x").name == "a: b")
    #expect(try inventory.entry("TABLE", file: "x").name == "table")
  }
}
