/// Writes paths and words so that systemd reads them back as they are (systemd.syntax(7), systemd.service(5) "COMMAND LINES",
/// systemd.unit(5) "SPECIFIERS").
enum SystemdText {
  /// A command line: the words in quotes, `%` and `$` doubled.
  static func commandLine(_ words: [String]) throws(ScheduleError) -> String {
    var quoted: [String] = []
    for (place, word) in words.enumerated() {
      // In the name of the program variables are not looked for.
      quoted.append(try Self.quoted(word, doublesDollars: place > 0))
    }
    return quoted.joined(separator: " ")
  }

  /// A list of paths: in quotes, `%` doubled.
  static func words(_ words: [String]) throws(ScheduleError) -> String {
    var quoted: [String] = []
    for word in words { quoted.append(try Self.quoted(word, doublesDollars: false)) }
    return quoted.joined(separator: " ")
  }

  /// A path that is the rest of its line, where quotes would be part of it.
  static func path(_ path: String) throws(ScheduleError) -> String {
    try check(path)
    if path.last == "\\" || path.last == " " {
      throw .wrongText(what: "systemd:", text: path, problem: "ends with a character that a unit cannot hold there")
    }
    return path.replacing("%", with: "%%")
  }

  /// Words for people, of one line.
  static func value(_ text: String) -> String {
    let line = String(text.map { $0.isNewline ? " " : $0 }).replacing("%", with: "%%")
    return line.hasSuffix("\\") ? line + " ." : line
  }

  private static func quoted(_ word: String, doublesDollars: Bool) throws(ScheduleError) -> String {
    try check(word)
    var text = ""
    var isPlain = !word.isEmpty
    for character in word {
      switch character {
      case "\\", "\"":
        text += "\\\(character)"
        isPlain = false
      case "%": text += "%%"
      case "$" where doublesDollars: text += "$$"
      case "\t":
        text += "\\t"
        isPlain = false
      default:
        text.append(character)
        if character.isWhitespace || "';#".contains(character) { isPlain = false }
      }
    }
    // Plus, minus, at, colon and exclamation mark before a command have meanings of their own; paths start with a slash.
    return isPlain ? text : "\"\(text)\""
  }

  private static func check(_ text: String) throws(ScheduleError) {
    let isWrong = text.unicodeScalars.contains { ($0.value < 0x20 && $0 != "\t") || $0.value == 0x7F }
    if isWrong { throw .wrongText(what: "systemd:", text: text, problem: "has a control character; expected none") }
  }
}
