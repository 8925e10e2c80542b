/// The least number of linear forms that count at once, over a box of weights: branch and bound.
///
/// A box is cut in half along the weight that most forms hang on, the most promising box first. Of a box it is known
///
/// - which forms count everywhere in it, and which nowhere, from the least and greatest value of each: closed forms, for each
///   weight is at one of its bounds;
/// - that a weight which no open form grows with may as well stay at its greatest value, and the other way round, so most
///   weights are settled at once: who is as poor as counts gains by every rise of the weight of poverty;
/// - a lower bound by relaxation, see ``RelaxedCount``;
/// - the exact answer, where one free weight is left, see ``OneWeightCount``;
/// - that what the middle and one corner give is attained.
///
/// A box is done with when its lower bound is no better than what is attained. The forms are exact, so the answer is too.
struct RankSearch {
  /// What a search found.
  struct Answer: Sendable, Hashable {
    /// The least number that is attained.
    var attained: Int
    /// A number that no weights in the box come below; equal to `attained` when the search came to its end.
    var proven: Int
  }

  /// How much may still be done, counted in **forms looked at**.
  private(set) var effort: Int
  private var attained: Int
  private let forms: LinearForms
  /// The boxes not yet done with by their lower bound, from `firstBound` on; of each the last first.
  private var waiting: [[WeightRegion]] = []
  private var firstBound = 0
  /// The least lower bound of boxes too small to be cut.
  private var uncut = Int.max
  private var relaxation: RelaxedCount

  /// A search over the forms of `region`; `attained` is a number that some weights in it are known to attain.
  init(_ forms: LinearForms, attained: Int, effort: Int) {
    self.forms = forms
    self.attained = attained
    self.effort = effort
    relaxation = RelaxedCount(width: forms.width)
  }

  /// Searches `region` until the answer is proven or the effort is spent.
  mutating func answer(over region: WeightRegion) -> Answer {
    firstBound = region.counted
    take(region, bound: firstBound)
    var bound = 0
    while let next = pop(&bound) {
      if firstBound + bound >= attained { break }
      if effort <= 0 {
        return Answer(attained: attained, proven: min(attained, uncut, firstBound + bound))
      }
      split(next, bound: firstBound + bound)
    }
    return Answer(attained: attained, proven: min(attained, uncut))
  }

  private mutating func pop(_ bound: inout Int) -> WeightRegion? {
    while bound < waiting.count {
      if let region = waiting[bound].popLast() { return region }
      bound += 1
    }
    return nil
  }

  private mutating func split(_ region: WeightRegion, bound: Int) {
    var (best, greatest) = (-1, 0.0)
    for index in 0..<forms.width where region.upper[index] - region.lower[index] >= 2 {
      var sum = 0.0
      for form in region.open { sum += abs(forms.factors[Int(form) * forms.width + index]) }
      let spread = sum * (region.upper[index] - region.lower[index])
      if spread > greatest { (best, greatest) = (index, spread) }
    }
    guard best >= 0 else {
      uncut = min(uncut, bound)
      return
    }
    let middle = ((region.lower[best] + region.upper[best]) / 2).rounded(.down)
    var half = region
    half.upper[best] = middle
    take(half, bound: bound)
    half = region
    half.lower[best] = middle
    take(half, bound: bound)
  }

  /// Bounds a box, and keeps it when it may hold something better than what is attained. What the box it was cut from does
  /// not come below, `bound`, it does not either, though its own relaxation may say less.
  private mutating func take(_ region: WeightRegion, bound least: Int) {
    var region = region
    effort -= region.settle(forms)
    guard region.counted < attained else { return }
    if region.open.isEmpty {
      attained = region.counted
      return
    }
    let free = (0..<forms.width).filter { region.lower[$0] < region.upper[$0] }
    if free.count == 1 {
      effort -= region.open.count
      attained = min(attained, region.counted + OneWeightCount.least(forms, region, free: free[0]))
      return
    }
    let bound = max(least, region.counted + relaxation.bound(forms, region, needed: attained - region.counted))
    effort -= relaxation.formsLookedAt
    tryPoints(region)
    guard bound < attained else { return }
    while waiting.count <= bound - firstBound { waiting.append([]) }
    waiting[bound - firstBound].append(region)
  }

  /// Counts at the middle of a box and at the corner that most forms fall towards.
  private mutating func tryPoints(_ region: WeightRegion) {
    effort -= 2 * region.open.count
    var point = region.lower
    for index in point.indices { point[index] = (region.lower[index] + region.upper[index]) / 2 }
    attempt(point, region)
    for index in point.indices {
      point[index] = relaxation.growth[index] > 0 ? region.lower[index] : region.upper[index]
    }
    attempt(point, region)
  }

  private mutating func attempt(_ point: [Double], _ region: WeightRegion) {
    var count = region.counted
    for form in region.open where forms.counts(Int(form), value: forms.value(Int(form), at: point)) {
      count += 1
      if count >= attained { return }
    }
    attained = count
  }
}
