/// How many letters apart two words are.
package enum EditDistance {
  /// The least number of letters inserted, removed, replaced or swapped with their neighbour that makes `a` into `b`,
  /// no letter touched twice (optimal string alignment). Time in the product of the lengths, space in that of `b`.
  package static func between<Letter: Equatable>(_ a: [Letter], _ b: [Letter]) -> Int {
    var beforeLast = [Int]()
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var least = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { least = min(least, beforeLast[j - 1] + 1) }
        row.append(least)
      }
      beforeLast = last
      last = row
    }
    return last[b.count]
  }

  /// The candidate nearest to `word`, the first of equals; nil where none is near: more than a third of its letters,
  /// and more than one, would have to change. Case does not count.
  package static func nearest(to word: String, among candidates: [String]) -> String? {
    let letters = Array(word.lowercased().unicodeScalars)
    var best: (candidate: String, distance: Int)?
    for candidate in candidates {
      let target = Array(candidate.lowercased().unicodeScalars)
      let bound = max(1, max(letters.count, target.count) / 3)
      guard abs(letters.count - target.count) <= bound else { continue }
      let distance = between(letters, target)
      if distance <= bound, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.candidate
  }
}
