import Dispatch
import Glibc

/// Ctrl-C as a wish to end with what there is, not at once; a second one ends at once.
final class Interruption {
  private let source: any DispatchSourceSignal

  /// Cancels `task` when the user interrupts, and says so.
  init<Success: Sendable>(cancelling task: Task<Success, any Error>) {
    signal(SIGINT, SIG_IGN)
    // A queue of its own: on a shared one it would wait while every thread plans.
    let queue = DispatchQueue(label: "interruption", qos: .userInteractive)
    let source = DispatchSource.makeSignalSource(signal: SIGINT, queue: queue)
    source.setEventHandler {
      Terminal.writeError("interrupted: ending with the best so far; again to stop at once")
      signal(SIGINT, SIG_DFL)
      task.cancel()
    }
    source.resume()
    self.source = source
  }

  deinit {
    source.cancel()
    signal(SIGINT, SIG_DFL)
  }
}
