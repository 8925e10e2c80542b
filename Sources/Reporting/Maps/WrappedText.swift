/// A text in lines that fit into a width, which a drawing cannot measure: letters count as wide as they are in the widest of
/// the fonts that it names, so that no line is cut off.
struct WrappedText {
  /// The lines, at least one.
  let lines: [String]
  /// The size of the letters, in **pixels**.
  let size: Double

  /// The distance of two lines, in **pixels**.
  var lineHeight: Double { size * 1.25 }

  /// A text in lines of at most `width` **pixels**: in the first of `sizes` in which it has no more than `greatestLines`, else in
  /// the last with as many lines as it needs. O(characters).
  init(_ text: String, width: Double, sizes: [Double], isBold: Bool = false, greatestLines: Int = 2) {
    var wrapped: (lines: [String], size: Double) = ([text], sizes.last ?? 12)
    for size in sizes {
      wrapped = (Self.lines(text, ems: width / size, isBold), size)
      if wrapped.lines.count <= greatestLines { break }
    }
    (lines, size) = wrapped
  }

  /// Lines broken between words; within a word only where it is wider than a line.
  private static func lines(_ text: String, ems: Double, _ isBold: Bool) -> [String] {
    var lines: [String] = []
    var line = ""
    var width = 0.0
    func letters(_ text: some StringProtocol) -> Double { text.reduce(0) { $0 + em($1, isBold) } }
    for word in text.split(whereSeparator: \.isWhitespace) {
      let wide = letters(word)
      if !line.isEmpty, width + em(" ", isBold) + wide <= ems {
        line += " " + word
        width += em(" ", isBold) + wide
        continue
      }
      if !line.isEmpty { lines.append(line) }
      (line, width) = ("", 0)
      for letter in word {
        let wide = em(letter, isBold)
        if !line.isEmpty, width + wide > ems {
          lines.append(line)
          (line, width) = ("", 0)
        }
        line.append(letter)
        width += wide
      }
    }
    return lines + (line.isEmpty && !lines.isEmpty ? [] : [line])
  }

  /// The width of a letter where the size is 1, about as in DejaVu Sans.
  private static func em(_ letter: Character, _ isBold: Bool) -> Double {
    let width: Double =
      switch letter {
      case " ", ".", ",", ":", ";", "'", "i", "j", "l", "I", "|", "!", "(", ")", "[", "]": 0.38
      case "f", "r", "t", "-", "/": 0.44
      case "m", "w", "M", "W", "@", "%", "–", "—", "…": 1
      default:
        (letter.unicodeScalars.first?.value ?? 0) >= 0x2E80 ? 1.05 : letter.isUppercase ? 0.76 : 0.63
      }
    return isBold ? width * 1.12 : width
  }
}
