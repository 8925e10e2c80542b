import Foundation
import Testing

/// The three villages of ``AnalyzeTests``, ranked by hand.
///
/// No village has poverty, school, health post or border, so weights of 74 of 100 are left. Of village 10, with 300 people
/// without signal and power: (0.3 · 18 + 0.3 · 18 + 111.3/3000 · 8 + 1781.1/5000 · 8 + 0.5 · 10) / 74 = 25.60 hundredths. Of 9,
/// with 200 people without fibre and power: (0.2 · 8 + 0.2 · 18 + 1113.2/10000 · 4 + 1113.2/5000 · 8 + 5) / 74 = 16.79. Of 100,
/// whose people are unknown: (2226.4/10000 · 4 + 113.2/3000 · 8 + 5) / 74 = 8.37.
@Suite struct RankCommandTests {
  private static func result() throws -> Scratch {
    let scratch = try Scratch(AnalyzeTests.files)
    _ = try Program.run(["analyze", "p.yml", "-o", "out", "--quiet"], in: scratch)
    return scratch
  }

  private static func rank(_ arguments: String...) throws -> Program.Run {
    try Program.run(["rank", "out", "--quiet", "--draws", "0"] + arguments, in: try result())
  }

  // MARK: The answer

  @Test func `the most urgent village comes first`() throws {
    let run = try Self.rank("--columns", "rank,code,name,population,missing_services,score")
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    #expect(
      run.output == """
        Rank  Code  Village  People  Missing        Score
        ────  ────  ───────  ──────  ─────────────  ─────
           1  10    Bản A       300  signal, power  25.60
           2  9     Bản B       200  fibre, power   16.79
           3  100   Bản C         –  fibre, signal   8.37

        """)
  }

  @Test func `a project and its result give the same answer`() throws {
    let scratch = try Self.result()
    for format in ["table", "csv", "json", "geojson", "markdown"] {
      let runs = try ["p.yml", "out", "out/villages.geojson"].map {
        try Program.run(["rank", $0, "--quiet", "--format", format], in: scratch)
      }
      #expect(runs.map(\.status) == [0, 0, 0])
      #expect(runs[0].output == runs[1].output)
      #expect(runs[0].output == runs[2].output)
      #expect(!runs[0].output.isEmpty)
    }
  }

  @Test func `the parts of a score add up to it`() throws {
    let run = try Self.rank("--format", "json")
    let json = try #require(JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let rows = try #require(json["rows"] as? [[String: Any]])
    #expect(rows.compactMap { $0["score"] as? Double } == [25.60, 16.79, 8.37])
    for row in rows {
      let parts = row.filter { $0.key.hasPrefix("score_") }.compactMap { $0.value as? Double }
      #expect(parts.count == 7)
      #expect((parts.reduce(0, +) * 100).rounded() == ((row["score"] as? Double ?? 0) * 100).rounded())
    }
  }

  @Test func `criteria that are not known are told`() throws {
    let run = try Program.run(["rank", "out", "--draws", "0"], in: Self.result())
    #expect(
      run.errors == """
        note: poverty takes no part in the score: no village has a value in "poverty_rate"
        note: school_without_connection takes no part in the score: no village has a value in "school"
        note: health_post_without_connection takes no part in the score: no village has a value in "health_post"
        note: border_commune takes no part in the score: no village has a value in "border_commune"
        note: people_without_fibre is not known of 1 village; it counts 0
        note: people_without_signal is not known of 1 village; it counts 0

        """)
    #expect(run.output.hasSuffix("3 of 3 villages; ranks among 3.\n"))
  }

  @Test func `ranks come with the best and worst that the weights allow`() throws {
    let scratch = try Self.result()
    let run = try Program.run(["rank", "out", "--columns", "rank,code", "--limit", "2"], in: scratch)
    #expect(
      run.output == """
            Rank  Code
        ────────  ────
        1 (1-1)*  10
        2 (2-2)*  9
        2 of 3 villages; ranks among 3.
        In parentheses: the best and worst rank in 1,000 draws of the weights within their bounds; * among the first 2 in \
        all of them.

        """)
    let json = try Program.run(["rank", "out", "-q", "--exact-bounds", "--format", "json"], in: scratch)
    let answer = try #require(JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    #expect(answer["exact_bounds"] as? Int == 3)
    #expect(answer["open_bounds"] as? Int == 0)
    let rows = try #require(answer["rows"] as? [[String: Any]])
    #expect(rows.map { $0["rank_worst"] as? Int } == [1, 2, 3])
  }

  @Test func `the same question gives the same bytes whatever the threads`() throws {
    let scratch = try Self.result()
    let runs = try ["1", "2", "5"].map {
      try Program.run(["rank", "p.yml", "--format", "csv", "--threads", $0], in: scratch).output
    }
    #expect(Set(runs).count == 1)
  }

  // MARK: Which villages

  @Test(arguments: [
    (["--service", "fibre"], ["9", "100"]), (["--province", "lai chau"], ["10", "9"]),
    (["--province", "Điện Biên"], ["100"]), (["--where", "population >= 300"], ["10"]),
    (["--where", "name LIKE '%B' OR score < 10"], ["9", "100"]),
    (["--near", "105.01,0", "--within", "0.7km"], ["10", "9"]),
    (["--near", "105.01,0", "--by", "near_distance_m"], ["9", "10", "100"]),
    (["--in", "coverage.geojson", "--where", "rank > 1"], ["9", "100"]),
    (["--where", "S_WITHIN(geometry, POLYGON((105.009 -1, 106 -1, 106 1, 105.009 1, 105.009 -1)))"], ["9", "100"]),
    (["--where", "DISTANCE(geometry, POINT(105.01 0)) < 700"], ["10", "9"]),
    (["--by", "population"], ["9", "10", "100"]), (["--by", "population", "--descending"], ["10", "9", "100"]),
    (["--descending"], ["100", "9", "10"]), (["--limit", "1", "--by", "name"], ["10"]),
    (["--where", "rank > 5"], []),
  ])
  func `villages are chosen and ordered`(arguments: [String], codes: [String]) throws {
    let run = try Program.run(
      ["rank", "out", "--quiet", "--draws", "0", "--format", "csv", "--columns", "code"] + arguments, in: Self.result())
    #expect(run.status == 0)
    #expect(run.output == (["code"] + codes).joined(separator: "\n") + "\n")
  }

  @Test func `groups have counts, sums and means`() throws {
    let run = try Self.rank("--group-by", "province", "--format", "csv", "--columns", "population")
    #expect(
      run.output == """
        province,villages,people,households,fibre_unserved,signal_unserved,power_unserved,score_sum,score_mean,\
        population_sum,population_mean,rank_best
        Tỉnh Lai Châu,2,500,60,1,1,2,42.39,21.20,500.00,250.00,1
        Điện Biên,1,0,40,1,1,0,8.37,8.37,,,3

        """)
    let sorted = try Self.rank("--group-by", "province", "--format", "csv", "--by", "villages")
    #expect(sorted.output.split(separator: "\n").dropFirst().first?.hasPrefix("Điện Biên,1") == true)
  }

  @Test func `a map has the ranking and all that the result said`() throws {
    let scratch = try Self.result()
    let run = try Program.run(
      ["rank", "out", "-q", "--format", "geojson", "--limit", "2", "-o", "rank.geojson"], in: scratch)
    #expect(run.status == 0)
    #expect(run.output.isEmpty)
    try RFC7946.check(scratch.data("rank.geojson"))
    let text = try scratch.text("rank.geojson")
    #expect(text.contains(#""properties":{"rank":1,"rank_best":1,"rank_worst":1,"always_top":true,"score":25.60,"#))
    #expect(text.contains(#""missing_services":"signal, power","code":"10","name":"Bản A""#))
    #expect(text.contains(#""nested":{"a" : [1, 2.50, {"b":null}]}"#))
    #expect(text.utf8.count { $0 == UInt8(ascii: "\n") } == 4)
  }

  // MARK: One village

  @Test func `the account of a village names features, rules and parts`() throws {
    let run = try Program.run(["rank", "p.yml", "--quiet", "--draws", "0", "--explain", "10"], in: Self.result())
    #expect(run.status == 0)
    #expect(try run.output == SharedData.expected("by-hand.account.txt"))
  }

  @Test func `the account as JSON adds up too`() throws {
    let run = try Program.run(["rank", "p.yml", "-q", "--explain", "9", "--format", "json"], in: Self.result())
    let json = try #require(JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    #expect(json["score"] as? Double == 16.79)
    #expect(json["rank"] as? Int == 2)
    let parts = (json["parts"] as? [[String: Any]] ?? []).compactMap { $0["part"] as? Double }
    #expect((parts.reduce(0, +) * 100).rounded() == 1679)
    let services = try #require(json["services"] as? [[String: Any]])
    #expect(services.map { $0["status"] as? String } == ["unserved", "served", "unserved"])
    let feature = try #require(services[2]["feature"] as? [String: Any])
    #expect(feature["place"] as? String == "feature 1, line 3")
    #expect((feature["properties"] as? [String: Int]) == ["kv": 22])
  }

  @Test func `a result knows no features and says where to ask`() throws {
    let run = try Self.rank("--explain", "9")
    #expect(run.status == 0)
    #expect(run.output.hasSuffix("Ask the project, not its result, for the features that gave the distances.\n"))
  }

  // MARK: What cannot be answered

  @Test(arguments: [
    (["--explain", "11"], "--explain: no village of out/villages.geojson has the code \"11\"; did you mean \"10\"?"),
    (["--columns", "code,nme"], "--columns: no village has \"nme\"; did you mean \"name\"?"),
    (["--by", "peple"], "--by: no village has \"peple\"; expected one of rank, rank_best,"),
    (["--group-by", "provinc"], "--group-by: no village has \"provinc\"; did you mean \"province\"?"),
    (["--group-by", "province", "--by", "vilages"], "--by: no village has \"vilages\"; did you mean \"villages\"?"),
    (["--group-by", "province", "--columns", "name"], "--columns with --group-by: \"name\" has words;"),
    (["--province", "Lai Chua"], "--province: no village of out/villages.geojson lies in \"Lai Chua\"; did you mean"),
    (["--in", "cable.geojson"], "--in: cable.geojson has no polygon; expected a file of areas"),
    (["--where", "people = "], "--where: column 10: "), (["--where", "scor > 1"], "--where: column 1: found scor,"),
  ])
  func `what is not there is told, with what was meant`(arguments: [String], message: String) throws {
    let run = try Program.run(["rank", "out", "--quiet"] + arguments, in: Self.result())
    #expect(run.status == 2)
    #expect(run.errors.hasPrefix("error: \(message)"), "\(run.errors)")
    #expect(run.output.isEmpty)
  }

  @Test func `a place in a filter is marked below it`() throws {
    let run = try Self.rank("--where", "name = 'Bản A' AND population >> 5")
    #expect(run.errors.hasSuffix("\n  name = 'Bản A' AND population >> 5\n                                 ^\n"))
  }

  @Test func `settings come from a project, also for a result`() throws {
    let scratch = try Self.result()
    let project = try scratch.text("p.yml") + "ranking:\n  weights: {people_without_fibre: 100}\n  missing: one\n"
    try scratch.write(Data(project.utf8), to: "q.yml")
    let runs = try [["q.yml"], ["out", "--project", "q.yml"]].map {
      try Program.run(["rank", "-q", "--format", "csv", "--columns", "code,score"] + $0, in: scratch)
    }
    #expect(runs[0].output == runs[1].output)
    #expect(runs[0].output.hasPrefix("code,score\n100,"))
  }
}
