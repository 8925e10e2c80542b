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

@Suite struct GDALNumbersTests {
  @Test(arguments: [
    (#"{"a": 39.0, "b": [1.0, 2.05, 3.0], "c": 1.0}"#, #"{"a": 39, "b": [1, 2.05, 3], "c": 1}"#),
    (#"{"39.0 ": "\"1.0, \\", "x": 1.0 }"#, #"{"39.0 ": "\"1.0, \\", "x": 1 }"#),
    (#"[1.0e5, 1.00, 10.0]"#, #"[1.0e5, 1.00, 10]"#),
    ("", ""), ("1.0", "1.0"),
  ])
  func `whole numbers lose their point, text keeps it`(json: String, expected: String) {
    #expect(String(decoding: GDALReader.withShortNumbers(Array(json.utf8)), as: UTF8.self) == expected)
  }
}
