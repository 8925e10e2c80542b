/// What can keep a benchmark from running.
enum BenchmarkError: Error, CustomStringConvertible {
  /// A folder has no file of villages.
  case noVillages(folder: String)
  /// A folder has no instance to solve.
  case noInstances(folder: String)
  /// A program could not be started.
  case notStarted(program: String, reason: String)
  /// A program did not end as it should; what it said of it.
  case failed(program: String, status: Int32, errors: String)

  var description: String {
    switch self {
    case .noVillages(let folder):
      "\(folder): has no villages_N.geojson; expected what \"Benchmarks generate\" writes"
    case .noInstances(let folder):
      "\(folder): has no .gr file; expected instances of the Steiner tree problem"
    case .notStarted(let program, let reason):
      "\(program): cannot be started: \(reason)"
    case .failed(let program, let status, let errors):
      "\(program): ended with \(status)" + (errors.isEmpty ? "" : ": \(errors)")
    }
  }
}
