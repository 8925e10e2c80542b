import Dispatch
import Glibc
import Synchronization

/// A program run to its end without a shell, its output gathered in memory.
///
/// Its arguments reach it byte for byte, its standard input is empty unless it is given some, and it is ended when the task
/// that waits for it is cancelled. The caller's thread is not blocked meanwhile.
package struct ChildProcess: Sendable {
  /// The path of the program.
  let program: String
  /// What it is given, without its own name.
  let arguments: [String]
  /// What it finds on its standard input, at most ``greatestInputBytes`` **bytes**; nil for nothing.
  let input: [UInt8]?
  /// Whether what it starts itself is ended with it.
  let leadsGroup: Bool

  /// What a pipe holds without anybody reading it, in **bytes** (Linux, pipe(7)).
  package static let greatestInputBytes = 65_536

  /// A program at a path, which finds `input` on its standard input. One that leads a group is ended with all that it has
  /// started.
  package init(program: String, arguments: [String], input: [UInt8]? = nil, leadsGroup: Bool = false) {
    self.leadsGroup = leadsGroup
    self.program = program
    self.arguments = arguments
    self.input = input
  }

  /// How a program ended.
  package enum Ending: Hashable, Sendable {
    case exit(Int32)
    case signal(Int32)
  }

  /// What a program left behind.
  package struct Outcome: Sendable {
    package var output: [UInt8]
    package var errors: String
    package var ending: Ending
  }

  /// Why a program could not be run, in the system's words.
  package struct Failure: Error {
    package var reason: String
  }

  /// Runs the program and waits.
  package func run() async throws -> Outcome {
    let running = RunningChild(leadsGroup: leadsGroup)
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        DispatchQueue.global().async {
          continuation.resume(with: Result { try runHere(running) })
        }
      }
    } onCancel: {
      running.end()
    }
  }

  /// Pipes are made and handed over one child at a time, so that none inherits the ends of another's.
  private static let spawning = Mutex(())

  private func runHere(_ running: RunningChild) throws -> Outcome {
    let (output, errors) = try ChildProcess.spawning.withLock { _ in
      let output = try Pipe()
      let errors = try Pipe()
      let inputPipe = try input.map { try Pipe(holding: $0) }
      try running.start { () throws(Failure) in try spawn(inputPipe, output, errors) }
      output.closeWriteEnd()
      errors.closeWriteEnd()
      return (output, errors)
    }
    let texts = ChildProcess.drain([output.readEnd, errors.readEnd])
    let ending = try running.wait()
    return Outcome(output: texts[0], errors: String(decoding: texts[1], as: UTF8.self), ending: ending)
  }

  private func spawn(_ input: Pipe?, _ output: Pipe, _ errors: Pipe) throws(Failure) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if let input {
      posix_spawn_file_actions_adddup2(&actions, input.readEnd, 0)
    } else {
      posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    }
    posix_spawn_file_actions_adddup2(&actions, output.writeEnd, 1)
    posix_spawn_file_actions_adddup2(&actions, errors.writeEnd, 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigaddset(&signals, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    let group = leadsGroup ? POSIX_SPAWN_SETPGROUP : 0
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | group))
    let words = ([program] + arguments).map { strdup($0) }
    defer { words.forEach { free($0) } }
    var child = pid_t()
    let code = posix_spawn(&child, program, &actions, &attributes, words + [nil], environ)
    if code != 0 { throw Failure(reason: "\(program): \(SourceBytes.reason(code))") }
    return child
  }

  /// Reads several pipes to their ends at the same time, so that the child never waits for a full one.
  private static func drain(_ descriptors: [Int32]) -> [[UInt8]] {
    var texts = [[UInt8]](repeating: [], count: descriptors.count)
    var polled = descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while polled.contains(where: { $0.fd >= 0 }) {
      if poll(&polled, nfds_t(polled.count), -1) < 0 {
        if errno == EINTR { continue }
        break
      }
      for index in polled.indices where polled[index].fd >= 0 && polled[index].revents != 0 {
        let got = read(polled[index].fd, &block, block.count)
        if got > 0 {
          texts[index].append(contentsOf: block[..<got])
        } else if got == 0 || errno != EINTR {
          polled[index].fd = -1
        }
      }
    }
    return texts
  }
}

/// The two ends of a pipe, closed with their owner.
private final class Pipe {
  let readEnd: Int32
  private(set) var writeEnd: Int32

  init() throws(ChildProcess.Failure) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw ChildProcess.Failure(reason: SourceBytes.reason(errno)) }
    (readEnd, writeEnd) = (ends[0], ends[1])
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
  }

  /// A pipe that holds `bytes` and ends after them; they are written before anybody reads, so that nobody has to wait.
  convenience init(holding bytes: [UInt8]) throws(ChildProcess.Failure) {
    try self.init()
    guard bytes.count <= ChildProcess.greatestInputBytes else {
      throw ChildProcess.Failure(
        reason: "\(bytes.count) bytes of input; expected at most \(ChildProcess.greatestInputBytes)")
    }
    // A system that is short of memory for pipes makes small ones, which must not make us wait.
    _ = fcntl(writeEnd, F_SETFL, O_NONBLOCK)
    let written = bytes.withUnsafeBytes { write(writeEnd, $0.baseAddress, $0.count) }
    guard written == bytes.count else { throw ChildProcess.Failure(reason: SourceBytes.reason(errno)) }
    closeWriteEnd()
  }

  deinit {
    close(readEnd)
    closeWriteEnd()
  }

  func closeWriteEnd() {
    if writeEnd >= 0 { close(writeEnd) }
    writeEnd = -1
  }
}

/// The number of a child while it is certainly ours: from its start until it is waited for.
private final class RunningChild: Sendable {
  private enum State {
    case notStarted, running(pid_t), ended, cancelled
  }

  private let state = Mutex(State.notStarted)
  private let leadsGroup: Bool

  init(leadsGroup: Bool) { self.leadsGroup = leadsGroup }

  func start(_ spawn: () throws(ChildProcess.Failure) -> pid_t) throws {
    try state.withLock { state in
      if case .cancelled = state { throw CancellationError() }
      state = .running(try spawn())
    }
  }

  /// Ends the child, or keeps it from being started.
  func end() {
    state.withLock { state in
      switch state {
      case .notStarted: state = .cancelled
      case .running(let child): kill(leadsGroup ? -child : child, SIGTERM)
      case .ended, .cancelled: break
      }
    }
  }

  func wait() throws -> ChildProcess.Ending {
    guard case .running(let child) = state.withLock({ $0 }) else { throw CancellationError() }
    var information = siginfo_t()
    // The number stays the child's until the second wait, so that nobody else can be ended under it.
    while waitid(P_PID, id_t(child), &information, WEXITED | WNOWAIT) != 0, errno == EINTR {}
    return try state.withLock { state in
      state = .ended
      var status: Int32 = 0
      guard waitpid(child, &status, 0) == child else {
        throw ChildProcess.Failure(reason: "its end went unnoticed: \(SourceBytes.reason(errno))")
      }
      let signal = status & 0x7F
      return signal == 0 ? .exit(status >> 8 & 0xFF) : .signal(signal)
    }
  }
}
