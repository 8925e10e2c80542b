import Foundation

/// The built `phusong`, run as a process.
enum Program {
  /// How a run ended and what it said.
  struct Run: Sendable {
    var status: Int32
    var output: String
    var errors: String
  }

  /// The folder of the test program, where the build puts `phusong` too.
  static let folder = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
  static let path = folder.appendingPathComponent("phusong").path

  /// Runs `phusong` with `arguments` in `folder`, in English unless `environment` says otherwise.
  static func run(
    _ arguments: [String], in folder: Scratch, environment: [String: String] = [:]
  ) throws -> Run {
    try run(path, arguments, in: folder.path, environment: ["LC_ALL": "", "LANG": "C"].merging(environment) { $1 })
  }

  /// Runs any program, by its path, to its end. What it prints goes through files, so that it never waits for a reader.
  static func run(
    _ program: String, _ arguments: [String], in folder: String? = nil, environment: [String: String] = [:]
  ) throws -> Run {
    let scratch = try Scratch()
    let process = try start(program, arguments, in: folder, environment: environment, output: scratch)
    process.waitUntilExit()
    return Run(status: process.terminationStatus, output: try scratch.text("out"), errors: try scratch.text("err"))
  }

  /// Starts a program whose output goes to the files `out` and `err` of `output`.
  static func start(
    _ program: String, _ arguments: [String], in folder: String?, environment: [String: String] = [:], output: Scratch
  ) throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try output.handle("out")
    process.standardError = try output.handle("err")
    try process.run()
    return process
  }

  /// The path of a tool of the system; nil where it is not installed.
  static func tool(_ name: String) -> String? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
    return folders.map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }
}
