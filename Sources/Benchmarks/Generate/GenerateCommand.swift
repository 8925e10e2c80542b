import ArgumentParser
import GeoFormats

/// `Benchmarks generate`
struct GenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate",
    abstract: "Makes the files of the benchmark from a seed.",
    discussion: """
      Writes DIR/villages_N.geojson and the project DIR/villages_N.yml for each N, and with --layers fibre.geojson, \
      power.geojson, towers.geojson and coverage.geojson. The same seed gives the same bytes on every machine; memory \
      does not grow with the number of features.
      """)

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("How many villages, in a file for each number.", valueName: "n"))
  var villages: [Int] = [6_786]

  @Flag(help: "Write the layers too.")
  var layers = false

  @Option(help: "The seed.")
  var seed = Workload.usualSeed

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("The folder to write to; it is made if it is not there.", valueName: "dir"))
  var output: String

  @Option(help: ArgumentHelp("How many fibre lines.", valueName: "n"))
  var fibre = Workload.Counts().fibre

  @Option(help: ArgumentHelp("How many power lines.", valueName: "n"))
  var power = Workload.Counts().power

  @Option(help: ArgumentHelp("How many towers.", valueName: "n"))
  var towers = Workload.Counts().towers

  @Option(help: ArgumentHelp("How many coverage areas.", valueName: "n"))
  var coverage = Workload.Counts().coverage

  func validate() throws {
    let counts = villages + [fibre, power, towers, coverage]
    if let wrong = counts.first(where: { $0 < 1 }) {
      throw ValidationError("A layer of \(wrong) features; expected at least 1.")
    }
  }

  func run() throws {
    try AtomicFile.makeFolder(output)
    let files = WorkloadFiles(workload: Workload(seed: seed), folder: output.hasSuffix("/") ? output : output + "/")
    if layers {
      try files.writeLayers(Workload.Counts(fibre: fibre, power: power, towers: towers, coverage: coverage))
    }
    for count in villages {
      try files.writeVillages(count)
      try WorkloadProject(villages: WorkloadFiles.villagesName(count)).write(
        to: files.folder + WorkloadProject.name(count))
    }
  }
}
