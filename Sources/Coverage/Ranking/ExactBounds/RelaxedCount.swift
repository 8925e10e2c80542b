/// A lower bound on how many open forms of a box count at once: the linear relaxation of counting.
///
/// Divided by its greatest value in the box, a form is at most 1 where it counts. So for any set of forms the number that
/// count is nowhere less than their sum, and the least value of a sum of linear forms over a box is a closed form. The set is
/// looked for by conditional gradients on the sum of the positive parts (M. Frank, P. Wolfe, *An algorithm for quadratic
/// programming*, Naval Research Logistics Quarterly 3, 1956); whatever set it ends with, the bound holds.
struct RelaxedCount {
  /// By how much the forms looked at last grow in all with each weight, in proportion to their greatest values.
  private(set) var growth: [Double]
  /// How many forms were looked at for the last bound, each time counted.
  private(set) var formsLookedAt = 0
  private let width: Int
  /// For each form that is looked at its value in the middle of the box and its growth to the bound of each weight.
  private var scaled: [Double] = []
  private var point: [Double]
  private var sum: [Double]

  private static let steps = 8
  /// A form that counts in less than this part of its range is left out, so that no scaled value is above 1,000.
  private static let leastPart = 1e-3
  /// Scaled values are below 1,000 and forms at most 10,000, so that rounding adds up to less than this.
  private static let slack = 1e-3

  init(width: Int) {
    self.width = width
    growth = [Double](repeating: 0, count: width)
    point = growth
    sum = growth
  }

  /// A number of open forms that count everywhere in the box, whichever they are; stops looking for a better one at `needed`.
  mutating func bound(_ forms: LinearForms, _ region: WeightRegion, needed: Int) -> Int {
    scale(forms, region)
    formsLookedAt = region.open.count
    for index in 0..<width { point[index] = 0 }
    var best = 0
    for step in 0..<RelaxedCount.steps {
      formsLookedAt += region.open.count
      let least = leastSum()
      best = max(best, Int((least - RelaxedCount.slack).rounded(.up)))
      if best >= needed { break }
      let length = 1 / Double(step + 2)
      for index in 0..<width {
        let target = sum[index] > 0 ? -1.0 : 1.0
        point[index] += length * (target - point[index])
      }
    }
    return best
  }

  /// Weights are counted from the middle of the box in halves of its sides: each is from -1 to 1.
  private mutating func scale(_ forms: LinearForms, _ region: WeightRegion) {
    scaled.removeAll(keepingCapacity: true)
    for index in 0..<width { growth[index] = 0 }
    for form in region.open {
      let start = Int(form) * forms.width
      var (middle, range) = (forms.constants[Int(form)], 0.0)
      for index in 0..<width {
        let factor = forms.factors[start + index]
        middle += factor * (region.lower[index] + region.upper[index]) / 2
        range += abs(factor) * (region.upper[index] - region.lower[index]) / 2
      }
      let greatest = middle + range
      let isLookedAt = greatest > RelaxedCount.leastPart * range
      if isLookedAt { scaled.append(middle / greatest) }
      for index in 0..<width {
        let step = forms.factors[start + index] * (region.upper[index] - region.lower[index]) / 2
        if isLookedAt { scaled.append(step / greatest) }
        growth[index] += step / range
      }
    }
  }

  /// The least value in the box of the sum of the forms that are above 0 at `point`; leaves their growth in `sum`.
  private mutating func leastSum() -> Double {
    for index in 0..<width { sum[index] = 0 }
    var total = 0.0
    for start in stride(from: 0, to: scaled.count, by: width + 1) {
      var value = scaled[start]
      for index in 0..<width { value += scaled[start + 1 + index] * point[index] }
      guard value > 0 else { continue }
      total += scaled[start]
      for index in 0..<width { sum[index] += scaled[start + 1 + index] }
    }
    for index in 0..<width { total -= abs(sum[index]) }
    return total
  }
}
