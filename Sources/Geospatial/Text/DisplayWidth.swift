/// How many cells of a terminal text takes: one for most characters, two for wide ones, none for marks on another.
///
/// Wide are the characters that Unicode Standard Annex #11 calls wide or fullwidth, and emoji.
package enum DisplayWidth {
  /// The **cells** that `text` takes.
  package static func of(_ text: String) -> Int {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text.utf8.count }
    return text.reduce(0) { $0 + of($1) }
  }

  /// The **cells** that one character takes with all its marks.
  package static func of(_ character: Character) -> Int {
    guard let first = character.unicodeScalars.first else { return 0 }
    if first.properties.generalCategory == .control || first.properties.generalCategory == .format { return 0 }
    if first.properties.isEmojiPresentation || character.unicodeScalars.contains(where: { $0.value == 0xFE0F }) {
      return 2
    }
    switch first.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return 0
    default: return wide.contains { $0.contains(first.value) } ? 2 : 1
    }
  }

  /// The longest start of `text` that takes at most `cells`, with `…` behind it where something was cut off.
  package static func truncated(_ text: String, to cells: Int) -> String {
    if of(text) <= cells { return text }
    var kept = ""
    var width = 1
    for character in text {
      width += of(character)
      if width > cells { break }
      kept.append(character)
    }
    while kept.last == " " { kept.removeLast() }
    return cells > 0 ? kept + "…" : ""
  }

  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF,
    0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x17000...0x18AFF, 0x1B000...0x1B2FF, 0x20000...0x3FFFD,
  ]
}
