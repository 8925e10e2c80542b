import ArgumentParser
import Coverage
import Foundation
import GeoFormats
import Project
import Reporting

/// `phusong check`
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Fail when a figure is not as it should be: for pipelines.",
    discussion: """
      A condition is a figure, a comparison (>, >=, <, <=, =, !=) and a number:
        phusong check results --fail-if "signal.unserved > 600" --fail-if "fibre.share < 50%"

      Figures are villages, people and, of each service (fibre, signal, power), SERVICE.served, SERVICE.unserved, \
      SERVICE.unknown, SERVICE.people_unserved and SERVICE.share, the percentage of villages that have it. \
      target.SERVICE is how the target of the project file stands: reached, on_track, late or unknown; its pace comes \
      from the history that --history names.

      The exit code is 0 when no condition holds and 1 when any does.
      """)

  @Argument(
    help: ArgumentHelp(
      "A project file, a villages.geojson, or a folder with one.",
      discussion: "Without one the reference project of GeoData is run.", valueName: "project"),
    completion: .file(extensions: ["yml", "yaml", "geojson", "gpkg"]))
  var project: String?

  @Option(help: ArgumentHelp("Fail when this holds; may be given several times.", valueName: "condition"))
  var failIf: [String] = []

  @Option(
    help: ArgumentHelp(
      "The history from which the pace towards targets is told, or a folder with one.", valueName: "file"),
    completion: .file())
  var history: String?

  @Flag(help: "Print the answers as JSON.")
  var json = false

  @Option(help: ArgumentHelp("How many threads to use; by default one per processor.", valueName: "n"))
  var threads: Int = ProcessInfo.processInfo.activeProcessorCount

  @Flag(help: "Stop at the first feature that would have to be left out, and count doubtful answers as unknown.")
  var strict = false

  @Flag(name: [.short, .long], help: "Print nothing; only the exit code tells.")
  var quiet = false

  func validate() throws {
    if failIf.isEmpty { throw ValidationError("Nothing to check; expected --fail-if, as \"signal.unserved > 600\".") }
    guard (1...1024).contains(threads) else { throw ValidationError("--threads is \(threads); expected 1 to 1024.") }
  }

  func run() async throws {
    // Before anything is read: a slip of the pen should not take minutes to be told.
    let conditions = try failIf.map { try FailCondition($0) }
    let source = QuerySource(path: try project ?? GeoDataFolder.referenceProject())
    let (summary, targets) = try await figures(of: source)
    let figures = CheckFigures(summary, targets: targets)
    let answers = try conditions.map { condition in
      let found = figures[condition.figure]
      guard let holds = condition.holds(of: found) else {
        throw FormatError(
          file: source.path, problem: "\(condition.figure.name) is not known; \(Self.reason(condition, source))")
      }
      return CheckAnswer(condition: condition, found: found, holds: holds)
    }
    if json {
      print(String(decoding: CheckAnswer.json(answers), as: UTF8.self), terminator: "")
    } else if !quiet {
      for answer in answers { print(answer.text) }
    }
    if answers.contains(where: \.holds) { throw Outcome.failed }
  }

  private func figures(of source: QuerySource) async throws -> (Summary, [TargetProgress]) {
    switch source.kind {
    case .result:
      let result = try await ResultReader.read(source.path, threads: threads)
      return (Summary(result.villages, result.assessment), [])
    case .project:
      let project = try ProjectFile.read(contentsOf: source.path)
      let analysis = try await Analysis.run(project, threads: threads, isStrict: strict)
      if !quiet { NoticePrinter.print(analysis.notices) }
      let earlier = try earlier(of: project)
      let now = RunFigures(analysis.summary, time: "\(ReportTime.now)")
      return (analysis.summary, project.targets.compactMap { TargetProgress(Target($0), runs: earlier + [now]) })
    }
  }

  /// The figures of the runs in the history, which must be of the project.
  private func earlier(of project: ProjectFile) throws -> [RunFigures] {
    guard let history else { return [] }
    let path = ReportJob.historyPath(history)
    let runs = try RunHistory(path: path, for: .reading).runs()
    if let other = runs.first(where: { $0.project != project.name }) {
      throw HistoryError.otherProject(file: path, found: other.project, expected: project.name)
    }
    return runs.map(\.figures)
  }

  private static func reason(_ condition: FailCondition, _ source: QuerySource) -> String {
    guard case .target(let service) = condition.figure else { return "there are no villages" }
    return source.kind == .result
      ? "a result has no targets; expected a project file" : "expected a target for \(service) under \"targets\""
  }
}

/// What came of a condition.
struct CheckAnswer {
  let condition: FailCondition
  let found: FailCondition.Value?
  /// Whether it holds, so that the check fails.
  let holds: Bool

  /// `FAILS  signal.unserved > 600  (it is 689)`
  var text: String { "\(holds ? "FAILS" : "ok   ")  \(condition.text)  (\(condition.figure.name) is \(spelling))" }

  private var spelling: String {
    switch found {
    case .number(let number): Int(exactly: number).map(String.init) ?? "\((number * 100).rounded() / 100)"
    case .state(let state): state.rawValue
    case nil: "not known"
    }
  }

  /// The answers as JSON.
  static func json(_ answers: [CheckAnswer]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.append(text: "{\n  \"ok\": ")
    bytes.append(contentsOf: "\(!answers.contains(where: \.holds)),\n  \"conditions\": [".utf8)
    for (index, answer) in answers.enumerated() {
      bytes.append(contentsOf: (index > 0 ? ",\n    {\"condition\": " : "\n    {\"condition\": ").utf8)
      JSONText.append(answer.condition.text, to: &bytes)
      bytes.append(contentsOf: ", \"figure\": \"\(answer.condition.figure.name)\", \"value\": ".utf8)
      switch answer.found {
      case .number(let number): bytes.append(number: number)
      case .state(let state): JSONText.append(state.rawValue, to: &bytes)
      case nil: bytes.append(text: "null")
      }
      bytes.append(contentsOf: ", \"fails\": \(answer.holds)}".utf8)
    }
    bytes.append(text: "\n  ]\n}\n")
    return bytes
  }
}
