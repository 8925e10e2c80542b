import GeoFormats

/// A command of the user's that is told what a report found.
public struct Hook: Sendable {
  /// What is given to `/bin/sh -c`.
  public let command: String
  /// After how many **seconds** it is ended.
  public let limitSeconds: Int

  /// Why a hook failed.
  public struct Failure: Error, Sendable, Hashable, CustomStringConvertible {
    /// The command.
    public var command: String
    /// How it ended, and what it last said.
    public var problem: String

    /// `the hook "mail-it" ended with code 7: connection refused`
    public var description: String { "the hook \"\(command)\" \(problem)" }
  }

  /// A command that may take five minutes.
  public init(command: String, limitSeconds: Int = 300) {
    self.command = command
    self.limitSeconds = limitSeconds
  }

  /// Runs the command with `input` on its standard input, and waits for it.
  ///
  /// - Returns: What it printed.
  /// - Throws: ``Failure`` when it could not be started, ended with another code than 0, or took too long.
  @discardableResult
  public func run(input: [UInt8]) async throws -> String {
    let process = ChildProcess(program: "/bin/sh", arguments: ["-c", command], input: input, leadsGroup: true)
    let ended: ChildProcess.Outcome?
    do {
      ended = try await process.run(limitSeconds: limitSeconds)
    } catch let error as ChildProcess.Failure {
      throw failure("could not be started: \(error.reason)")
    }
    guard let outcome = ended else { throw failure("took more than \(limitSeconds) seconds and was ended") }
    let last = outcome.errors.split(whereSeparator: \.isNewline).last.map { ": \($0)" } ?? ""
    switch outcome.ending {
    case .exit(0): return String(decoding: outcome.output, as: UTF8.self)
    case .exit(let code): throw failure("ended with code \(code)\(last)")
    case .signal(let number): throw failure("was ended by signal \(number)\(last)")
    }
  }

  private func failure(_ problem: String) -> Failure { Failure(command: command, problem: problem) }
}
