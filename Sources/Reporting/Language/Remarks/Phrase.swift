/// A sentence with gaps, in English and in Vietnamese.
///
/// ```swift
/// Phrase("{} of {} villages", "{1} trên {2} thôn, bản").vietnamese(of: "3 of 7 villages")  // "3 trên 7 thôn, bản"
/// ```
struct Phrase: Sendable {
  /// What stands before, between and after the gaps of the English sentence.
  private let pieces: [String]
  private let vietnamese: String

  /// A sentence whose gaps are `{}` in English, and `{1}`, `{2}` and so on, by their order in English, in Vietnamese.
  init(_ english: String, _ vietnamese: String) {
    pieces = Self.split(english)
    self.vietnamese = vietnamese
  }

  /// The sentence in Vietnamese when `text` is it; nil when it is another. What stands in the gaps is carried over after
  /// `translation`. A gap is never empty and ends at the first place where the words behind it stand. O(length).
  func vietnamese(of text: String, gap translation: (String) -> String = { $0 }) -> String? {
    guard let gaps = gaps(in: text) else { return nil }
    var result = vietnamese
    for (index, gap) in gaps.enumerated().reversed() {
      guard let place = result.range(of: "{\(index + 1)}") else { continue }
      result.replaceSubrange(place, with: translation(String(gap)))
    }
    return result
  }

  /// What stands in the gaps of a text of this shape.
  private func gaps(in text: String) -> [Substring]? {
    guard text.hasPrefix(pieces[0]) else { return nil }
    var rest = text.dropFirst(pieces[0].count)
    var gaps: [Substring] = []
    for (index, piece) in pieces.enumerated().dropFirst() {
      if index == pieces.count - 1 {
        guard rest.hasSuffix(piece), rest.count > piece.count else { return nil }
        gaps.append(rest.dropLast(piece.count))
        return gaps
      }
      guard let place = rest.dropFirst().firstRange(of: piece) else { return nil }
      gaps.append(rest[..<place.lowerBound])
      rest = rest[place.upperBound...]
    }
    return rest.isEmpty ? gaps : nil
  }

  private static func split(_ text: String) -> [String] {
    var pieces = [""]
    var rest = text[...]
    while let gap = rest.firstRange(of: "{}") {
      pieces[pieces.count - 1] += rest[..<gap.lowerBound]
      pieces.append("")
      rest = rest[gap.upperBound...]
    }
    pieces[pieces.count - 1] += rest
    return pieces
  }
}
