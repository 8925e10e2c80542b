import Testing

/// A property that no feature has is nearly always misspelt, and would leave everybody out in silence.
@Suite struct MisspeltPropertyTests {
  private static let towers = GeoJSONText.collection(
    GeoJSONText.feature(#"{"range_m":2000,"status":"on"}"#, GeoJSONText.point("105,21")))

  @Test(arguments: [
    ("{layer: l, rule: range, field: rnage_m}", "field of the rule for l is \"rnage_m\"", "did you mean \"range_m\"?"),
    (
      "{layer: l, rule: within, metres: 9, where: {statuss: on}}", "where of the rule for l is \"statuss\"",
      "did you mean \"status\"?"
    ),
  ])
  func `a rule that reads a property which is not there is refused`(
    rule: String, found: String, suggestion: String
  ) throws {
    let scratch = try Scratch([
      "p.yml": "villages: {file: v.geojson}\nlayers: {l: l.geojson}\nservices:\n  signal:\n    - \(rule)\n",
      "v.geojson": GeoJSONText.twoVillages, "l.geojson": Self.towers,
    ])
    let run = try Program.run(["analyze", "p.yml", "-o", "out"], in: scratch)
    #expect(run.status == 3)
    #expect(run.errors.hasPrefix("error: p.yml:5: \(found), which no feature of l.geojson has"))
    #expect(run.errors.contains(suggestion))
    #expect(!scratch.contents.contains("out"))
  }

  @Test func `a range that is none is told and not used`() throws {
    let scratch = try Scratch([
      "p.yml": "villages: {file: v.geojson}\nlayers: {l: l.geojson}\nservices:\n  signal:\n"
        + "    - {layer: l, rule: range, field: range_m}\n",
      "v.geojson": GeoJSONText.twoVillages,
      "l.geojson": GeoJSONText.collection(
        GeoJSONText.feature(#"{"range_m":1e400}"#, GeoJSONText.point("105,21")),
        GeoJSONText.feature(#"{"range_m":"3 km"}"#, GeoJSONText.point("105.1,21")),
        GeoJSONText.feature(#"{"range_m":500}"#, GeoJSONText.point("105.1,21"))),
    ])
    let run = try Program.run(["analyze", "p.yml", "-o", "out"], in: scratch)
    #expect(run.status == 4)
    #expect(run.errors.contains("l.geojson, feature 0, line 2: range_m is inf; expected metres above 0"))
    #expect(run.errors.contains("as with 2 of 3 sites"))
    #expect(try Output(scratch).texts("signal") == ["unserved", "served"])
  }

  @Test func `a commune found by place is looked up like one that the file names`() throws {
    let scratch = try Scratch([
      "p.yml": "admin: admin\nvillages: {file: v.geojson}\nlayers: {a: a.geojson}\nareas:\n"
        + "  - {layer: a, fields: {commune_code: code}}\n",
      "v.geojson": GeoJSONText.twoVillages,
      "a.geojson": GeoJSONText.collection(GeoJSONText.feature(#"{"code":"00001"}"#, GeoJSONText.square)),
      "admin/communes_63_provinces.csv":
        "province_code,province,district_code,district,commune_code,commune,commune_type,latitude,longitude,"
        + "bounds_south,bounds_west,bounds_north,bounds_east\n"
        + "01,Tỉnh P,001,Huyện D,00001,Xã A,Xã,21,105,20,104,22,106\n",
      "admin/communes_34_provinces.csv":
        "province_code,province,commune_code,commune,commune_type,latitude,longitude,area_km2\n"
        + "01,Tỉnh Q,00097,Xã B,Xã,21,105,10\n",
      "admin/commune_mapping_2025.csv": "commune_code_63,commune_code_34,share\n00001,00097,whole\n",
    ])
    _ = try Program.run(["analyze", "p.yml", "-o", "out"], in: scratch)
    let output = try Output(scratch)
    #expect(output.texts("commune") == ["Xã A", "Xã A"])
    #expect(output.texts("province_2025") == ["Tỉnh Q", "Tỉnh Q"])
  }
}
