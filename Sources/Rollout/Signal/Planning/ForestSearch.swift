/// Branch and bound over sites that stand only with what they need: bounds by ``ForestRelaxation``, branches on sites.
struct ForestSearch {
  private static let stepsAtRoot = 400
  private static let stepsBelow = 40

  private var meter: WorkMeter

  /// A search that looks at about so many entries.
  init(workLimit: Int) { meter = WorkMeter(limit: workLimit) }

  /// A lower bound on all choices that a relaxation leaves open, or the least sum known where none of them is less.
  ///
  /// `consider` is given closed sites to make a choice of, and says what the best choice so far comes to.
  mutating func bound(_ start: ForestRelaxation, isRoot: Bool, consider: ([Int]) -> Int) -> Int {
    var relaxation = start
    var least = consider(relaxation.chosen)
    for step in 1...(isRoot ? Self.stepsAtRoot : Self.stepsBelow) {
      if relaxation.wholeBound >= least || meter.isExhausted() { break }
      meter.spend(relaxation.entryCount)
      if !relaxation.step(target: Double(least)) { break }
      if step % 20 == 0 { least = consider(relaxation.chosen) }
    }
    if relaxation.wholeBound >= least { return least }
    if meter.isExhausted() { return relaxation.wholeBound }
    guard let site = relaxation.undecided else {
      // Everything is decided: what has been considered is the only choice.
      return consider(relaxation.chosen)
    }
    let isLikely = relaxation.fractions[site] >= 0.5
    let first = bound(relaxation.deciding(site, isBuilt: isLikely), isRoot: false, consider: consider)
    let second = bound(relaxation.deciding(site, isBuilt: !isLikely), isRoot: false, consider: consider)
    return max(relaxation.wholeBound, min(first, second))
  }
}
