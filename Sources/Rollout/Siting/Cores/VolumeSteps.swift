/// The lengths of the steps and the weights of the averages of the volume algorithm (F. Barahona and R. Anbil, *The volume
/// algorithm: producing primal solutions with a subgradient method*, Math. Programming 87, 2000): what the relaxations of
/// both covering problems have in common.
struct VolumeSteps {
  /// By what the length of a step is multiplied.
  private(set) var scale: Double
  /// The greatest weight of a new solution in the average.
  private var averaging = 0.2
  /// After how many steps in vain the next ones become shorter, and by what.
  private let patience: Int
  private let shrinkage: Double
  private var failures = 0
  private var steps = 0
  private var boundAtCheck: Double

  init(scale: Double, patience: Int, shrinkage: Double, bound: Double) {
    self.scale = scale
    self.patience = patience
    self.shrinkage = shrinkage
    boundAtCheck = bound
  }

  /// Takes note of a step. After a better bound steps grow if the new direction, `trial`, agrees with the old, `direction`.
  mutating func judge(isBetter: Bool, direction: [Double], trial: [Double]) {
    if isBetter {
      var agreement = 0.0
      for row in direction.indices { agreement += direction[row] * trial[row] }
      if agreement >= 0 { scale = min(2, scale * 1.1) }
      failures = 0
    } else {
      failures += 1
      if failures >= patience {
        scale = max(1e-4, scale * shrinkage)
        failures = 0
      }
    }
  }

  /// Every hundred steps: if the bound has hardly moved, new solutions count less.
  mutating func check(bound: Double) {
    steps += 1
    if steps % 100 != 0 { return }
    if abs(bound - boundAtCheck) < 0.01 * abs(bound) { averaging = max(0.005, averaging * 0.6) }
    boundAtCheck = bound
  }

  /// Moves the average `direction` towards `trial` by the share that leaves it smallest, within limits; the share.
  func average(_ direction: inout [Double], with trial: [Double]) -> Double {
    var along = 0.0
    var difference = 0.0
    for row in direction.indices {
      let change = trial[row] - direction[row]
      along -= change * direction[row]
      difference += change * change
    }
    var share = difference > 0 ? along / difference : averaging
    share = share <= 0 ? averaging / 10 : min(averaging, max(averaging / 10, share))
    for row in direction.indices { direction[row] += share * (trial[row] - direction[row]) }
    return share
  }
}
