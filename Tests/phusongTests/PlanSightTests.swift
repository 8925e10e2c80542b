import Foundation
import Testing

/// Three villages on the equator around 105.5°, a thousandth of a degree 111.32 metres apart, of which 1 and 2 are 2.2 km apart
/// and 3 is 2.2 km on, behind a ridge. One site, of a range of 5 km, reaches all of them if nothing is in the way.
@Suite struct PlanSightTests {
  private static let files = [
    "p.yml": """
    villages: {file: villages.csv}
    layers: {sites: sites.csv}
    services:
      signal:
        - {layer: sites, rule: range, metres: 2000}
    plan:
      signal: {range: 5000, tower: 30}

    """,
    "villages.csv": """
    code,name,lon,lat,population
    1,Bản Một,105.50,0.5,100
    2,Bản Hai,105.52,0.5,300
    3,Bản Ba,105.54,0.5,50

    """,
    "sites.csv": "name,lon,lat\nT,105.9,0.9\n",
  ]

  private static func files(_ key: String) -> [String: String] {
    var files = files
    files["p.yml", default: ""] = files["p.yml", default: ""].replacing("tower: 30", with: "tower: 30, \(key)")
    return files
  }

  /// A tile of the degree from 105° and 0°, flat but for a ridge of 500 m along 105.53°.
  private static let ridge = {
    var row = Data(count: 2 * 1_201)
    for column in 634...638 {
      row[2 * column] = UInt8(500 >> 8)
      row[2 * column + 1] = UInt8(500 & 0xFF)
    }
    return (0..<1_201).reduce(into: Data(capacity: 2 * 1_201 * 1_201)) { tile, _ in tile.append(row) }
  }()

  private func json(_ scratch: Scratch) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: scratch.data("out/plan.json")) as? [String: Any])
  }

  private func towers(_ scratch: Scratch) throws -> [[String: Any]] {
    let map = try #require(JSONSerialization.jsonObject(with: scratch.data("out/plan.geojson")) as? [String: Any])
    return try #require(map["features"] as? [[String: Any]]).compactMap { $0["properties"] as? [String: Any] }
      .filter { $0["kind"] as? String == "tower" }
  }

  /// The codes of the villages that have signal once the plan is built, as analyze says.
  private func served(_ scratch: Scratch) throws -> Set<String> {
    let run = try Program.run(["analyze", "p.yml", "--plan", "out/plan.geojson", "-o", "after"], in: scratch)
    #expect(run.status == 0, "\(run.errors)")
    let villages = try Output(scratch, "after").properties.filter { $0["signal"] as? String == "served" }
    return Set(villages.compactMap { $0["code"] as? String })
  }

  private func plan(_ scratch: Scratch, _ arguments: String...) throws -> Program.Run {
    try Program.run(["plan", "p.yml", "-o", "out"] + arguments, in: scratch)
  }

  @Test func `without terrain one site serves all that are in range`() throws {
    let scratch = try Scratch(Self.files)
    #expect(try plan(scratch, "--objective", "cost").status == 0)
    #expect(try towers(scratch).map { $0["serves"] as? String } == ["in_range"])
    #expect(try served(scratch) == ["1", "2", "3"])
  }

  @Test func `behind a ridge a village needs a site of its own`() throws {
    let scratch = try Scratch(Self.files("elevation: srtm"))
    try scratch.write(Self.ridge, to: "srtm/N00E105.hgt")
    let run = try plan(scratch, "--objective", "cost")
    #expect(run.status == 0, "\(run.errors)")
    let towers = try towers(scratch)
    #expect(Set(towers.compactMap { $0["villages"] as? [String] }) == [["1", "2"], ["3"]])
    #expect(try served(scratch) == ["1", "2", "3"])
  }

  @Test func `a village in range and out of sight is promised nothing, and analyze says the same`() throws {
    let scratch = try Scratch(Self.files("elevation: srtm"))
    try scratch.write(Self.ridge, to: "srtm/N00E105.hgt")
    let whole = try plan(scratch, "--objective", "cost")
    #expect(whole.status == 0)
    let money = try #require(json(scratch)["cost"] as? Int) * 6 / 10
    #expect(try plan(scratch, "--budget", "\(money)", "--years", "1").status == 0)
    let villages = try #require(json(scratch)["villages"] as? [[String: Any]])
    #expect(Set(villages.compactMap { $0["code"] as? String }) == ["1", "2"])
    #expect(try served(scratch) == ["1", "2"])
  }

  @Test func `a site with room for so many people serves no more`() throws {
    let scratch = try Scratch(Self.files("people_per_site: 320"))
    #expect(try plan(scratch, "--objective", "cost").status == 0)
    let towers = try towers(scratch)
    #expect(towers.count == 2)
    for tower in towers {
      let people = (tower["villages"] as? [String] ?? []).reduce(0) { $0 + (["1": 100, "2": 300, "3": 50][$1] ?? 0) }
      #expect(people <= 320)
    }
    #expect(try served(scratch) == ["1", "2", "3"])
  }

  @Test(arguments: [
    ("elevation: nowhere", "nowhere: no such file"),
    ("elevation: p.yml", "p.yml"),
    ("towers: {layer: sites, height: tall}", "\"tall\", which no feature of"),
    ("towers: {layer: sites, height: name}", "the height of the antennas is \"T\"; expected a number of metres"),
  ])
  func `what cannot be used is told and nothing is written`(key: String, message: String) throws {
    let scratch = try Scratch(Self.files(key))
    let run = try plan(scratch)
    #expect(run.status == 3, "\(run.errors)")
    #expect(run.errors.contains(message), "\(run.errors)")
    #expect(!scratch.contents.contains("out"))
  }

  @Test func `ground that is not known is told, and nothing is in the way there`() throws {
    let scratch = try Scratch(Self.files("elevation: srtm"))
    try scratch.write(Self.ridge, to: "srtm/N40E105.hgt")
    let run = try plan(scratch, "--objective", "cost")
    #expect(run.status == 0)
    #expect(run.errors.contains("note: srtm: the height of 3 of 3 places is not known; nothing is in the way there"))
    #expect(try towers(scratch).count == 1)
  }
}
