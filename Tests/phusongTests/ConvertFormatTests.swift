import Foundation
import Testing

/// `phusong convert` to the formats that are not text, and back.
@Suite(.enabled(if: Program.tool("ogr2ogr") != nil, "needs ogr2ogr of gdal-bin"))
struct ConvertFormatTests {
  private static let villages = GeoJSONText.collection(
    GeoJSONText.feature(#"{"code":"B01","name":"Bản Nậm Cắn","people":350}"#, GeoJSONText.point("103.10512,22.04571")),
    GeoJSONText.feature(#"{"code":"B02","name":"Thôn Sín Chải","people":1204}"#, GeoJSONText.point("103.33381,22.2004"))
  )

  @Test(arguments: ["v.gpkg", "v.shp.zip", "v.shp"], [[], ["--to", "EPSG:9210"]])
  func `villages come back from any format and system as they went`(file: String, options: [String]) throws {
    let scratch = try Scratch(["in.geojson": Self.villages])
    #expect(try Program.run(["convert", "in.geojson", file] + options, in: scratch).status == 0)
    #expect(try Program.run(["convert", file, "back.csv"], in: scratch).status == 0)
    #expect(
      try scratch.text("back.csv") == """
        longitude,latitude,code,name,people
        103.10512,22.04571,B01,Bản Nậm Cắn,350
        103.33381,22.2004,B02,Thôn Sín Chải,1204

        """)
  }

  @Test func `the same villages from four formats of the offices give the same bytes`() throws {
    let scratch = try Scratch([
      "in.geojson": Self.villages,
      "fibre.geojson": GeoJSONText.collection(
        GeoJSONText.feature("{}", GeoJSONText.line("[103.1,22.04],[103.2,22.11]"))),
    ])
    for file in ["v.shp.zip", "v.gpkg", "v.tab", "v.csv"] {
      let run = try Program.run(["convert", "in.geojson", file, "--to", "EPSG:9210"], in: scratch)
      #expect(run.status == 0)
    }
    var maps: [String] = []
    for file in ["v.shp.zip", "v.gpkg", "v.tab"] {
      let project =
        "villages: {file: \(file), crs: EPSG:9210}\nlayers: {f: fibre.geojson}\n"
        + "services:\n  fibre:\n    - {layer: f, rule: within, metres: 500}\n"
      try scratch.write(Data(project.utf8), to: "p.yml")
      #expect(try Program.run(["analyze", "p.yml", "-o", "out", "--quiet"], in: scratch).status == 0)
      maps.append(try scratch.text("out/villages.geojson"))
    }
    #expect(maps.first?.contains("Thôn Sín Chải") == true)
    #expect(Set(maps).count == 1)
  }
}
