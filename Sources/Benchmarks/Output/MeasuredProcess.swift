import Foundation
import Glibc

/// A program run to its end, as the operating system accounts for it.
struct MeasuredProcess {
  /// From its start to its end, in **seconds**.
  var wallSeconds: Double
  /// In user and system mode on all cores, in **seconds**.
  var processorSeconds: Double
  /// The most memory that it held at a time, in **bytes**. Linux counts from the memory of this process on, so it should
  /// stay small.
  var peakBytes: Double

  /// Runs `program` with `arguments`; what it prints is thrown away.
  ///
  /// - Throws: ``BenchmarkError`` with what the program wrote to standard error unless it ends with one of `statuses`.
  static func run(_ program: String, _ arguments: [String], statuses: Set<Int32> = [0]) throws -> MeasuredProcess {
    let errors = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).err").path
    defer { unlink(errors) }
    let clock = ContinuousClock()
    let start = clock.now
    let process = try spawn(program, arguments, errors: errors)
    var status: Int32 = 0
    var usage = rusage()
    while wait4(process, &status, 0, &usage) < 0 {
      guard errno == EINTR else { throw BenchmarkError.notStarted(program: program, reason: reason(errno)) }
    }
    let wall = start.duration(to: clock.now) / .seconds(1)
    // As WIFEXITED and WEXITSTATUS have it; a signal counts as its negative number.
    let code = status & 0x7F == 0 ? (status >> 8) & 0xFF : -(status & 0x7F)
    guard statuses.contains(code) else {
      let text = (try? String(contentsOfFile: errors, encoding: .utf8)) ?? ""
      throw BenchmarkError.failed(
        program: program, status: code, errors: text.trimmingCharacters(in: .whitespacesAndNewlines))
    }
    return MeasuredProcess(
      wallSeconds: wall, processorSeconds: seconds(usage.ru_utime) + seconds(usage.ru_stime),
      peakBytes: Double(usage.ru_maxrss) * 1024)
  }

  private static func spawn(_ program: String, _ arguments: [String], errors: String) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, errors, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) }
    defer { words.forEach { free($0) } }
    words.append(nil)
    var process: pid_t = 0
    let code = posix_spawn(&process, program, &actions, nil, words, environ)
    guard code == 0 else { throw BenchmarkError.notStarted(program: program, reason: reason(code)) }
    return process
  }

  private static func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }

  private static func reason(_ code: Int32) -> String { String(cString: strerror(code)) }
}
