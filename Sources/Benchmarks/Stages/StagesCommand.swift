import ArgumentParser
import Foundation

/// `Benchmarks stages`
struct StagesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stages",
    abstract: "Times each stage of the main job against its goal.",
    discussion: """
      Reads what "Benchmarks generate --layers" wrote to DIR, and takes the file with the most villages unless told \
      otherwise. Each stage runs once to warm up and then as often as asked; the median counts.
      """)

  @Option(help: ArgumentHelp("The folder with the files.", valueName: "dir"))
  var data: String

  @Option(help: ArgumentHelp("Take the file with so many villages.", valueName: "n"))
  var villages: Int?

  @Option(help: ArgumentHelp("Numbers of threads, with commas between.", valueName: "list"))
  var threads = ThreadCounts(counts: [1, 2])

  @Option(help: ArgumentHelp("How many runs the median is taken of.", valueName: "n"))
  var runs = 5

  @Option(
    help: ArgumentHelp("Where to write, best in memory, so that no disk is measured.", valueName: "dir"),
    completion: .directory)
  var scratch = FileManager.default.isWritableFile(atPath: "/dev/shm") ? "/dev/shm" : "/tmp"

  @Flag(help: "Print the figures as JSON instead of the table.")
  var json = false

  func validate() throws {
    if runs < 1 { throw ValidationError("--runs is \(runs); expected at least 1.") }
  }

  func run() async throws {
    let folder = data.hasSuffix("/") ? data : data + "/"
    let count = try villages ?? WorkloadFiles.mostVillages(in: folder)
    let runner = StageRunner(
      folder: folder, villages: folder + WorkloadFiles.villagesName(count),
      project: folder + WorkloadProject.name(count), scratch: scratch, runs: runs)
    let figures = try await runner.figures(threads: threads.counts)
    if json {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      print(String(decoding: try encoder.encode(figures), as: UTF8.self))
      return
    }
    var table = MarkdownTable(header: StageFigure.header)
    figures.forEach { table.append($0.row) }
    print(table.text, terminator: "")
  }
}

/// Numbers of threads, as in `1,2`.
struct ThreadCounts: ExpressibleByArgument {
  let counts: [Int]

  init(counts: [Int]) { self.counts = counts }

  init?(argument: String) {
    let numbers = argument.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) }
    counts = numbers.compactMap { $0 }.filter { (1...1024).contains($0) }
    if counts.count < numbers.count { return nil }
  }

  var defaultValueDescription: String { counts.map(String.init).joined(separator: ",") }
}
