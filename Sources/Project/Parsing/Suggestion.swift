import Geospatial

/// What a misspelt word was meant to be.
package enum Suggestion {
  /// The candidate nearest to `word`, the first of equals; nil where none is near: more than a third of its letters,
  /// and more than one, would have to change. Case does not count.
  package static func nearest(to word: String, among candidates: [String]) -> String? {
    EditDistance.nearest(to: word, among: candidates)
  }

  /// The least number of letters inserted, removed, replaced or swapped with their neighbour that makes `a` into `b`.
  static func editDistance<Letter: Equatable>(_ a: [Letter], _ b: [Letter]) -> Int { EditDistance.between(a, b) }
}
