import Testing

@testable import Project

@Suite struct SuggestionTests {
  // Known answers: kitten/sitting is the textbook pair; ca/abc is 3 under optimal string alignment (2 under the
  // unrestricted Damerau-Levenshtein distance).
  @Test(arguments: [
    ("", "", 0), ("", "abc", 3), ("kitten", "sitting", 3), ("meters", "metres", 1), ("ca", "abc", 3), ("ab", "ba", 1),
    ("same", "same", 0), ("xã", "xa", 1),
  ])
  func `the edit distance counts letters inserted, removed, replaced or swapped`(a: String, b: String, distance: Int) {
    #expect(Suggestion.editDistance(Array(a.unicodeScalars), Array(b.unicodeScalars)) == distance)
    #expect(Suggestion.editDistance(Array(b.unicodeScalars), Array(a.unicodeScalars)) == distance)
  }

  @Test(arguments: [
    ("METRES", "metres" as String?), ("metre", "metres"), ("feild", "field"), ("wher", "where"), ("zone", nil),
    ("", nil),
    ("distance", nil),
  ])
  func `only a near word is suggested`(word: String, suggestion: String?) {
    #expect(Suggestion.nearest(to: word, among: Keys.rule) == suggestion)
  }
}
