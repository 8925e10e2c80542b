import Testing

@testable import GeoFormats

@Suite struct LayerPathTests {
  @Test(
    arguments: [
      ("a.geojson", "a.geojson", nil), ("a.gpkg:b", "a.gpkg", "b"), ("d/a.GPKG:b:c", "d/a.GPKG", "b:c"),
      ("a.zip:b/c.shp", "a.zip", "b/c.shp"), ("a.osm.pbf:lines", "a.osm.pbf", "lines"),
      ("a:b.geojson", "a:b.geojson", nil),
      ("a:b.gpkg:c", "a:b.gpkg", "c"), ("a.gpkg:", "a.gpkg", ""), (":a.gpkg", ":a.gpkg", nil),
      ("a.csv:b", "a.csv:b", nil),
    ] as [(String, String, String?)])
  func `a colon behind a file with layers names one`(text: String, file: String, layer: String?) {
    #expect(LayerPath(text).file == file)
    #expect(LayerPath(text).layer == layer)
  }

  @Test func `a file that is there wins over a layer`() throws {
    let folder = try ScratchFolder()
    try folder.write("", as: "a.gpkg:b")
    try folder.write("", as: "x")
    #expect(LayerPath(folder["a.gpkg:b"]).layer == nil)
    #expect(LayerPath(folder["a.gpkg:c"]).layer == "c")
    #expect(LayerPath(folder["x:c"]).file == folder["x"])
  }

  @Test(arguments: [
    ("a.gpkg", LayerFormat.gpkg), ("a.gpkg:b.csv", .gpkg), ("A.SHP", .gdal), ("a.osm.pbf:lines", .gdal),
    ("a.geojsonl", .geojson), ("a", .geojson), ("a.tsv", .csv), ("d.gpkg/a", .geojson), ("a.gdb", .gdal),
  ])
  func `the ending of the file tells the format`(path: String, format: LayerFormat) {
    #expect(LayerFormat(path: path) == format)
  }
}
