/// The least number of forms that count at once where one weight is free: a walk along it from form to form.
enum OneWeightCount {
  /// A form that changes its sign at one place of the weight, numerator / denominator.
  private struct Root {
    var numerator: Int64
    /// Above 0.
    var denominator: Int64
    /// Whether the form counts beyond the root rather than before it.
    var grows: Bool
    var countsAtZero: Bool

    func compare(_ other: Root) -> Int {
      // Numerators are below 2^53 and denominators 10^6, so products need more than 64 bits.
      let (a, b) = (
        numerator.multipliedFullWidth(by: other.denominator), other.numerator.multipliedFullWidth(by: denominator)
      )
      if a.high != b.high { return a.high < b.high ? -1 : 1 }
      return a.low == b.low ? 0 : a.low < b.low ? -1 : 1
    }
  }

  /// The least count over the real weights of `region`, of which only `free` varies. All open forms hang on it.
  ///
  /// Exact: roots are compared as fractions, and both what counts at a root and between two roots. O(n log n).
  static func least(_ forms: LinearForms, _ region: WeightRegion, free: Int) -> Int {
    var roots: [Root] = []
    roots.reserveCapacity(region.open.count)
    var start = region.lower
    var atStart = 0
    for form in region.open.map(Int.init) {
      let factor = forms.factors[form * forms.width + free]
      start[free] = region.lower[free]
      if forms.counts(form, value: forms.value(form, at: start)) { atStart += 1 }
      start[free] = 0
      let constant = forms.value(form, at: start)
      roots.append(
        Root(
          numerator: Int64(factor > 0 ? -constant : constant), denominator: Int64(abs(factor)), grows: factor > 0,
          countsAtZero: forms.countsAtZero[form]))
    }
    roots.sort { $0.compare($1) < 0 }
    return min(atStart, walk(roots, Int64(region.upper[free])))
  }

  /// The least count beyond the first weight; every form has its root within the range of the weight.
  private static func walk(_ roots: [Root], _ end: Int64) -> Int {
    // Before all roots those count that fall.
    var count = roots.count { !$0.grows }
    var least = Int.max
    var next = 0
    while next < roots.count {
      let first = next
      var (entering, leaving, tied) = (0, 0, 0)
      while next < roots.count, roots[next].compare(roots[first]) == 0 {
        if roots[next].grows { entering += 1 } else { leaving += 1 }
        if roots[next].countsAtZero { tied += 1 }
        next += 1
      }
      least = min(least, count - leaving + tied)
      count += entering - leaving
      if roots[first].numerator < end * roots[first].denominator { least = min(least, count) }
    }
    return least
  }
}
