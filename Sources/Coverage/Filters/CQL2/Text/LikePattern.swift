extension CQL2 {
  /// The pattern of LIKE: `%` stands for any characters or none, `_` for one, and a backslash takes the meaning away
  /// from the character behind it (requirement `/req/advanced-comparison-operators/like-predicate`).
  ///
  /// A character is what a reader sees: a letter with its marks is one, however it is composed.
  struct LikePattern {
    private enum Unit<Letter: Equatable> {
      case letter(Letter)
      case one
    }

    /// The runs between the `%` signs; one more than there are signs.
    private let characters: [[Unit<Character>]]
    /// The same in bytes; nil where the pattern is not composed for certain.
    private let bytes: [[Unit<UInt8>]]?

    init(_ pattern: String) {
      var characters: [[Unit<Character>]] = [[]]
      var isEscaped = false
      for character in pattern {
        if isEscaped {
          characters[characters.count - 1].append(.letter(character))
          isEscaped = false
        } else if character == "\\" {
          isEscaped = true
        } else if character == "%" {
          characters.append([])
        } else {
          characters[characters.count - 1].append(character == "_" ? .one : .letter(character))
        }
      }
      // A backslash at the very end stands for itself.
      if isEscaped { characters[characters.count - 1].append(.letter("\\")) }
      self.characters = characters
      bytes = TextOrder.isComposed(Array(pattern.utf8)) ? characters.map { $0.flatMap(Self.bytes) } : nil
    }

    private static func bytes(_ unit: Unit<Character>) -> [Unit<UInt8>] {
      switch unit {
      case .one: [.one]
      case .letter(let character): character.utf8.map { .letter($0) }
      }
    }

    /// Whether `text`, in UTF-8, matches. O(n m) at most for n characters and m of the pattern, and no more than that
    /// whatever its `%` signs: the earliest place for each run is as good as any later one.
    func matches(_ text: [UInt8]) -> Bool {
      // A line break of two characters is one to the reader; all else composed is one scalar each.
      if let bytes, TextOrder.isComposed(text), !text.contains(0x0D) {
        return Self.matches(text, bytes) { $0 + Self.length(text[$0]) }
      }
      return Self.matches(Array(String(decoding: text, as: UTF8.self)), characters) { $0 + 1 }
    }

    @inline(__always)
    private static func length(_ lead: UInt8) -> Int { lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4 }

    /// `next` is the place behind the character at a place.
    @inline(__always)
    private static func matches<Letter: Equatable>(
      _ text: [Letter], _ runs: [[Unit<Letter>]], next: (Int) -> Int
    ) -> Bool {
      guard let start = end(of: runs[0], in: text, from: 0, next) else { return false }
      if runs.count == 1 { return start == text.count }
      var place = start
      for run in runs[1..<(runs.count - 1)] {
        while true {
          if let end = end(of: run, in: text, from: place, next) {
            place = end
            break
          }
          guard place < text.count else { return false }
          place = next(place)
        }
      }
      // The last run stands at the end, so it is tried at each place until it reaches there.
      let last = runs[runs.count - 1]
      if last.isEmpty { return true }
      while place <= text.count {
        if end(of: last, in: text, from: place, next) == text.count { return true }
        guard place < text.count else { return false }
        place = next(place)
      }
      return false
    }

    /// Where a run ends that starts at `start`; nil where it does not stand there.
    @inline(__always)
    private static func end<Letter: Equatable>(
      of run: [Unit<Letter>], in text: [Letter], from start: Int, _ next: (Int) -> Int
    ) -> Int? {
      var place = start
      for unit in run {
        guard place < text.count else { return nil }
        switch unit {
        case .letter(let letter):
          guard text[place] == letter else { return nil }
          place += 1
        case .one: place = next(place)
        }
      }
      return place
    }
  }
}
