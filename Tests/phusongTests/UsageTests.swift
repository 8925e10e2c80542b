import Testing

/// Wrong usage of the command line: code 2, what is wrong in the first line, and a suggestion where one is near.
@Suite struct UsageTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var arguments: [String]
    var message: String
    var testDescription: String { arguments.joined(separator: " ") }

    init(_ arguments: String..., message: String) {
      (self.arguments, self.message) = (arguments, message)
    }
  }

  static let cases: [Case] = [
    Case("analyze", "p.yml", "--threads", "0", message: "--threads is 0; expected 1 to 1024."),
    Case("analyze", "p.yml", "--threads", "x", message: "The value 'x' is invalid for '--threads <n>'"),
    Case("analyze", "p.yml", "--ouput", "o", message: "Unknown option '--ouput'. Did you mean '--output'?"),
    Case("analyze", "p.yml", "--stric", message: "Unknown option '--stric'. Did you mean '--strict'?"),
    Case(
      "analyze", "p.yml", "--lang", "fr",
      message: "The value 'fr' is invalid for '--lang <language>'. Please provide one of 'en' and 'vi'."),
    Case("analyze", "p.yml", "q.yml", message: "Unexpected argument 'q.yml'"),
    Case("analize", "p.yml", message: "Unknown command 'analize'. Did you mean 'analyze'?"),
    Case("inof", "p.yml", message: "Unknown command 'inof'. Did you mean 'info'?"),
    Case("p.yml", message: "Unknown command 'p.yml'. Did you mean 'analyze p.yml' or 'info p.yml'?"),
    Case(
      "frobnicate",
      message:
        "Unknown command 'frobnicate'. Expected one of analyze, check, convert, costs, diff, history, info, init, map, plan, rank, report, schedule, sources, technologies, validate, whatif, zones, help."
    ),
    Case("rank", "p.yml", "--limit", "0", message: "--limit is 0; expected at least 1."),
    Case(
      "rank", "p.yml", "--within", "5km", message: "--within needs a place; name one with --near LON,LAT."),
    Case("rank", "p.yml", "--near", "105", message: "The value '105' is invalid for '--near <lon,lat>'"),
    Case(
      "rank", "p.yml", "--near", "105,21", "--within", "5 miles",
      message: "The value '5 miles' is invalid for '--within <distance>'"),
    Case("rank", "p.yml", "--draws", "10", message: "--draws is 10; expected at least 1000, or 0."),
    Case(
      "rank", "p.yml", "--draws", "1000", "--exact-bounds",
      message: "--exact-bounds proves what --draws samples; expected one of them."),
    Case(
      "rank", "p.yml", "--group-by", "province", "--format", "geojson",
      message: "--group-by makes groups, which are nowhere on a map; expected another --format."),
    Case("report", "p.yml", "--tiles", "tiles", message: "--tiles is tiles; expected a URL with {z}, {x} and {y}."),
    Case("diff", "a", message: "Missing expected argument '<new>'"),
    Case("info", message: "Missing expected argument '<file> ...'"),
  ]

  @Test(arguments: cases)
  func `wrong usage is told in the first line`(_ wrong: Case) throws {
    let scratch = try Scratch(["p.yml": "villages: {file: v.geojson}\n"])
    let run = try Program.run(wrong.arguments, in: scratch)
    #expect(run.status == 2)
    let lines = run.errors.split(separator: "\n")
    #expect(lines.first == "Error: \(wrong.message)")
    #expect(lines.contains { $0.hasPrefix("Usage: phusong") })
    #expect(run.output.isEmpty)
    #expect(scratch.contents == ["p.yml"])
  }

  @Test(arguments: [
    (["--help"], "USAGE: phusong <subcommand>"), ([], "USAGE: phusong <subcommand>"),
    (["help"], "USAGE: phusong <subcommand>"), (["analyze", "--help"], "USAGE: phusong analyze [<project>]"),
    (["help", "analyze"], "USAGE: phusong analyze [<project>]"),
    (["info", "--help"], "USAGE: phusong info <file> ..."), (["init", "-h"], "USAGE: phusong init [<file>]"),
  ])
  func `every command has help`(arguments: [String], usage: String) throws {
    let run = try Program.run(arguments, in: Scratch())
    #expect(run.status == 0)
    #expect(run.output.contains(usage))
    #expect(run.errors.isEmpty)
  }

  @Test func `the help tells the exit codes`() throws {
    let run = try Program.run(["--help"], in: Scratch())
    let text = run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(
      text.contains(
        "0 done, 1 failed, 2 wrong usage, 3 invalid input, 4 done but something was left out, 5 done and the results that "
          + "diff or history compare differ."))
  }

  @Test func `the version names GEOS and PROJ`() throws {
    let run = try Program.run(["--version"], in: Scratch())
    #expect(run.status == 0)
    #expect(run.output.contains(#/^phusong \d+\.\d+\.\d+ \(GEOS \d+\.\d+\.\d+\S*, PROJ \d+\.\d+\.\d+\)\n$/#))
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `completions know the commands and options`(shell: String) throws {
    let run = try Program.run(["--generate-completion-script", shell], in: Scratch())
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    for word in ["analyze", "info", "init", "timings"] { #expect(run.output.contains(word)) }
  }

  @Test(.enabled(if: Program.tool("bash") != nil, "needs bash"))
  func `bash reads its completions`() throws { try checkCompletions(of: "bash") }

  @Test(.enabled(if: Program.tool("zsh") != nil, "needs zsh"))
  func `zsh reads its completions`() throws { try checkCompletions(of: "zsh") }

  @Test(.enabled(if: Program.tool("fish") != nil, "needs fish"))
  func `fish reads its completions`() throws { try checkCompletions(of: "fish") }

  /// The shell itself finds no fault in the script, which it does not execute.
  private func checkCompletions(of shell: String) throws {
    let scratch = try Scratch()
    let run = try Program.run(["--generate-completion-script", shell], in: scratch)
    try scratch.write(.init(run.output.utf8), to: "script")
    #expect(try Program.run(#require(Program.tool(shell)), ["-n", scratch.file("script")]).status == 0)
  }
}
