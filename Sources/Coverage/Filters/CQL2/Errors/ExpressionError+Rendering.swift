import Geospatial

extension CQL2.ExpressionError {
  /// The place for a terminal: the line of the expression that is at fault, and under it a caret at the column.
  ///
  /// Two lines, each with a line feed, indented by two spaces. Of a line wider than `width` terminal columns only the
  /// surroundings of the place are shown. Wide characters count two columns, combining ones none.
  public func rendered(width: Int = 80) -> String {
    let (line, place) = lineOfPlace()
    let room = max(20, width - 4)
    let shown = Excerpt(line, place: place, length: length, room: room)
    return "  \(shown.text)\n  \(String(repeating: " ", count: shown.caretColumn))\(shown.caret)\n"
  }

  /// The characters of the line with the place, each fit for one line, and the place among them.
  private func lineOfPlace() -> (line: [String], place: Int) {
    var line: [String] = []
    var place = column - 1
    for (index, character) in expression.enumerated() {
      if character.isNewline {
        if index >= column - 1 { break }
        line = []
        place = column - 1 - (index + 1)
        continue
      }
      line.append(Self.printable(character))
    }
    return (line, min(place, line.count))
  }

  private static func printable(_ character: Character) -> String {
    guard let scalar = character.unicodeScalars.first else { return "" }
    switch scalar.properties.generalCategory {
    case .control where scalar == "\t": return " "
    case .control, .lineSeparator, .paragraphSeparator: return "\u{FFFD}"
    // A mark without a letter would sit on the character before it.
    case .nonspacingMark, .enclosingMark: return "\u{25CC}" + String(character)
    default: return String(character)
    }
  }

  /// The part of a line that is shown.
  private struct Excerpt {
    var text = ""
    var caretColumn = 0
    var caret = ""

    init(_ line: [String], place: Int, length: Int, room: Int) {
      let widths = line.map { DisplayWidth.of($0) }
      var first = 0
      var width = widths[..<place].reduce(0, +)
      // A third of the room stays for what stands before the place.
      while first < place, width > room / 3, widths.reduce(0, +) > room {
        width -= widths[first]
        first += 1
      }
      var end = first
      var used = 0
      while end < line.count, used + widths[end] <= room {
        used += widths[end]
        end += 1
      }
      let dots = first > 0 ? "…" : ""
      text = dots + line[first..<end].joined() + (end < line.count ? "…" : "")
      caretColumn = dots.count + widths[first..<min(max(first, place), end)].reduce(0, +)
      let marked = place < end ? widths[place..<min(end, place + length)].reduce(0, +) : 1
      caret = "^" + String(repeating: "~", count: max(0, marked - 1))
    }
  }
}
