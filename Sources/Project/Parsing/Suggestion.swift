import Geospatial

/// What a misspelt word was meant to be.
package enum Suggestion {
  /// The candidate nearest to `word`, the first of equals; nil where none is near: more than a third of its letters,
  /// and more than one, would have to change. Case does not count.
  package static func nearest(to word: String, among candidates: [String]) -> String? {
    let letters = Array(word.lowercased().unicodeScalars)
    var best: (candidate: String, distance: Int)?
    for candidate in candidates {
      let target = Array(candidate.lowercased().unicodeScalars)
      let bound = max(1, max(letters.count, target.count) / 3)
      guard abs(letters.count - target.count) <= bound else { continue }
      let distance = editDistance(letters, target)
      if distance <= bound, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.candidate
  }

  /// The least number of letters inserted, removed, replaced or swapped with their neighbour that makes `a` into `b`.
  static func editDistance<Letter: Equatable>(_ a: [Letter], _ b: [Letter]) -> Int { EditDistance.between(a, b) }
}
