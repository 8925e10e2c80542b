import Foundation
import Testing

/// One tower at 105° on the equator that serves 2 km, and villages east of it, a thousandth of a degree 111.3 metres apart.
///
/// 11 and 12, which stand 3,339.6 m apart, are one zone, 21 and 22 another; 01 is served, 99 is nowhere. By 36 of the weights of
/// the score 21 has (0.5 · 18 + 8) / 36 = 47.2 hundredths, 22 has (0.1 · 18 + 8) / 36 = 27.2, together by their people 43.9; 11
/// has (0.3 · 18 + 8 · 1339.6 / 3000) / 36 = 24.9.
@Suite struct ZonesCommandTests {
  private static let files = [
    "p.yml": """
    villages: {file: villages.csv}
    layers: {towers: towers.csv}
    services:
      signal:
        - {layer: towers, rule: range, metres: 2000}

    """,
    "villages.csv": """
    code,name,commune,lon,lat,population,households
    11,Bản Một,Xã Đầu,105.03,0,300,60
    12,Bản Hai,Xã Đầu,105.06,0,,50
    21,Bản Ba,Xã Cuối,105.2,0,500,
    22,Bản Bốn,Xã Cuối,105.21,0,100,20
    01,Bản Sáng,Xã Đầu,105.01,0,900,180
    99,Bản Lạc,,,,10,2

    """,
    "towers.csv": "name,lon,lat\nT1,105,0\n",
  ]

  private static func zones(_ arguments: String..., in scratch: Scratch) throws -> Program.Run {
    try Program.run(["zones", "p.yml", "-o", "out"] + arguments, in: scratch)
  }

  private func features(_ scratch: Scratch) throws -> [[String: Any]] {
    let json = try JSONSerialization.jsonObject(with: scratch.data("out/zones.geojson")) as? [String: Any]
    return try #require(json?["features"] as? [[String: Any]])
  }

  private func properties(_ scratch: Scratch) throws -> [[String: Any]] {
    try features(scratch).map { try #require($0["properties"] as? [String: Any]) }
  }

  // MARK: The answer

  @Test func `the map and the table are what is worked out by hand`() throws {
    let scratch = try Scratch(Self.files)
    let run = try Self.zones(in: scratch)
    #expect(run.status == 4)
    #expect(
      run.errors
        == "warning: villages.csv: without coordinates, so of unknown status: 1 of 6 villages; the first is line 7\n")
    #expect(try run.output == SharedData.expected("zones.table.en.txt"))
    try RFC7946.check(scratch.data("out/zones.geojson"))
    let zones = try properties(scratch)
    #expect(zones.map { $0["zone"] as? String } == ["signal-21", "signal-11"])
    #expect(zones.map { $0["villages"] as? [String] } == [["21", "22"], ["11", "12"]])
    #expect(zones.map { $0["people"] as? Double } == [600, 300])
    #expect(zones.map { $0["people_unknown"] as? Double } == [0, 1])
    #expect(zones.map { $0["households"] as? Double } == [20, 110])
    #expect(zones.map { $0["score"] as? Double } == [43.9, 24.9])
    #expect(zones.map { $0["score_weight"] as? Double } == [263.3, 74.8])
    #expect(zones.map { $0["nearest_served"] as? String } == ["01", "01"])
    #expect(zones.map { $0["nearest_served_m"] as? Double } == [21150.7, 2226.4])
    #expect(zones.map { $0["distance_m"] as? Double } == [20263.9, 1339.6])
    // Two half discs of 1 km and the corridor between, drawn up to half a hundredth too small.
    for (zone, exact) in zip(zones, [5.3680, 9.8208]) {
      let area = try #require(zone["area_km2"] as? Double)
      #expect(area < exact && area > exact * 0.99)
    }
  }

  @Test func `the table speaks Vietnamese`() throws {
    let run = try Self.zones("--lang", "vi", in: try Scratch(Self.files))
    #expect(try run.output == SharedData.expected("zones.table.vi.txt"))
  }

  @Test(.enabled(if: Program.tool("ogrinfo") != nil)) func `GDAL reads the zones as they are`() throws {
    let scratch = try Scratch(Self.files)
    _ = try Self.zones(in: scratch)
    try Validators.checkGDAL(scratch.file("out/zones.geojson"), features: 2)
  }

  @Test func `the same run gives the same bytes, on any number of threads`() throws {
    let (one, three) = (try Scratch(Self.files), try Scratch(Self.files))
    _ = try Self.zones("--threads", "1", in: one)
    _ = try Self.zones("--threads", "3", in: three)
    #expect(try one.data("out/zones.geojson") == three.data("out/zones.geojson"))
  }

  @Test func `quiet prints nothing, and a limit says how many more there are`() throws {
    let quiet = try Self.zones("--quiet", in: try Scratch(Self.files))
    #expect(quiet.output.isEmpty && quiet.errors.isEmpty && quiet.status == 4)
    let first = try Self.zones("--limit", "1", in: try Scratch(Self.files))
    #expect(first.output.contains("signal-21") && !first.output.contains("signal-11"))
    #expect(first.output.contains("… and 1 more in zones.geojson"))
  }

  // MARK: From run to run

