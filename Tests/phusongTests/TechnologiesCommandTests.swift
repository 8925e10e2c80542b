import Foundation
import Testing

/// A cable along the meridian of 105° with an access point, a tower, and villages and schools east of it on the equator, a
/// thousandth of a degree 111.32 metres apart. No discount over ten years; fibre a million a kilometre and 20 million the
/// connection; a radio link 60 million and 1 a year; a router 10 and 2 a year; a terminal 5 and 9 a year.
@Suite struct TechnologiesCommandTests {
  private static let files = [
    "p.yml": """
    villages: {file: villages.csv}
    layers: {cables: cables.geojson, sites: sites.csv, schools: schools.csv, none: none.geojson}
    services:
      fibre:
        - {layer: cables, rule: within, metres: 500}
      signal:
        - {layer: sites, rule: range, metres: 3000}
    costs:
      discount_rate: 0
      horizon_years: 10
      prices:
        fibre.aerial.plain: {capital: 1000000, running: 0, lifetime_years: 10}
        fibre.drop: {capital: 15000000, running: 0, lifetime_years: 10}
        fibre.splice_closure: {capital: 5000000, running: 0, lifetime_years: 10}
        access.microwave: {capital: 60000000, running: 1000000, lifetime_years: 10}
        access.mobile: {capital: 10000000, running: 2000000, lifetime_years: 10}
        access.satellite: {capital: 5000000, running: 9000000, lifetime_years: 10}

    """,
    "villages.csv": """
    code,name,lon,lat,population
    1,Bản Một,105.02,0,400
    2,Bản Hai,106.5,0.4,300
    3,Bản Ba,105.15,0.1,5000
    4,Bản Bốn,105.001,0.1,900

    """,
    "cables.geojson": GeoJSONText.collection(
      GeoJSONText.feature("{}", GeoJSONText.line("[105,-0.5],[105,0.5]"))),
    "sites.csv": "name,lon,lat\nT,106.51,0.4\n",
    "schools.csv": "id,label,pupils,lon,lat\nA,Trường A,120,106.5,0.41\nB,Trường B,80,105.03,0\nC,Trường C,,,\n",
    "none.geojson": #"{"type":"FeatureCollection","features":[]}"#,
  ]

  private func run(_ scratch: Scratch, _ arguments: String...) throws -> Program.Run {
    try Program.run(["technologies", "p.yml", "-o", "out"] + arguments, in: scratch)
  }

