/// What each item brings for what it takes, with all it needs, before anything is built.
struct ItemRatios {
  /// The items that serve anyone, the greatest ratio first.
  let order: [Int]

  /// The ratios of an instance: the benefit of the items' own demands over the greatest part that the item and its needs take of
  /// any limit. O(items times needs in all).
  init(_ core: PhasingCore) {
    let parts = (0..<core.itemCount).map { item in
      core.rows.reduce(0.0) { $0 + Double($1.amounts[item]) / Double(max(1, $1.sums[core.yearCount - 1])) }
    }
    var ratios = [Double](repeating: 0, count: core.itemCount)
    var seen = [Int32](repeating: -1, count: core.itemCount)
    let serving = (0..<core.itemCount).filter { item in
      core.demandsOfItem[item].contains { core.benefits[Int($0)] > 0 }
    }
    for item in serving {
      var closure = [item]
      var place = 0
      var part = 0.0
      seen[item] = Int32(truncatingIfNeeded: item)
      while place < closure.count {
        part += parts[closure[place]]
        for need in core.needs[closure[place]] where seen[Int(need)] != item {
          seen[Int(need)] = Int32(truncatingIfNeeded: item)
          closure.append(Int(need))
        }
        place += 1
      }
      let benefit = core.demandsOfItem[item].reduce(0) { $0 + core.benefits[Int($1)] }
      ratios[item] = Double(benefit) / max(part, 1e-12)
    }
    order = serving.sorted { (ratios[$1], $0) < (ratios[$0], $1) }
  }
}
