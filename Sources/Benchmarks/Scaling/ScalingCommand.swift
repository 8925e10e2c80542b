import ArgumentParser
import Foundation
import GeoFormats

/// `Benchmarks scaling`
struct ScalingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scaling",
    abstract: "Measures how time and memory grow with villages, segments and polygons.",
    discussion: """
      Makes its files in DIR, runs "phusong analyze" on each size as a process of its own, and prints for each kind of \
      growth a table in Markdown, the cost of one more, and what a thousand million of them would take. Sizes are \
      numbers of villages, fibre lines and coverage polygons; an empty list leaves a kind out.
      """)

  @Option(help: ArgumentHelp("The program to measure.", valueName: "phusong"), completion: .file())
  var program: String

  @Option(help: ArgumentHelp("The folder for the files, some 2.5 GB.", valueName: "dir"), completion: .directory)
  var data: String

  @Option(help: ArgumentHelp("Numbers of villages, with commas between.", valueName: "list"))
  var villages = Sizes(counts: [6_786, 100_000, 1_000_000, 10_000_000])

  @Option(help: ArgumentHelp("Numbers of fibre lines.", valueName: "list"))
  var fibre = Sizes(counts: [5_000, 20_000, 80_000, 320_000])

  @Option(help: ArgumentHelp("Numbers of coverage polygons.", valueName: "list"))
  var coverage = Sizes(counts: [1_000, 3_000, 10_000, 30_000])

  @Option(help: ArgumentHelp("How many runs the median is taken of.", valueName: "n"))
  var runs = 3

  @Option(help: ArgumentHelp("How many threads the program uses.", valueName: "n"))
  var threads = 2

  @Option(help: "The seed.")
  var seed = Workload.usualSeed

  func validate() throws {
    if runs < 1 { throw ValidationError("--runs is \(runs); expected at least 1.") }
  }

  func run() throws {
    let files = ScalingFiles(folder: data, seed: seed)
    for (axis, sizes) in [(ScalingAxis.villages, villages), (.segments, fibre), (.polygons, coverage)]
    where !sizes.counts.isEmpty {
      var table = ScalingTable(axis: axis)
      for one in try files.cases(axis, sizes.counts) { table.append(try measure(one)) }
      print(table.text)
    }
  }

  private func measure(_ one: ScalingCase) throws -> ScalingTable.Row {
    let results = FileManager.default.temporaryDirectory.appendingPathComponent("phusong-scaling-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: results) }
    // 4 says that something was left out: areas that cross themselves may be.
    let measured = try (0..<runs).map { _ in
      try MeasuredProcess.run(
        program, ["analyze", one.project, "--output", results.path, "--threads", "\(threads)", "--quiet"],
        statuses: [0, 4])
    }
    return ScalingTable.Row(
      size: one.size, wallSeconds: Samples(measured.map(\.wallSeconds)).median,
      processorSeconds: Samples(measured.map(\.processorSeconds)).median,
      peakBytes: Samples(measured.map(\.peakBytes)).median)
  }
}

/// Sizes, as in `1000,30000`; an empty text is no sizes.
struct Sizes: ExpressibleByArgument {
  let counts: [Int]

  init(counts: [Int]) { self.counts = counts }

  init?(argument: String) {
    let numbers = argument.split(separator: ",").map { Int($0) }
    counts = numbers.compactMap { $0 }.filter { $0 > 0 }
    if counts.count < numbers.count { return nil }
  }

  var defaultValueDescription: String { counts.map(String.init).joined(separator: ",") }
}
