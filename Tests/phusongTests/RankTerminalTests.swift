import Foundation
import Testing

/// `phusong rank` before a terminal, which `script` of util-linux stands in for.
@Suite(.enabled(if: Program.tool("script") != nil, "script is not installed"))
struct RankTerminalTests {
  private static let files = [
    "p.yml":
      "villages: {file: v.csv}\nlayers: {c: c.geojson}\nservices: {fibre: [{layer: c, rule: within, metres: 500}]}\n",
    "v.csv": """
    code,name,commune,district,province,lon,lat,population
    10000001,Bản Huổi Lóng Mới,Xã Nà Hỳ,Huyện Nậm Pồ,Tỉnh Điện Biên,105.01,0,300
    10000002,Ba\u{309}n Na\u{300} Hy\u{300},Xã Quảng Lâm,Huyện Mường Nhé,Tỉnh Điện Biên,105.02,0,200

    """,
    "c.geojson": GeoJSONText.collection(GeoJSONText.feature("{}", GeoJSONText.line("[105,-1],[105,1]"))),
  ]

  /// What a terminal of so many columns is given, without progress and carriage returns.
  private func shown(
    _ arguments: String, columns: Int, environment: [String: String] = [:], in scratch: Scratch
  ) throws -> String {
    let command = "stty cols \(columns); '\(Program.path)' rank out -q \(arguments)"
    let plain = ["TERM": "xterm", "NO_COLOR": "", "COLUMNS": "", "LANG": "C", "LC_ALL": ""]
    _ = try Program.run(
      try #require(Program.tool("script")), ["-qec", command, "typescript"], in: scratch.path,
      environment: plain.merging(environment) { $1 })
    return try scratch.text("typescript").split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.hasPrefix("Script ") }.joined(separator: "\n")
      .replacing("\r\n", with: "\n").replacing("\r", with: "").replacing("\u{1B}[K", with: "")
  }

  private func result() throws -> Scratch {
    let scratch = try Scratch(Self.files)
    _ = try Program.run(["analyze", "p.yml", "-o", "out", "--quiet"], in: scratch)
    return scratch
  }

  private static let colour = "\u{1B}[1m"

  @Test func `colours come on a terminal, and never where NO_COLOR or a dumb terminal says so`() throws {
    let scratch = try result()
    #expect(try shown("--draws 0", columns: 120, in: scratch).contains(Self.colour))
    #expect(try !shown("--draws 0", columns: 120, environment: ["NO_COLOR": "1"], in: scratch).contains("\u{1B}"))
    #expect(try !shown("--draws 0", columns: 120, environment: ["TERM": "dumb"], in: scratch).contains("\u{1B}"))
    #expect(try !shown("--draws 0 -o table.txt", columns: 40, in: scratch).contains("\u{1B}"))
    let file = try scratch.text("table.txt")
    #expect(!file.contains("\u{1B}") && file.contains("Huyện Mường Nhé"))
  }

  @Test(arguments: [40, 60, 80, 200])
  func `lines fit the terminal, and the score stays`(columns: Int) throws {
    let text = try shown("--draws 0", columns: columns, environment: ["NO_COLOR": "1"], in: try result())
    let lines = text.split(separator: "\n").filter { $0.contains("─") || $0.contains("1000000") || $0.contains("Rank") }
    #expect(lines.count == 4, "\(text)")
    for line in lines {
      #expect(line.precomposedStringWithCanonicalMapping.count <= columns, "\(line)")
    }
    // Columns line up: numbers end and names start in the same cell, however their letters are composed.
    #expect(lines[0].hasSuffix("Score"))
    #expect(
      lines[2].precomposedStringWithCanonicalMapping.count == lines[3].precomposedStringWithCanonicalMapping.count)
  }

  @Test func `COLUMNS stands for the width of the terminal`() throws {
    let environment = ["NO_COLOR": "1", "COLUMNS": "45"]
    let text = try shown("--draws 0", columns: 200, environment: environment, in: try result())
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 45 } && text.contains("Score"), "\(text)")
    let wrong = try shown(
      "--draws 0", columns: 200, environment: ["NO_COLOR": "1", "COLUMNS": "wide"], in: try result())
    #expect(wrong.contains("Huyện Mường Nhé"))
  }
}
