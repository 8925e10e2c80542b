import Glibc

/// The programs of GDAL that are installed on this machine.
///
/// `ogr2ogr` is looked for on the `PATH`; the environment variable `PHUSONG_OGR2OGR` may name another. `ogrinfo` is taken
/// from the same folder.
public enum GDALProgram {
  /// The environment variable that names the program.
  public static let variable = "PHUSONG_OGR2OGR"

  /// Whether `ogr2ogr` can be run.
  public static var isInstalled: Bool { (try? converter(for: "")) != nil }

  /// The path of `ogr2ogr`; `file` is what it is wanted for.
  ///
  /// - Throws: `FormatError` that says how to install it.
  static func converter(
    for file: String, environment: (String) -> String? = environment
  ) throws(FormatError) -> String {
    if let name = environment(variable) {
      if let path = find(name, environment) { return path }
      throw FormatError(file: file, problem: "\(variable) is \"\(name)\"; expected the path of the program ogr2ogr")
    }
    return try find("ogr2ogr", for: file, environment)
  }

  /// The path of `ogrinfo`, which lists layers and reference systems.
  static func inspector(for file: String) throws(FormatError) -> String { try sibling("ogrinfo", for: file) }

  /// The path of `gdalwarp`, which reads rasters and brings them to other reference systems.
  static func warper(for file: String) throws(FormatError) -> String { try sibling("gdalwarp", for: file) }

  /// The program `name` in the folder of `ogr2ogr`, or else on the `PATH`.
  private static func sibling(_ name: String, for file: String) throws(FormatError) -> String {
    let converter = try converter(for: file)
    if let slash = converter.lastIndex(of: "/") {
      let sibling = converter[...slash] + name
      if access(String(sibling), X_OK) == 0 { return String(sibling) }
    }
    return try find(name, for: file, environment)
  }

  /// A path in the folder for temporary files.
  static var temporaryPath: String { (environment("TMPDIR") ?? "/tmp") + "/raster" }

  /// Runs one of the programs for `file`, and makes its failure a `FormatError` with its own words.
  ///
  /// A program of GDAL may say that something went wrong and still end as if all were well, as with a Shapefile that was
  /// cut short; its words count.
  static func run(_ program: String, _ arguments: [String], file: String) async throws -> ChildProcess.Outcome {
    let outcome: ChildProcess.Outcome
    do {
      outcome = try await ChildProcess(program: program, arguments: arguments).run()
    } catch let failure as ChildProcess.Failure {
      throw FormatError(file: file, problem: "GDAL could not be run: \(failure.reason)")
    }
    // ogrinfo writes its failures to its standard output.
    let hasFailed = outcome.ending != .exit(0) && outcome.output.count < 1 << 16
    let messages = GDALMessages(outcome.errors + (hasFailed ? String(decoding: outcome.output, as: UTF8.self) : ""))
    switch outcome.ending {
    case .signal(let signal):
      throw FormatError(file: file, problem: "GDAL was ended by signal \(signal)\(messages.suffix)")
    case .exit(let code) where code != 0:
      throw FormatError(
        file: file, problem: messages.errors.isEmpty ? "GDAL failed with code \(code)" : "GDAL: \(messages.text)")
    case .exit:
      if !messages.errors.isEmpty { throw FormatError(file: file, problem: "GDAL: \(messages.text)") }
    }
    return outcome
  }

  private static func find(
    _ name: String, for file: String, _ environment: (String) -> String?
  ) throws(FormatError) -> String {
    if let path = find(name, environment) { return path }
    throw FormatError(
      file: file,
      problem: "this format is read and written by GDAL, whose program \(name) is not installed; "
        + "install it, as with: apt install gdal-bin")
  }

  private static func find(_ name: String, _ environment: (String) -> String?) -> String? {
    if name.contains("/") { return access(name, X_OK) == 0 ? name : nil }
    let folders = (environment("PATH") ?? "/usr/local/bin:/usr/bin:/bin").split(separator: ":")
    return folders.map { "\($0)/\(name)" }.first { access($0, X_OK) == 0 }
  }

  static func environment(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }
}

/// What a program of GDAL wrote to its standard error.
struct GDALMessages {
  /// Errors, each once, without their numbers.
  private(set) var errors: [String] = []
  /// Warnings, each once, without their numbers.
  private(set) var warnings: [String] = []

  private static let shown = 3

  init(_ text: String) {
    var isFailure = false
    for line in text.split(whereSeparator: \.isNewline) {
      let words = GDALMessages.withoutNumber(line)
      if line.hasPrefix("ERROR") {
        if !errors.contains(words) { errors.append(words) }
      } else if line.hasPrefix("Warning") {
        if !warnings.contains(words) { warnings.append(words) }
      } else if line.hasPrefix("FAILURE") {
        isFailure = true
      } else if isFailure, !line.hasPrefix("  ->") {
        // The words of a failure stand on the next line, before the list of all drivers.
        errors.append(words.replacing(" with the following drivers.", with: ""))
        isFailure = false
      }
    }
  }

  /// The errors in one line, at most three.
  var text: String {
    let more = errors.count - GDALMessages.shown
    return errors.prefix(GDALMessages.shown).joined(separator: "; ") + (more > 0 ? "; and \(more) more" : "")
  }

  var suffix: String { errors.isEmpty ? "" : ": \(text)" }

  /// `ERROR 4: no such file` without what stands before the colon.
  private static func withoutNumber(_ line: Substring) -> String {
    guard let colon = line.firstIndex(of: ":"), line[..<colon].contains(where: \.isNumber) else { return String(line) }
    return String(line[line.index(after: colon)...].drop(while: \.isWhitespace))
  }
}
