import Foundation
import Testing

/// What a run prints and leaves behind, whatever its input.
@Suite struct RunTests {
  @Test(
    arguments: [
      (["--lang", "vi"], [:], "vi"), ([], ["LANG": "vi_VN.UTF-8"], "vi"), ([], ["LC_ALL": "vi_VN"], "vi"),
      (["--lang", "en"], ["LANG": "vi_VN.UTF-8"], "en"), ([], ["LC_ALL": "C", "LANG": "vi_VN.UTF-8"], "en"),
      ([], ["LC_MESSAGES": "vi_VN.UTF-8", "LANG": "en_US.UTF-8"], "vi"), ([], ["LANG": ""], "en"),
    ] as [([String], [String: String], String)])
  func `the table speaks the language of --lang, else of the environment`(
    options: [String], environment: [String: String], language: String
  ) throws {
    let scratch = try Scratch(AnalyzeTests.files)
    let run = try Program.run(["analyze", "p.yml", "-o", "out"] + options, in: scratch, environment: environment)
    #expect(try run.output == SharedData.expected("by-hand.table.\(language).txt"))
  }

  @Test func `--json prints the summary`() throws {
    let scratch = try Scratch(AnalyzeTests.files)
    let run = try Program.run(["analyze", "p.yml", "-o", "out", "--json", "--quiet"], in: scratch)
    #expect(run.status == 0)
    #expect(try run.output == scratch.text("out/summary.json"))
  }

  @Test func `--quiet prints nothing, warnings included, and keeps the code`() throws {
    let scratch = try Scratch([
      "p.yml": "villages: {file: v.geojson}\n",
      "v.geojson": GeoJSONText.collection(GeoJSONText.feature("{\"code\":2}", "null")),
    ])
    let run = try Program.run(["analyze", "p.yml", "-o", "out", "--quiet"], in: scratch)
    #expect(run.status == 4)
    #expect(run.output.isEmpty)
    #expect(run.errors.isEmpty)
  }

  @Test func `--timings tells the seconds of each stage on standard error`() throws {
    let scratch = try Scratch(AnalyzeTests.files)
    let run = try Program.run(["analyze", "p.yml", "-o", "out", "--quiet", "--timings"], in: scratch)
    let stages = try JSONSerialization.jsonObject(with: Data(run.errors.utf8)) as? [String: Double]
    #expect(Set(stages?.keys ?? [:].keys) == ["reading", "indexing", "overlaying", "ranking", "counting", "writing"])
  }

  @Test func `without --output the results go to phusong-output`() throws {
    let scratch = try Scratch(AnalyzeTests.files)
    #expect(try Program.run(["analyze", "p.yml"], in: scratch).status == 0)
    #expect(scratch.contents.contains("phusong-output/villages.geojson"))
  }

  @Test func `a project elsewhere finds its files beside itself`() throws {
    let scratch = try Scratch(Dictionary(uniqueKeysWithValues: AnalyzeTests.files.map { ("deep/\($0)", $1) }))
    let run = try Program.run(["analyze", "deep/p.yml", "-o", "a/b/c"], in: scratch)
    #expect(run.status == 0)
    #expect(try scratch.text("a/b/c/villages.geojson") == SharedData.expected("by-hand.villages.geojson"))
  }

  @Test func `a second run writes the same bytes over the first`() throws {
    let scratch = try Scratch(AnalyzeTests.files)
    try scratch.write(Data("old".utf8), to: "out/villages.geojson")
    try scratch.write(Data("mine".utf8), to: "out/notes.txt")
    for _ in 1...2 {
      #expect(try Program.run(["analyze", "p.yml", "-o", "out"], in: scratch).status == 0)
      #expect(try scratch.text("out/villages.geojson") == SharedData.expected("by-hand.villages.geojson"))
      #expect(try scratch.text("out/summary.json") == SharedData.expected("by-hand.summary.json"))
    }
    let files = scratch.contents.filter { $0.hasPrefix("out/") }
    #expect(files == ["out/notes.txt", "out/summary.json", "out/villages.geojson"])
  }

  @Test func `a run that fails leaves the results of the one before alone`() throws {
    let scratch = try Scratch(AnalyzeTests.files)
    _ = try Program.run(["analyze", "p.yml", "-o", "out"], in: scratch)
    try scratch.write(Data("{".utf8), to: "cable.geojson")
    #expect(try Program.run(["analyze", "p.yml", "-o", "out"], in: scratch).status == 3)
    #expect(try scratch.text("out/villages.geojson") == SharedData.expected("by-hand.villages.geojson"))
  }

  @Test(arguments: ["1", "2"])
  func `a run that is killed while it writes leaves no file that looks whole`(threads: String) throws {
    let scratch = try Scratch(["p.yml": "villages: {file: v.csv, fields: {code: c}}\n"])
    let arguments = ["analyze", "p.yml", "-o", "out", "--quiet", "--threads", threads]
    // A fast machine may be done with the first before the signal comes.
    let count = try [60_000, 240_000, 960_000].first { count in
      let rows = (0..<count).map { "\($0),105.\($0),21\n" }.joined()
      try scratch.write(Data("c,lon,lat\n\(rows)".utf8), to: "v.csv")
      try? FileManager.default.removeItem(atPath: scratch.file("out"))
      return try isKilledWriting(arguments, in: scratch)
    }
    try #require(count != nil, "every run ended before it could be killed")
    #expect(!scratch.contents.contains("out/villages.geojson"))
    #expect(!scratch.contents.contains("out/summary.json"))
    #expect(Self.bytesWritten(in: scratch) > 0)
    // What is left does not disturb the next run.
    #expect(try Program.run(arguments, in: scratch).status == 0)
    #expect(try Output(scratch).features.count == count)
  }

  /// Starts a run and kills it once part of the map is written; false when it ended before.
  private func isKilledWriting(_ arguments: [String], in scratch: Scratch) throws -> Bool {
    let process = try Program.start(Program.path, arguments, in: scratch.path, output: Scratch())
    let deadline = ContinuousClock.now + .seconds(120)
    while Self.bytesWritten(in: scratch) == 0, process.isRunning, ContinuousClock.now < deadline { usleep(500) }
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    return process.terminationReason == .uncaughtSignal && !scratch.contents.contains("out/villages.geojson")
      && Self.bytesWritten(in: scratch) > 0
  }

  /// The size of the unfinished map in **bytes**.
  private static func bytesWritten(in scratch: Scratch) -> Int {
    let parts = scratch.contents.filter { $0.hasPrefix("out/villages.geojson.") && $0.hasSuffix(".part") }
    let sizes = parts.map { try? FileManager.default.attributesOfItem(atPath: scratch.file($0))[.size] as? Int }
    return sizes.compactMap { $0 }.max() ?? 0
  }

  @Test(arguments: [
    ("en", 1, "Fibre: 1 village of unknown status\n"), ("en", 2, "Fibre: 2 villages of unknown status\n"),
    ("vi", 2, "Cáp quang: 2 thôn, bản chưa rõ tình trạng\n"),
  ])
  func `the table counts the villages of unknown status`(language: String, count: Int, line: String) throws {
    let rows = (1...count).map { "\($0),105,21\n" }.joined()
    let scratch = try Scratch(["p.yml": "villages: {file: v.csv}\n", "v.csv": "code,lon,lat\n" + rows])
    let run = try Program.run(["analyze", "p.yml", "-o", "out", "--lang", language], in: scratch)
    #expect(run.output.contains(line))
  }
}
