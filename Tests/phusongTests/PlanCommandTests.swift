import Foundation
import Testing

/// A cable along the meridian of 105° and villages east of it on the equator, a thousandth of a degree 111.32 metres apart:
/// 1 and 2 in a row, 3 alone to the north. Cable costs a million a kilometre, a connection 3 and 1 million.
@Suite struct PlanCommandTests {
  private static let files = [
    "p.yml": """
    villages: {file: villages.csv}
    layers: {cables: cables.geojson}
    services:
      fibre:
        - {layer: cables, rule: within, metres: 500}
    costs:
      discount_rate: 0
      prices:
        fibre.aerial.plain: 1000000
        fibre.drop: 3000000
        fibre.splice_closure: 1000000

    """,
    "villages.csv": """
    code,name,lon,lat,population
    1,Bản Một,105.02,0,100
    2,Bản Hai,105.04,0,300
    3,Bản Ba,105.05,0.3,50
    4,Bản Bốn,105.001,0.1,900

    """,
    "cables.geojson": GeoJSONText.collection(
      GeoJSONText.feature("{}", GeoJSONText.line("[105,-0.5],[105,0.5]"))),
  ]

  private func plan(_ scratch: Scratch, _ arguments: String...) throws -> Program.Run {
    try Program.run(["plan", "p.yml", "-o", "out"] + arguments, in: scratch)
  }

