import Foundation
import Testing

/// Options of `phusong rank` on the four villages of ``project``, two districts and a village without a position.
@Suite struct RankOptionTests {
  private static let project: [String: String] = [
    "p.yml": """
    villages: {file: villages.csv}
    layers: {cable: cable.geojson}
    services:
      fibre:
        - {layer: cable, rule: within, metres: 500}

    """,
    "villages.csv": """
    code,name,commune,district,province,commune_code,commune_code_2025,province_2025,lon,lat,population,households,poverty_rate
    1,Bản Nà Hỳ,Xã Nà Hỳ,Huyện Nậm Pồ,Tỉnh Điện Biên,03157,03157,Tỉnh Điện Biên,105.01,0,300,60,40
    2,Bản Đắk,Xã Nà Hỳ,Huyện Nậm Pồ,Tỉnh Điện Biên,03157,03157,Tỉnh Điện Biên,105.02,0,200,40,60
    3,Xóm Mới,Xã Mới,Huyện Khác,Tỉnh Lai Châu,03388,03389,Tỉnh Lai Châu,105.03,0,100,20,20
    4,Thôn Lạc,Xã Mới,Huyện Khác,Tỉnh Lai Châu,03388,03389,Tỉnh Lai Châu,,,50,10,

    """,
    "cable.geojson": GeoJSONText.collection(GeoJSONText.feature("{}", GeoJSONText.line("[105,-1],[105,1]"))),
  ]

  private static func result() throws -> Scratch {
    let scratch = try Scratch(project)
    _ = try Program.run(["analyze", "p.yml", "-o", "out", "--quiet"], in: scratch)
    return scratch
  }

  private static func csv(_ arguments: [String], in scratch: Scratch) throws -> [String] {
    let run = try Program.run(["rank", "out", "-q", "--draws", "0", "--format", "csv"] + arguments, in: scratch)
    #expect(run.status == 0, "\(run.errors)")
    return run.output.split(separator: "\n").dropFirst().map(String.init)
  }

  // MARK: Groups

