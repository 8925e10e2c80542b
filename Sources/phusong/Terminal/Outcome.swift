import ArgumentParser
import Coverage
import GeoFormats
import Glibc
import Project
import Reporting
import Rollout

/// How the program ends; the numbers are part of its interface.
enum Outcome: Int32, Error {
  case done = 0
  case failed = 1
  case usage = 2
  case invalidInput = 3
  case somethingLeftOut = 4
  case changed = 5
}

extension PhuSong {
  /// Ends the program, after everything printed has gone out.
  static func leave(_ outcome: Outcome) -> Never {
    // What was printed may have to go to a disk that is full.
    if fflush(nil) != 0 {
      Terminal.writeError("error: standard output: cannot be written: \(String(cString: strerror(errno)).lowercased())")
      Glibc._exit(Outcome.failed.rawValue)
    }
    // What is left to be done at the exit (GEOS and PROJ taking down their tables) changes nothing and takes its time.
    Glibc._exit(outcome.rawValue)
  }

  /// Ends the program for an error: one line on standard error, and the code that fits.
  static func leave(reporting error: any Error) -> Never {
    if let (message, outcome) = told(error) { stop(message, outcome) }
    let code = exitCode(for: error)
    let message = fullMessage(for: error)
    if code == .success {
      if !message.isEmpty { print(message) }
      leave(.done)
    }
    // Everything the argument parser throws is about usage; anything else is a failure of ours.
    let isUsage = code == .validationFailure
    if isUsage { Terminal.writeError(message) } else { stop("\(error)", .failed) }
    leave(.usage)
  }

  /// How the program ends for an error that has been told already.
  static func outcome(of error: any Error) -> Outcome { told(error)?.outcome ?? .failed }

  /// The line and the code of an error that PhuSong knows; nil for those of the argument parser and for failures of ours.
  private static func told(_ error: any Error) -> (message: String, outcome: Outcome)? {
    switch error {
    case .wrongChange(let text, let problem) as CostError:
      (CostError.wrongChange(text, problem: problem).description, .usage)
    case let error as QueryError: (error.description, .usage)
    case let error as ConditionError: (error.description, .usage)
    case let error as ScheduleError: (error.description, .usage)
    case let error as HistoryError: (error.description, outcome(of: error))
    case let error as AtomicFile.Failure: (error.description, .failed)
    case is FormatError, is ProjectFileError, is RankingError, is CostError, is PlanError, is AccessError,
      is FibreError, is SignalError, is PowerError, is PhasingError, is CandidateNetworkError:
      ("\(error)", .invalidInput)
    default: nil
    }
  }

  private static func outcome(of error: HistoryError) -> Outcome {
    switch error {
    case .missing, .notHistory, .newerSchema, .otherProject: .invalidInput
    case .noSuchRun: .usage
    case .busy, .unusable, .database: .failed
    }
  }

  private static func stop(_ message: String, _ outcome: Outcome) -> Never {
    Terminal.writeError("error: \(message)")
    leave(outcome)
  }
}