  private func json(_ scratch: Scratch, _ file: String = "out/plan.json") throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: scratch.data(file)) as? [String: Any])
  }

  /// The years of the service of each village that gets it, by code.
  private func years(_ plan: [String: Any], _ service: String = "fibre") -> [String: Int] {
    let villages = plan["villages"] as? [[String: Any]] ?? []
    return Dictionary(
      villages.compactMap { village in
        (village[service] as? Int).map { (village["code"] as? String ?? "", $0) }
      }
    ) { first, _ in first }
  }

  @Test func `all that can be served is, for what is worked out by hand`() throws {
    let scratch = try Scratch(Self.files)
    let run = try plan(scratch, "--objective", "cost")
    #expect(run.status == 0)
    #expect(run.errors == "")
    let plan = try json(scratch)
    #expect(Set(years(plan).keys) == ["1", "2", "3"])
    // 2,226.4 m to village 1, as far again to 2, and 5,566.0 m to 3, all times the detour of 1.3; and three connections.
    #expect(plan["cost"] as? Int == 2_894_000 + 2_894_000 + 7_236_000 + 3 * 4_000_000)
    let quality = try #require(plan["quality"] as? [String: Any])
    #expect(quality["gap"] as? Double == 0)
    try RFC7946.check(scratch.data("out/plan.geojson"))
  }

  @Test func `the bill adds up to the cost`() throws {
    let scratch = try Scratch(Self.files)
    _ = try plan(scratch, "--objective", "cost")
    let rows = try scratch.text("out/bill.csv").split(separator: "\n").map { $0.split(separator: ",") }
    #expect(
      rows.first?.joined(separator: ",")
        == "year,service,item,unit,quantity,unit_cost,cost,running_per_year,currency,source")
    #expect(rows.dropFirst().reduce(0) { $0 + (Int($1[6]) ?? 0) } == (try json(scratch))["cost"] as? Int)
  }

  @Test func `what the money does not reach is told with the reason`() throws {
    let scratch = try Scratch(Self.files)
    let run = try plan(scratch, "--budget", "14e6", "--years", "2")
    #expect(run.status == 0)
    let plan = try json(scratch)
    // Seven million a year: village 1 alone comes to 6.894 in year 1; 2 costs as much more and waits for year 2.
    #expect(years(plan) == ["1": 1, "2": 2])
    let unreached = try #require(plan["unreached"] as? [[String: Any]])
    #expect(unreached.map { $0["code"] as? String } == ["3"])
    #expect(unreached.first?["reason"] as? String == "the money goes to others first")
    let totals = try #require(plan["years"] as? [[String: Any]])
    #expect(totals.map { $0["cost"] as? Int } == [6_894_000, 6_894_000])
    #expect(totals.map { $0["fibre_people"] as? Double } == [100, 300])
  }

  @Test func `an item depends on what feeds it`() throws {
    let scratch = try Scratch(Self.files)
    _ = try plan(scratch, "--budget", "14e6", "--years", "2")
    let map = try #require(
      JSONSerialization.jsonObject(with: scratch.data("out/plan.geojson")) as? [String: Any])
    let features = try #require(map["features"] as? [[String: Any]])
    let items = features.compactMap { $0["properties"] as? [String: Any] }.filter { $0["kind"] as? String != "village" }
    let yearOf = Dictionary(items.map { ($0["id"] as? String ?? "", $0["year"] as? Int ?? 0) }) { first, _ in first }
    #expect(items.count == 4)
    for item in items {
      for need in try #require(item["depends_on"] as? [String]) {
        #expect(try #require(yearOf[need]) <= (item["year"] as? Int ?? 0))
      }
    }
    #expect(items.contains { ($0["depends_on"] as? [String])?.isEmpty == true })
    #expect(items.contains { ($0["depends_on"] as? [String])?.isEmpty == false })
  }

  @Test(arguments: [0, 1, 2]) func `what a plan has built by a year serves whom it promises`(year: Int) throws {
    let scratch = try Scratch(Self.files)
    _ = try plan(scratch, "--budget", "14e6", "--years", "2")
    let run = try Program.run(
      ["analyze", "p.yml", "--plan", "out/plan.geojson", "--year", "\(year)", "-o", "after"], in: scratch)
    #expect(run.status == 0)
    let served = try Output(scratch, "after").properties.filter { $0["fibre"] as? String == "served" }
    let promised = years(try json(scratch)).filter { $0.value <= year }.keys
    #expect(Set(served.compactMap { $0["code"] as? String }) == Set(promised).union(["4"]))
  }

  @Test func `the same seed gives the same bytes on any number of threads`() throws {
    let scratch = try Scratch(Self.files)
    _ = try plan(scratch, "--budget", "14e6", "--threads", "1", "--curve")
    let names = ["plan.geojson", "plan.json", "bill.csv", "curve.csv", "curve.svg"]
    let first = try names.map { try scratch.data("out/\($0)") }
    _ = try plan(scratch, "--budget", "14e6", "--threads", "2", "--curve")
    #expect(try names.map { try scratch.data("out/\($0)") } == first)
  }

  @Test func `a village that is excluded is left out and one that is required comes whatever it costs`() throws {
    var files = Self.files
    files["p.yml", default: ""] += "plan: {required: [\"3\"], excluded: [\"1\"]}\n"
    let scratch = try Scratch(files)
    _ = try plan(scratch, "--budget", "12e6", "--years", "1")
    #expect(years(try json(scratch)) == ["3": 1])
  }

  @Test func `a required village that the money does not reach is told, and nothing is written`() throws {
    var files = Self.files
    files["p.yml", default: ""] += "plan: {required: [\"3\"]}\n"
    let scratch = try Scratch(files)
    let run = try plan(scratch, "--budget", "5e6", "--years", "1")
    #expect(run.status == 3)
    #expect(run.errors.hasPrefix("error: the villages that are required take 11236000 VND, and there are 5000000;"))
    #expect(!scratch.contents.contains("out"))
  }

  @Test func `a target takes no more villages than it needs`() throws {
    let scratch = try Scratch(Self.files)
    // Of 1,350 people 900 are served; with the 300 of village 2 that is 89 %, for 5.788 and 4 million.
    _ = try plan(scratch, "--target", "88%")
    let plan = try json(scratch)
    #expect(plan["cost"] as? Int == 9_788_000)
    #expect(years(plan)["2"] != nil)
  }

  @Test func `the bound holds for sites that share a new cable`() throws {
    var files = Self.files
    files["p.yml", default: ""] = files["p.yml", default: ""].replacing(
      "costs:\n", with: "  signal:\n    - {layer: sites, rule: range, metres: 2000}\ncosts:\n"
    ).replacing("{cables: cables.geojson}", with: "{cables: cables.geojson, sites: sites.csv}")
    files["sites.csv"] = "name,lon,lat\nT,105.001,0.1\n"
    let scratch = try Scratch(files)
    let run = try plan(scratch, "--objective", "cost")
    #expect(run.status == 0, "\(run.errors)")
    let plan = try json(scratch)
    #expect(years(plan, "signal").count == 3)
    // Village 3 is too far from cable for a site of its own; with the new cable there it needs no satellite.
    #expect(!(try scratch.text("out/plan.geojson")).contains("satellite_backhaul"))
    let quality = try #require(plan["quality"] as? [String: Any])
    #expect(quality["measure"] as? String == "net_present")
    let cost = try #require(plan["net_present_cost"] as? Int)
    #expect(quality["value"] as? Double == Double(cost))
    #expect(try #require(quality["bound"] as? Double) <= Double(cost))
  }

  @Test func `dearer cable leaves villages out, and whatif says which`() throws {
    let scratch = try Scratch(Self.files)
    _ = try plan(scratch, "--budget", "14e6", "--years", "2")
    let run = try Program.run(["whatif", "out", "--cost", "fibre.aerial=+200%"], in: scratch)
    #expect(run.status == 0)
    #expect(run.output.contains("lost"))
    #expect(run.output.contains("Bản Hai"))
    let poorer = try Program.run(["whatif", "out", "--budget", "-50%"], in: scratch)
    #expect(poorer.status == 0)
    // Seven million in all are enough for village 1 alone; its cable is there in year 1 as before, and so is fibre.
    let rows = poorer.output.split(separator: "\n").map { $0.split(separator: " ") }
    #expect(rows.contains { $0.starts(with: ["lost", "Fibre", "2"]) })
    #expect(!rows.contains { $0.starts(with: ["lost", "Fibre", "1"]) })
  }

  @Test func `whatif keeps who was required and left out and what counts, whatever the project says now`() throws {
    var files = Self.files
    files["p.yml", default: ""] += "plan: {required: [\"3\"], excluded: [\"1\"], weights: {fibre: 2.5}}\n"
    let scratch = try Scratch(files)
    _ = try plan(scratch, "--budget", "12e6", "--years", "1")
    let parameters = try #require(json(scratch)["parameters"] as? [String: Any])
    #expect(parameters["required"] as? [String] == ["3"])
    #expect(parameters["excluded"] as? [String] == ["1"])
    #expect(parameters["weights"] as? [String: Double] == ["fibre": 2.5])
    try scratch.write(Data((Self.files["p.yml"] ?? "").utf8), to: "p.yml")
    let run = try Program.run(["whatif", "out", "--budget", "12e6", "-o", "other"], in: scratch)
    #expect(run.status == 0, "\(run.errors)")
    #expect(years(try json(scratch, "other/plan.json")) == ["3": 1])
    let again = try #require(json(scratch, "other/plan.json")["parameters"] as? [String: Any])
    #expect(again["weights"] as? [String: Double] == ["fibre": 2.5])
  }

  @Test(arguments: [
    (["--budget", "0"], 2, "--budget is 0; expected an amount above 0."),
    (["--years", "0"], 2, "--years is 0; expected 1 to 50."),
    (["--target", "90%", "--objective", "people"], 2, "--target is for --objective cost"),
    (["--services", "signal"], 3, "p.yml: signal has no rules, so nobody is known to lack it"),
    (["--cost", "fibre.aerial=-200%"], 2, "fibre.aerial"),
  ])
  func `what cannot be planned is told in one line and writes nothing`(
    arguments: [String], status: Int32, message: String
  ) throws {
    let scratch = try Scratch(Self.files)
    let run = try Program.run(["plan", "p.yml", "-o", "out"] + arguments, in: scratch)
    #expect(run.status == status)
    #expect(run.errors.contains(message))
    #expect(!scratch.contents.contains("out"))
  }

  @Test func `an unknown code names the file and the line`() throws {
    var files = Self.files
    files["p.yml", default: ""] += "plan: {required: [\"77\"]}\n"
    let run = try plan(try Scratch(files))
    #expect(run.status == 3)
    #expect(run.errors == "error: p.yml:12: plan: required names the village \"77\", and no village has that code\n")
  }
}
