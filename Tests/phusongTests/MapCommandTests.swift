import Foundation
import Testing

/// Two villages at the equator, one served by a tower; the map of the project and that of its result.
@Suite struct MapCommandTests {
  private static let files = [
    "p.yml": """
    name: Bản đồ thử
    villages: {file: villages.csv}
    layers: {towers: towers.csv}
    services:
      signal:
        - {layer: towers, rule: range, metres: 2000}

    """,
    "villages.csv": """
    code,name,province,lon,lat
    1,Bản Một,Tỉnh Điện Biên,105.01,0
    2,Bản Hai,Tỉnh Lai Châu,105.2,0.1

    """,
    "towers.csv": "name,lon,lat\nT1,105,0\n",
  ]

  private static func map(_ arguments: String..., in scratch: Scratch) throws -> Program.Run {
    try Program.run(["map"] + arguments + ["--date", "2026-11-23"], in: scratch)
  }

  @Test func `a project becomes a map with its legend`() throws {
    let scratch = try Scratch(Self.files)
    let run = try Self.map("p.yml", "-o", "map.svg", "--lang", "vi", "--zones", in: scratch)
    #expect(run.status == 0)
    #expect(run.output.isEmpty)
    let svg = try scratch.text("map.svg")
    for text in [
      "<svg xmlns", "Bản đồ thử", "Thiếu sóng di động (1)", "Điện Biên", "Vùng lõm", "23/11/2026",
      "Không thiếu sóng di động (1)",
    ] {
      #expect(svg.contains(text), "\(text)")
    }
    #expect(scratch.contents == ["map.svg", "p.yml", "towers.csv", "villages.csv"])
  }

  @Test func `a result becomes a map, and the same bytes again`() throws {
    let scratch = try Scratch(Self.files)
    #expect(try Program.run(["analyze", "p.yml", "-o", "out"], in: scratch).status == 0)
    let first = try Self.map("out", "-o", "a.svg", "--service", "signal", in: scratch)
    #expect(first.status == 0)
    #expect(try Self.map("out", "-o", "b.svg", "--service", "signal", in: scratch).status == 0)
    #expect(try scratch.text("a.svg") == scratch.text("b.svg"))
    #expect(try scratch.text("a.svg").contains("Without signal (1)"))
  }

  @Test func `a province is found in any spelling, and one that is not there is named`() throws {
    let scratch = try Scratch(Self.files)
    #expect(try Self.map("p.yml", "--province", "lai chau", in: scratch).status == 0)
    let svg = try scratch.text("map.svg")
    #expect(!svg.contains("Does not lack signal"))
    #expect(svg.contains("<title>Bản đồ thử – Tỉnh Lai Châu</title>"))
    #expect(svg.contains("Bản đồ thử – Tỉnh Lai Châu; 23 Nov 2026; PhuSong "))
    let run = try Self.map("p.yml", "-o", "no.svg", "--province", "Lai Chou", in: scratch)
    #expect(run.status == 2)
    #expect(run.errors.contains("did you mean \"Tỉnh Lai Châu\"?"))
    #expect(!scratch.contents.contains("no.svg"))
  }

  @Test func `zones of other provinces are not drawn`() throws {
    let scratch = try Scratch(Self.files)
    #expect(try Self.map("p.yml", "--province", "lai chau", "--zones", "--lang", "en", in: scratch).status == 0)
    #expect(try scratch.text("map.svg").contains("Dead zone (signal)"))
    // In Điện Biên every village has signal.
    #expect(try Self.map("p.yml", "--province", "dien bien", "--zones", "--lang", "en", in: scratch).status == 0)
    #expect(try !scratch.text("map.svg").contains("Dead zone (signal)"))
  }

  @Test func `without a day the map has that of SOURCE_DATE_EPOCH, where one lives`() throws {
    let scratch = try Scratch(Self.files)
    // 2026-11-02 at 17:30 UTC is the next day in Vietnam.
    let run = try Program.run(
      ["map", "p.yml", "--lang", "vi"], in: scratch,
      environment: ["SOURCE_DATE_EPOCH": "1793640600", "TZ": "ICT-7"])
    #expect(run.status == 0)
    #expect(try scratch.text("map.svg").contains("; 03/11/2026; "))
  }

  @Test(arguments: [
    (["--width", "399"], "--width is 399; expected 400 to 10000."),
    (["-o", "map.png"], "--output is 'map.png'; expected a name that ends with .svg."),
    (["--date", "2026-02-30"], "--date is '2026-02-30'; expected a day as 2026-11-23."),
  ])
  func `wrong usage is told`(arguments: [String], message: String) throws {
    let scratch = try Scratch(Self.files)
    let run = try Program.run(["map", "p.yml"] + arguments, in: scratch)
    #expect(run.status == 2)
    #expect(run.errors.hasPrefix("Error: \(message)"))
    #expect(scratch.contents == ["p.yml", "towers.csv", "villages.csv"])
  }

  @Test func `without rsvg-convert a PNG is refused and the map stays`() throws {
    let scratch = try Scratch(Self.files)
    let run = try Program.run(
      ["map", "p.yml", "--png"], in: scratch, environment: ["PATH": scratch.path])
    #expect(run.status == 1)
    #expect(run.errors.contains("rsvg-convert, which is not installed; install it, as with: apt install librsvg2-bin"))
    #expect(scratch.contents.contains("map.svg") && !scratch.contents.contains("map.png"))
  }
}
