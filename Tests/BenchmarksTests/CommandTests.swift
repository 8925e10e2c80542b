import Foundation
import Testing

@testable import Benchmarks

/// The built program, run as its user runs it.
@Suite struct CommandTests {
  static let folder = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent().path
  static let program = folder + "/Benchmarks"

  @Test func `a run is accounted for`() throws {
    let run = try MeasuredProcess.run("/bin/sh", ["-c", "sleep 0.2"])
    #expect(run.wallSeconds >= 0.2)
    #expect(run.processorSeconds < run.wallSeconds)
    #expect(run.peakBytes > 100_000)
  }

  @Test(arguments: [("exit 3", Int32(3)), ("kill -9 $$", -9)])
  func `a run that fails says how it ended and what it said`(script: String, status: Int32) {
    #expect {
      try MeasuredProcess.run("/bin/sh", ["-c", "echo Hỏng >&2; \(script)"])
    } throws: { error in
      guard case .failed("/bin/sh", status, "Hỏng") = error as? BenchmarkError else { return false }
      return true
    }
  }

  @Test func `a program that is not there is told`() {
    #expect(throws: BenchmarkError.self) { try MeasuredProcess.run("/nowhere/phusong", []) }
  }

  @Test(arguments: [
    ["generate"], ["generate", "--output", "x", "--villages", "0"], ["stages"],
    ["stages", "--data", "x", "--threads", "a"],
    ["scaling", "--program", "x", "--data", "x", "--runs", "0"], ["nonsense"], ["steiner"],
    ["steiner", "x", "--threads", "0"], ["steiner", "x", "--seconds", "0"], ["fibre", "--budgets", "5,x"],
    ["fibre", "--villages", "-1"],
    ["phasing", "--items", "0"],
    ["phasing", "--percent", "5,x"], ["phasing", "--work", "-1"],
  ])
  func `wrong usage ends with 2`(arguments: [String]) throws {
    _ = try MeasuredProcess.run(Self.program, arguments, statuses: [2])
  }

  @Test func `a folder without villages ends with 1`() throws {
    _ = try MeasuredProcess.run(Self.program, ["stages", "--data", "/nowhere"], statuses: [1])
  }

  @Test(arguments: ["1", "2"])
  func `steiner prints a row for each instance in the order of names`(threads: String) throws {
    let scratch = try Scratch()
    for name in ["b.gr", "a.gr"] {
      let text = PACEInstanceTests.triangle.replacing("E 2 3 7", with: name == "a.gr" ? "E 2 3 7" : "E 2 3 30")
      try text.write(toFile: "\(scratch.path)/\(name)", atomically: true, encoding: .utf8)
    }
    let command = "'\(Self.program)' steiner '\(scratch.path)' --threads \(threads) > '\(scratch.path)/out.csv'"
    _ = try MeasuredProcess.run("/bin/sh", ["-c", command])
    let rows = try scratch.text("out.csv").split(separator: "\n").map { $0.split(separator: ",") }
    let results = rows.map { $0.dropLast().joined(separator: ",") }
    #expect(results == ["instance,cost,lower_bound", "a.gr,12,12", "b.gr,20,20"])
    let seconds = rows.dropFirst().map { row in row.last.flatMap { Double($0) } ?? -1 }
    #expect(seconds.allSatisfy { $0 >= 0 && $0 < 50 })
  }

  @Test func `a folder without instances ends with 1`() throws {
    let scratch = try Scratch()
    _ = try MeasuredProcess.run(Self.program, ["steiner", scratch.path], statuses: [1])
    _ = try MeasuredProcess.run(Self.program, ["steiner", "/nowhere"], statuses: [1])
  }

  @Test func `generate, stages and scaling work on each other's files`() throws {
    let scratch = try Scratch()
    let layers = ["--fibre", "40", "--power", "40", "--towers", "50", "--coverage", "20"]
    _ = try MeasuredProcess.run(
      Self.program, ["generate", "--villages", "60", "90", "--layers", "--output", scratch.path + "/data"] + layers)
    let names = try FileManager.default.contentsOfDirectory(atPath: scratch.path + "/data").sorted()
    #expect(
      names == [
        "coverage.geojson", "fibre.geojson", "power.geojson", "towers.geojson", "villages_60.geojson",
        "villages_60.yml",
        "villages_90.geojson", "villages_90.yml",
      ])
    _ = try MeasuredProcess.run(
      Self.program, ["stages", "--data", scratch.path + "/data", "--runs", "1", "--scratch", scratch.path, "--json"])
    _ = try MeasuredProcess.run(
      Self.folder + "/phusong", ["analyze", scratch.path + "/data/villages_90.yml", "-o", scratch.path + "/out", "-q"],
      statuses: [0, 4])
  }

  @Test func `scaling makes its files and measures each size`() throws {
    let scratch = try Scratch()
    // The layers that stay the same are large, so here they are there already.
    let files = ScalingFiles(folder: scratch.path, seed: 5)
    _ = try MeasuredProcess.run(
      Self.program,
      [
        "generate", "--seed", "5", "--layers", "--villages", "\(ScalingFiles.fixedVillages)", "--output", files.folder,
        "--fibre", "40", "--power", "40", "--towers", "50", "--coverage", "20",
      ])
    _ = try MeasuredProcess.run(
      Self.program,
      [
        "scaling", "--seed", "5", "--program", Self.folder + "/phusong", "--data", scratch.path, "--runs", "1",
        "--villages", "50,100", "--fibre", "20,30", "--coverage", "10",
      ])
    let cases = try files.cases(.segments, [20, 30])
    #expect(cases.map(\.size) == [20, 30].map { (0..<$0).reduce(0) { $0 + files.workload.fibre.line($1).count - 1 } })
    #expect(cases.allSatisfy { FileManager.default.fileExists(atPath: $0.project) })
  }

  @Test func `fibre plans a network made from a seed within its bounds`() throws {
    let scratch = try Scratch()
    let costs = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("GeoData/costs.yml").path
    let command =
      "'\(Self.program)' fibre --reference none --costs '\(costs)' --villages 40 --roads 12 --budgets 50"
      + " > '\(scratch.path)/out.csv'"
    _ = try MeasuredProcess.run("/bin/sh", ["-c", command])
    let rows = try scratch.text("out.csv").split(separator: "\n").map { $0.split(separator: ",").map(String.init) }
    #expect(rows.map { $0[3] } == ["problem", "network", "all", "budget-50"])
    let figures = rows.dropFirst(2).map { $0.compactMap(Double.init) }
    // villages, edges, value, bound, gap, seconds
    #expect(figures.allSatisfy { $0.count == 6 && $0[0] == 40 && $0[4] >= 0 && $0[4] < 0.05 })
    #expect(figures[0][3] <= figures[0][2])
    #expect(figures[1][3] >= figures[1][2])
  }

  @Test func `phasing prints a row for each kind of instance, no bound below its plan`() throws {
    let scratch = try Scratch()
    let command = "'\(Self.program)' phasing --items 30 --percent 20,50 --work 100000 > '\(scratch.path)/out.csv'"
    _ = try MeasuredProcess.run("/bin/sh", ["-c", command])
    let rows = try scratch.text("out.csv").split(separator: "\n").map { $0.split(separator: ",") }
    #expect(rows.first?.joined(separator: ",") == "instance,benefit,bound,gap,seconds")
    #expect(
      rows.dropFirst().map { String($0[0]) } == [
        "shared-30-20", "shared-30-50", "shared-crews-30-20", "shared-crews-30-50", "split-30-20", "split-30-50",
        "split-crews-30-20", "split-crews-30-50",
      ])
    for row in rows.dropFirst() {
      let (benefit, bound) = (try #require(Double(row[1])), try #require(Double(row[2])))
      #expect(benefit > 0)
      #expect(benefit <= bound)
    }
  }
}