  @Test(arguments: [
    ("province", ["Tỉnh Điện Biên,2,500,100,2", "Tỉnh Lai Châu,2,150,30,1"]),
    ("district", ["\"Huyện Nậm Pồ, Tỉnh Điện Biên\",2,500,100,2", "\"Huyện Khác, Tỉnh Lai Châu\",2,150,30,1"]),
    (
      "commune",
      [
        "\"Xã Nà Hỳ, Huyện Nậm Pồ, Tỉnh Điện Biên\",2,500,100,2",
        "\"Xã Mới, Huyện Khác, Tỉnh Lai Châu\",2,150,30,1",
      ]
    ),
    ("province_2025", ["Tỉnh Điện Biên,2,500,100,2", "Tỉnh Lai Châu,2,150,30,1"]),
    ("commune_2025", ["03157,2,500,100,2", "03389,2,150,30,1"]),
    ("fibre", ["unserved,3,600,120,3", "unknown,1,50,10,0"]),
  ])
  func `each level has its groups`(level: String, rows: [String]) throws {
    let found = try Self.csv(["--group-by", level], in: Self.result())
    #expect(found.count == rows.count)
    for (row, start) in zip(found, rows) { #expect(row.hasPrefix(start + ","), "\(row)") }
  }

  @Test func `groups are no map and no account`() throws {
    let scratch = try Self.result()
    for (arguments, message) in [
      (["--group-by", "province", "--format", "geojson"], "--group-by makes groups, which are nowhere on a map"),
      (["--explain", "1", "--group-by", "province"], "--explain and --group-by ask different questions."),
      (["--explain", "1", "--format", "csv"], "--explain gives text or --format json, not csv."),
    ] {
      let run = try Program.run(["rank", "out"] + arguments, in: scratch)
      #expect(run.status == 2 && run.errors.hasPrefix("Error: \(message)"), "\(run.errors)")
    }
  }

  // MARK: Places

  /// 0.01 degrees of the equator are 1,113.19 m; the village without a position is near nothing.
  @Test func `distances to a place are geodesic, and nobody without a position is near`() throws {
    let scratch = try Self.result()
    let near = ["--near", "105.02,0", "--columns", "code,near_distance_m"]
    let sorted = try Self.csv(near + ["--by", "near_distance_m"], in: scratch)
    #expect(sorted.first == "2,0.0" && sorted.last == "4,")
    #expect(Set(sorted) == ["2,0.0", "1,1113.2", "3,1113.2", "4,"])
    #expect(try Self.csv(near + ["--within", "1113.1"], in: scratch) == ["2,0.0"])
    #expect(try Set(Self.csv(near + ["--within", "1.1132km"], in: scratch)) == ["2,0.0", "1,1113.2", "3,1113.2"])
    #expect(try Self.csv(near + ["--within", "0"], in: scratch) == ["2,0.0"])
  }

  @Test(arguments: [
    "105.015,-1,105.025,1", "105.025,-1,105.015,1",
  ])
  func `villages inside a polygon are chosen, whichever way it turns`(box: String) throws {
    let scratch = try Self.result()
    let sides = box.split(separator: ",")
    let (west, south, east, north) = (sides[0], sides[1], sides[2], sides[3])
    let ring = "[\(west),\(south)],[\(east),\(south)],[\(east),\(north)],[\(west),\(north)],[\(west),\(south)]"
    let text = GeoJSONText.collection(GeoJSONText.feature("{}", GeoJSONText.polygon(ring)))
    try scratch.write(Data(text.utf8), to: "area.geojson")
    #expect(try Self.csv(["--in", "area.geojson", "--columns", "code"], in: scratch) == ["2"])
  }

  // MARK: An account without a position

  @Test func `a village without a position has an account`() throws {
    for input in ["out", "p.yml"] {
      let run = try Program.run(["rank", input, "--quiet", "--explain", "4"], in: Self.result())
      #expect(run.output.hasPrefix("Thôn Lạc (4)\nXã Mới, Huyện Khác, Tỉnh Lai Châu\nNo position\n"))
      #expect(run.output.contains("fibre    unknown"))
      let json = try Program.run(["rank", input, "-q", "--explain", "4", "--format", "json"], in: Self.result())
      #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(json.output.utf8)) }
    }
  }

  // MARK: Columns and formats

  @Test(arguments: [
    (["--columns", "near_distance_m"], "--columns: no village has \"near_distance_m\"; ask with --near"),
    (["--draws", "0", "--by", "rank_best"], "--by: no village has \"rank_best\"; ask with --draws or --exact-bounds"),
    (["--columns", "rank_exact"], "--columns: no village has \"rank_exact\"; ask with --exact-bounds"),
    (["--columns", "Code"], "--columns: no village has \"Code\"; did you mean \"code\"?"),
  ])
  func `a column that must be asked for otherwise says how`(arguments: [String], message: String) throws {
    let run = try Program.run(["rank", "out"] + arguments, in: Self.result())
    #expect(run.status == 2 && run.errors.contains("error: \(message)"), "\(run.errors)")
  }

  @Test func `a column named twice is refused`() throws {
    let run = try Program.run(["rank", "out", "--columns", "code, name,code"], in: Self.result())
    #expect(run.status == 2 && run.errors.hasPrefix("Error: --columns names \"code\" twice."))
  }

  /// By the weights that are left village 2 has 0.2 · 8 + 0.2226 · 4 + 10 of the poverty, village 1 0.3 · 8 + 0.1113 · 4 + 10 · 2 / 3.
  @Test func `every format says the same`() throws {
    let scratch = try Self.result()
    let columns = ["--columns", "rank,code,name,population", "--limit", "2"]
    func run(_ format: String) throws -> String {
      try Program.run(["rank", "out", "-q", "--draws", "0", "--format", format] + columns, in: scratch).output
    }
    #expect(try run("csv") == "rank,code,name,population\n1,2,Bản Đắk,200\n2,1,Bản Nà Hỳ,300\n")
    #expect(
      try run("markdown")
        == "| Rank | Code | Village | People |\n| ---: | --- | --- | ---: |\n| 1 | 2 | Bản Đắk | 200 |\n"
        + "| 2 | 1 | Bản Nà Hỳ | 300 |\n")
    #expect(
      try run("table") == """
        Rank  Code  Village    People
        ────  ────  ─────────  ──────
           1  2     Bản Đắk       200
           2  1     Bản Nà Hỳ     300

        """)
    let json = try #require(JSONSerialization.jsonObject(with: Data(run("json").utf8)) as? [String: Any])
    let rows = try #require(json["rows"] as? [[String: Any]])
    #expect(rows.map { $0["name"] as? String } == ["Bản Đắk", "Bản Nà Hỳ"])
    #expect(
      rows.map { $0.keys.sorted() } == [
        ["code", "name", "population", "rank"], ["code", "name", "population", "rank"],
      ])
    let map = try #require(JSONSerialization.jsonObject(with: Data(run("geojson").utf8)) as? [String: Any])
    let features = try #require(map["features"] as? [[String: Any]])
    #expect(features.map { ($0["properties"] as? [String: Any])?["population"] as? Double } == [200, 300])
    try RFC7946.check(Data(run("geojson").utf8))
  }

  @Test func `exact bounds hold the drawn ones`() throws {
    let scratch = try Self.result()
    func rows(_ arguments: String...) throws -> [[String: Any]] {
      let run = try Program.run(["rank", "out", "-q", "--format", "json"] + arguments, in: scratch)
      let json = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
      return json?["rows"] as? [[String: Any]] ?? []
    }
    let (drawn, exact) = (try rows("--draws", "1000"), try rows("--exact-bounds"))
    #expect(drawn.count == 4 && exact.count == 4)
    for (one, other) in zip(drawn, exact) {
      let (a, b) = (one["rank_best"] as? Int ?? 0, other["rank_best"] as? Int ?? 9)
      let (c, d) = (one["rank_worst"] as? Int ?? 9, other["rank_worst"] as? Int ?? 0)
      #expect(b <= a && c <= d && other["rank_exact"] as? Bool == true)
    }
  }

  @Test(arguments: [
    ("poverty_rate", "140", "poverty_rate of the village 2 is \"140\"; expected a number of percent from 0 to 100"),
    ("school", "maybe", "school of the village 2 is \"maybe\"; expected true or false, yes or no, có or không, "),
  ])
  func `a property that cannot be read is told with its file and line`(
    name: String, value: String, problem: String
  ) throws {
    let text = "code,lon,lat,\(name)\n1,105.01,0,1\n2,105.02,0,\(value)\n"
    let scratch = try Scratch(Self.project.merging(["villages.csv": text]) { $1 })
    let run = try Program.run(["rank", "p.yml", "-q"], in: scratch)
    #expect(run.status == 3 && run.errors.hasPrefix("error: villages.csv, line 3: \(problem)"), "\(run.errors)")
  }

  @Test func `a name cannot speak to the terminal`() throws {
    let text = "code,name,lon,lat,population\n1,\"A\u{1B}[31mB\tC\nD\u{202E}E\",105.01,0,5\n"
    let scratch = try Scratch(Self.project.merging(["villages.csv": text]) { $1 })
    for arguments in [["--draws", "0", "--columns", "code,name"], ["--explain", "1"]] {
      let run = try Program.run(["rank", "p.yml", "-q"] + arguments, in: scratch)
      #expect(!run.output.contains("\u{1B}") && run.output.contains("A\u{FFFD}[31mB C D\u{FFFD}E"), "\(run.output)")
    }
  }

  @Test func `weights that are all 0 are told, not divided by`() throws {
    let scratch = try Scratch(Self.project)
    let words = [
      "people_without_fibre", "people_without_signal", "people_without_power", "fibre_gap", "signal_gap", "power_gap",
      "poverty", "school_without_connection", "health_post_without_connection", "border_commune", "missing_together",
    ]
    let weights = words.map { "\($0): 1e-9" }.joined(separator: ", ")
    try scratch.write(
      Data(((Self.project["p.yml"] ?? "") + "ranking: {weights: {\(weights)}}\n").utf8), to: "p.yml")
    let run = try Program.run(["rank", "p.yml"], in: scratch)
    #expect(run.status == 3)
    #expect(
      run.errors.hasPrefix("error: p.yml:6: \"weights\" in ranking is a mapping; expected at least one weight above 0"))
  }
}
