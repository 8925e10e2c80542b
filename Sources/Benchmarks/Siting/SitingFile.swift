import Foundation
import Rollout

/// An instance of the covering problems as JSON, for solvers of other kinds.
struct SitingFile: Encodable {
  /// What each village counts.
  let weights: [Double]
  /// What each site costs.
  let costs: [Double]
  /// For each site the villages it covers, counted from 0.
  let covered: [[Int32]]
  /// What may be spent in the maximal covering problem.
  let budget: Double

  /// The file of an instance.
  init(_ instance: CoverInstance, budget: Double) {
    weights = instance.weights
    costs = instance.sites.map(\.cost)
    covered = instance.sites.indices.map { Array(instance.covered[$0]) }
    self.budget = budget
  }

  /// Writes it in one piece.
  func write(to path: String) throws {
    try JSONEncoder().encode(self).write(to: URL(fileURLWithPath: path), options: .atomic)
  }
}
