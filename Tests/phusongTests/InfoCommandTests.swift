import Testing

/// `phusong info`
@Suite struct InfoCommandTests {
  @Test func `info tells what is in each file`() throws {
    let scratch = try Scratch([
      "lines.geojson": GeoJSONText.collection(
        GeoJSONText.feature("{\"kv\":22,\"tên\":\"Sông Đà\"}", GeoJSONText.line("[105,20,3],[105.5,21.25,4]")),
        GeoJSONText.feature("{\"kv\":\"35\",\"none\":null}", "null")),
      "areas.geojson": GeoJSONText.collection(
        GeoJSONText.feature("{}", GeoJSONText.polygon("[104,20],[106,22],[106,20],[104,22]"))),
      "towers.csv": "name;kinh_do;vi_do;live\nT1;105,5;21;true\n".replacing("105,5", with: "105.5"),
    ])
    let run = try Program.run(["info", "lines.geojson", "areas.geojson", "towers.csv"], in: scratch)
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    #expect(try run.output == SharedData.expected("info.txt"))
  }

  @Test func `info brings a file from the reference system named to degrees`() throws {
    let scratch = try Scratch(["v.csv": "code,x,y\n1,500000,2325000\n"])
    let run = try Program.run(["info", "v.csv", "--crs", "EPSG:3405"], in: scratch)
    #expect(run.status == 0)
    #expect(run.output.contains("VN-2000 / UTM zone 48N (EPSG:3405), brought to WGS 84 longitude and latitude"))
    #expect(run.output.contains("extent     105.001884, 21.024796, "))
  }

  @Test(arguments: [
    ("none.geojson", "none.geojson: no such file"), (".", ".: is a folder; expected a file"),
    ("empty.geojson", "empty.geojson: the file is empty; expected GeoJSON"),
    ("p.yml", "p.yml, line 1, column 1: found 'villages'; expected '{'"),
  ])
  func `info refuses what it cannot read`(file: String, message: String) throws {
    let scratch = try Scratch(["empty.geojson": "", "p.yml": "villages: {}", "v.geojson": GeoJSONText.twoVillages])
    let run = try Program.run(["info", "v.geojson", file], in: scratch)
    #expect(run.errors == "error: \(message)\n")
    #expect(run.status == 3)
    #expect(run.output.hasPrefix("v.geojson\n"))
  }
}