  private func json(_ scratch: Scratch) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: scratch.data("out/technologies.json")) as? [String: Any])
  }

  /// The properties of the places, by code.
  private func places(_ scratch: Scratch) throws -> [String: [String: Any]] {
    let map = try #require(
      JSONSerialization.jsonObject(with: scratch.data("out/technologies.geojson")) as? [String: Any])
    let all = try #require(map["features"] as? [[String: Any]]).compactMap { $0["properties"] as? [String: Any] }
    return Dictionary(
      all.filter { ["village", "point"].contains($0["kind"] as? String) }.map { ($0["code"] as? String ?? "", $0) }
    ) { first, _ in first }
  }

  /// Of 40 users that ask for 60 Mbit/s near the cable fibre costs 2.9 and 20 million against 95 by satellite; far away two
  /// routers come to 60 where there is signal and 30 users; 500 users ask for 750 Mbit/s, which only fibre carries.
  @Test func `each village has what connects it for the least`() throws {
    let scratch = try Scratch(Self.files)
    let run = try run(scratch)
    #expect(run.status == 0, "\(run.errors)")
    let places = try places(scratch)
    #expect(places.mapValues { $0["technology"] as? String } == ["1": "fibre", "2": "mobile", "3": "fibre"])
    #expect(places["2"]?["mobile_network"] as? String == "existing")
    #expect(places["2"]?["units"] as? Int == 1)
    #expect(places["3"]?["no_satellite"] as? String == "750 Mbit/s are asked for; it carries at most 600 Mbit/s")
    let plan = try json(scratch)
    #expect(plan["with_fibre_already"] as? Int == 1)
    #expect((plan["quality"] as? [String: Any])?["gap"] as? Double == 0)
    #expect(run.output.contains("Fibre"))
    #expect(run.output.contains("(proven)"))
    try RFC7946.check(scratch.data("out/technologies.geojson"))
  }

  @Test func `what each technology costs adds up, with the routes`() throws {
    let scratch = try Scratch(Self.files)
    _ = try run(scratch)
    let map = try #require(
      JSONSerialization.jsonObject(with: scratch.data("out/technologies.geojson")) as? [String: Any])
    let costs = try #require(map["features"] as? [[String: Any]]).compactMap { feature in
      (feature["properties"] as? [String: Any])?["cost"] as? Int
    }
    let totals = try #require(json(scratch)["totals"] as? [String: Any])
    #expect(costs.reduce(0, +) == totals["capital"] as? Int)
  }

  /// Cable is too much for 22 million; terminals cost the least to build.
  @Test func `a budget connects the most people, and the others are told with the reasons`() throws {
    let scratch = try Scratch(Self.files)
    let run = try run(scratch, "--objective", "most-people", "--budget", "22e6")
    #expect(run.status == 0, "\(run.errors)")
    let places = try places(scratch)
    #expect(places.mapValues { $0["technology"] as? String } == ["1": "satellite", "2": "satellite", "3": nil])
    let left = try #require(json(scratch)["unconnected"] as? [[String: Any]])
    #expect(left.map { $0["code"] as? String } == ["3"])
    #expect(left.first?["reason"] as? String == "the money goes to others first")
    #expect((left.first?["refusals"] as? [String: String])?["mobile"] != nil)
    #expect(run.output.contains("1 places stay without:\n  3 Bản Ba: the money goes to others first; "))
  }

  @Test func `points of interest are a layer, and what has no position is counted`() throws {
    var files = Self.files
    files["p.yml", default: ""] += "technologies: {points: schools, fields: {code: id, name: label, people: pupils}}\n"
    let scratch = try Scratch(files)
    let run = try run(scratch)
    #expect([0, 4].contains(run.status), "\(run.errors)")
    let places = try places(scratch)
    #expect(places.mapValues { $0["technology"] as? String } == ["A": "mobile", "B": "fibre"])
    #expect(places["A"]?["people"] as? Int == 120)
    #expect(places["A"]?["users"] as? Double == 20)
    #expect(places["A"]?["name"] as? String == "Trường A")
    #expect(try json(scratch)["without_position_or_excluded"] as? Int == 1)
  }

  /// Village 2 has only satellite without its tower; a plan that builds one there brings it signal.
  @Test func `a site that is planned brings its signal`() throws {
    var files = Self.files
    files["sites.csv"] = "name,lon,lat\nT,100,0\n"
    let scratch = try Scratch(files)
    _ = try run(scratch)
    #expect(try places(scratch)["2"]?["technology"] as? String == "satellite")
    let plan = try Program.run(
      ["plan", "p.yml", "--services", "signal", "--objective", "cost", "-o", "plan"], in: scratch)
    #expect(plan.status == 0, "\(plan.errors)")
    _ = try run(scratch, "--plan", "plan/plan.geojson")
    #expect(try places(scratch)["2"]?["technology"] as? String == "mobile")
    #expect(try places(scratch)["2"]?["mobile_network"] as? String == "planned")
  }

  @Test func `a radio link over a ridge is refused`() throws {
    var files = Self.files
    files["p.yml", default: ""] += """
      technologies: {points: schools, fields: {code: id}, use: [microwave]}
      plan: {signal: {elevation: srtm, towers: {layer: sites, height: 30}}}

      """
    files["schools.csv"] = "id,lon,lat\nA,106.56,0.4\nB,106.48,0.4\n"
    let scratch = try Scratch(files)
    var row = Data(count: 2 * 1_201)
    for column in 634...638 { row[2 * column] = 2 }
    try scratch.write(
      (0..<1_201).reduce(into: Data(capacity: 2 * 1_201 * 1_201)) { tile, _ in tile.append(row) },
      to: "srtm/N00E106.hgt")
    #expect(try run(scratch).status == 0)
    let places = try places(scratch)
    #expect(places["B"]?["technology"] as? String == "microwave")
    #expect(
      places["A"]?["no_microwave"] as? String == "none of the 1 fibre nodes and towers in range is in line of sight")
    let left = try #require(json(scratch)["unconnected"] as? [[String: Any]])
    #expect(left.map { $0["reason"] as? String } == ["no technology reaches it"])
  }

  @Test func `the same seed gives the same bytes on any number of threads, and json prints the file`() throws {
    let scratch = try Scratch(Self.files)
    let first = try run(scratch, "--threads", "1", "--format", "json")
    let files = try ["technologies.geojson", "technologies.json"].map { try scratch.data("out/\($0)") }
    #expect(Data(first.output.utf8) == files[1])
    _ = try run(scratch, "--threads", "2")
    #expect(try ["technologies.geojson", "technologies.json"].map { try scratch.data("out/\($0)") } == files)
  }

  @Test(arguments: [
    (["--budget", "0"], 2, "--budget is 0; expected an amount above 0."),
    (["--budget", "1e6"], 3, "the budget is 1000000; connecting all costs"),
    (["--objective", "cheapest"], 2, "cheapest"),
    (["--points", "school"], 2, "--points school: p.yml has no such layer; did you mean \"schools\"?"),
    (["--points", "none"], 3, "p.yml: there is no place to connect: of the points of the layer \"none\" 0 have fibre"),
    (["--plan", "nowhere.geojson"], 3, "nowhere.geojson: no such file"),
    (["--cost", "fibre.aerial=-200%"], 2, "fibre.aerial"),
  ])
  func `what cannot be chosen is told in one line and writes nothing`(
    arguments: [String], status: Int32, message: String
  ) throws {
    let scratch = try Scratch(Self.files)
    let run = try Program.run(["technologies", "p.yml", "-o", "out"] + arguments, in: scratch)
    #expect(run.status == status, "\(run.errors)")
    #expect(run.errors.contains(message), "\(run.errors)")
    #expect(!scratch.contents.contains("out"))
  }

  @Test(arguments: [
    ("fields: {people: pupil}", "\"pupil\", which no feature of"),
    ("fields: {people: label}", "the people of the point: found \"Trường A\"; expected a number"),
  ])
  func `a property of points that cannot be is told`(fields: String, message: String) throws {
    var files = Self.files
    files["p.yml", default: ""] += "technologies: {points: schools, \(fields)}\n"
    let run = try run(try Scratch(files))
    #expect(run.status == 3)
    #expect(run.errors.contains(message), "\(run.errors)")
  }
}
