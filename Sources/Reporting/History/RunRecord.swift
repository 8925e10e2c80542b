/// A run of a report as a history keeps it, without its villages.
public struct RunRecord: Hashable, Sendable {
  /// Its number in the history, from 1; never given twice.
  public var number: Int
  /// The project's name.
  public var project: String
  /// The version of the program.
  public var version: String
  /// The options that change results, as `strict`; empty for none.
  public var options: String
  /// The text of the project file.
  public var parameters: String
  /// The checksum of everything that the results depend on: see ``fingerprint(version:options:inputs:)``.
  public var fingerprint: String
  /// How many remarks told that something was left out.
  public var losses: Int
  /// The headline figures, with the time.
  public var figures: RunFigures
  /// The inputs, in their order.
  public var inputs: [InputRecord]

  /// A run with the number 0, which the history replaces.
  public init(
    project: String, version: String, options: String = "", parameters: String, losses: Int = 0,
    figures: RunFigures, inputs: [InputRecord]
  ) {
    number = 0
    self.project = project
    self.version = version
    self.options = options
    self.parameters = parameters
    fingerprint = Self.fingerprint(version: version, options: options, inputs: inputs)
    self.losses = losses
    self.figures = figures
    self.inputs = inputs
  }

  init(
    number: Int, project: String, version: String, options: String, parameters: String, fingerprint: String,
    losses: Int, figures: RunFigures, inputs: [InputRecord]
  ) {
    self.number = number
    self.project = project
    self.version = version
    self.options = options
    self.parameters = parameters
    self.fingerprint = fingerprint
    self.losses = losses
    self.figures = figures
    self.inputs = inputs
  }

  /// The SHA-256 of the version, the options and the role and checksum of every input, the project file among them. Where the
  /// files lie plays no part, so that a project may be moved.
  public static func fingerprint(version: String, options: String, inputs: [InputRecord]) -> String {
    let lines = ["version \(version)", "options \(options)"] + inputs.map { "\($0.sha256) \($0.role)" }
    return SHA256.hexadecimal(of: Array(lines.joined(separator: "\n").utf8))
  }
}
