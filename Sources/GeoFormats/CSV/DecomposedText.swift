import Foundation

/// Unicode's decomposed normal form (NFD), in which accents can be left out.
enum DecomposedText {
  /// The scalars of a text, letters apart from their accents.
  static func scalars(of text: String) -> String.UnicodeScalarView {
    text.decomposedStringWithCanonicalMapping.unicodeScalars
  }
}
