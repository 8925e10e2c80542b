/// A box of weights and the forms of which it does not yet tell whether they count.
struct WeightRegion: Sendable {
  /// The least weights, whole numbers.
  var lower: [Double]
  /// The greatest weights, whole numbers.
  var upper: [Double]
  /// The forms that count in some part of the box and do not in another.
  var open: [UInt32]
  /// How many forms count everywhere in the box.
  var counted: Int

  /// Settles the forms that count everywhere or nowhere and the weights of which one bound is best for every open form, as
  /// long as one leads to another; the least count stays what it is. Returns how many forms were looked at.
  mutating func settle(_ forms: LinearForms) -> Int {
    var formsLookedAt = 0
    repeat {
      formsLookedAt += open.count
      settleForms(forms)
    } while settleWeights(forms)
    return formsLookedAt
  }

  private mutating func settleForms(_ forms: LinearForms) {
    var kept = 0
    for place in open.indices {
      let form = Int(open[place])
      var (least, greatest) = (forms.constants[form], forms.constants[form])
      let start = form * forms.width
      for index in 0..<forms.width {
        let factor = forms.factors[start + index]
        least += factor * (factor > 0 ? lower[index] : upper[index])
        greatest += factor * (factor > 0 ? upper[index] : lower[index])
      }
      if forms.counts(form, value: least) {
        counted += 1
      } else if forms.counts(form, value: greatest) {
        open[kept] = open[place]
        kept += 1
      }
    }
    open.removeLast(open.count - kept)
  }

  /// Puts weights to the bound that is best for every open form; returns whether there was one.
  private mutating func settleWeights(_ forms: LinearForms) -> Bool {
    var isSettled = false
    for index in 0..<forms.width where lower[index] < upper[index] {
      var (grows, falls) = (false, false)
      for form in open {
        let factor = forms.factors[Int(form) * forms.width + index]
        if factor > 0 { grows = true } else if factor < 0 { falls = true }
        if grows && falls { break }
      }
      if grows && falls { continue }
      if falls { lower[index] = upper[index] } else { upper[index] = lower[index] }
      isSettled = true
    }
    return isSettled
  }
}