  @Test func `identifiers go on, through a merger and back`() throws {
    let scratch = try Scratch(Self.files)
    _ = try Self.zones(in: scratch)
    _ = try Self.zones("--reach", "20km", in: scratch)
    var zones = try properties(scratch)
    #expect(zones.map { $0["zone"] as? String } == ["signal-11"])
    #expect(zones.map { $0["change"] as? String } == ["kept"])
    #expect(zones.map { $0["merged_from"] as? [String] } == [["signal-21"]])
    #expect(
      try scratch.text("out/zones.geojson").contains("{\"zone\":\"signal-21\",\"service\":\"signal\",\"villages\":"))
    _ = try Self.zones(in: scratch)
    zones = try properties(scratch)
    #expect(zones.map { $0["zone"] as? String } == ["signal-21", "signal-11"])
    #expect(zones.map { $0["change"] as? String } == ["back", "kept"])
  }

  @Test func `services that are left out once find their zones again`() throws {
    var files = Self.files
    files["p.yml", default: ""] += "  power:\n    - {layer: towers, rule: within, metres: 2000}\n"
    let scratch = try Scratch(files)
    func names() throws -> [String] { try properties(scratch).compactMap { $0["zone"] as? String } }
    _ = try Self.zones(in: scratch)
    let all = ["signal-21", "signal-11", "power-21", "power-11"]
    #expect(try names() == all)
    _ = try Self.zones("--service", "signal", in: scratch)
    #expect(try names() == ["signal-21", "signal-11"])
    _ = try Self.zones(in: scratch)
    #expect(try names() == all)
    #expect(try properties(scratch).compactMap { $0["change"] as? String } == ["kept", "kept", "back", "back"])
  }

  @Test func `the zones of another folder go on with previous`() throws {
    let scratch = try Scratch(Self.files)
    _ = try Self.zones(in: scratch)
    let text = try scratch.text("out/zones.geojson").replacing("signal-21", with: "signal-mường-la")
    try scratch.write(Data(text.utf8), to: "old.geojson")
    let run = try Program.run(["zones", "p.yml", "-o", "new", "--previous", "old.geojson"], in: scratch)
    #expect(run.output.contains("signal-mường-la"))
  }

  // MARK: What cannot be

  @Test(arguments: [
    ("{}", "found '{'; expected an object with \"type\""),
    ("junk", "found 'junk'"),
    (GeoJSONText.collection(GeoJSONText.feature("{\"a\":1}", "null")), "feature 0, line 2: it has no \"zone\""),
    (
      GeoJSONText.collection(GeoJSONText.feature("{\"zone\":\"a\",\"service\":\"water\"}", "null")),
      "feature 0, line 2: it has no \"service\" that PhuSong knows"
    ),
    (
      GeoJSONText.collection(GeoJSONText.feature("{\"zone\":\"a\",\"service\":\"power\",\"villages\":3}", "null")),
      "feature 0, line 2: it has no list \"villages\""
    ),
  ])
  func `earlier zones that are none are refused and stay`(text: String, problem: String) throws {
    let scratch = try Scratch(Self.files)
    try scratch.write(Data(text.utf8), to: "out/zones.geojson")
    let run = try Self.zones(in: scratch)
    #expect(run.status == 3)
    #expect(run.errors.hasPrefix("error: out/zones.geojson, ") && run.errors.contains(problem))
    #expect(run.errors.split(separator: "\n").count == 1)
    #expect(try scratch.text("out/zones.geojson") == text)
  }

  @Test(arguments: [
    (["--reach", "2"], "The reach is 2 m; expected 2.5 m to 200 km."),
    (["--reach", "201km"], "The reach is 201000 m; expected 2.5 m to 200 km."),
    (["--reach", "far"], "The value 'far' is invalid for '--reach <distance>'"),
    (
      ["--reach", "2km"],
      "With what p.yml says of zones, or the defaults, the buffer is 1000 m; expected 1 m to 800 m, 0.4 of the reach"
    ),
    (["--reach", "2km", "--buffer", "1km"], "The buffer is 1000 m; expected 1 m to 800 m"),
    (["--buffer", "0.5"], "The buffer is 0.5 m; expected 1 m to "),
    (["--min-villages", "0"], "The least number of villages is 0; expected at least 1."),
    (["--method", "kmeans"], "The value 'kmeans' is invalid for '--method <method>'"),
    (["--service", "signal,,fibre"], "The value 'signal,,fibre' is invalid for '--service <services>'"),
    (["--limit=-1"], "--limit is -1; expected at least 0."),
  ])
  func `options that cannot be are told before anything is written`(arguments: [String], message: String) throws {
    let scratch = try Scratch(Self.files)
    let run = try Program.run(["zones", "p.yml", "-o", "out"] + arguments, in: scratch)
    #expect(run.status == 2)
    #expect(run.errors.hasPrefix("Error: \(message)"), "\(run.errors)")
    #expect(!scratch.contents.contains("out"))
  }

  @Test func `options fit together with what the project says of zones`() throws {
    var files = Self.files
    files["p.yml", default: ""] += "zones: {reach: 10000, buffer: 500}\n"
    for options in [["--reach", "2km"], ["--buffer", "3km", "--min-villages", "1"]] {
      let run = try Program.run(["zones", "p.yml", "-o", "out"] + options, in: try Scratch(files))
      #expect(run.status == 4, "\(run.errors)")
    }
  }

  @Test func `a service without rules has no zones`() throws {
    let run = try Self.zones("--service", "power", in: try Scratch(Self.files))
    #expect(run.status == 3)
    #expect(
      run.errors
        == "error: p.yml: power has no rules, so nobody is known to lack it; expected rules under services, as "
        + "signal has\n")
  }

  @Test func `where nobody lacks anything the map is empty and the table says so`() throws {
    var files = Self.files
    files["towers.csv"] = "name,lon,lat\n" + ["105.03", "105.06", "105.2", "105.01"].map { "T,\($0),0\n" }.joined()
    let scratch = try Scratch(files)
    let run = try Self.zones(in: scratch)
    #expect(run.status == 4 && run.output.contains("Signal: "))
    #expect(try features(scratch).isEmpty)
    try RFC7946.check(scratch.data("out/zones.geojson"))
  }
}
