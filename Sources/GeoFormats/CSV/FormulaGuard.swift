/// Keeps text of delimited files from being taken for a formula (OWASP, *CSV Injection*).
public enum FormulaGuard {
  /// The text with an apostrophe in front where a spreadsheet would calculate it; else the text itself. O(1).
  public static func guarded(_ text: String) -> String {
    // Spreadsheets skip blanks in front of the sign.
    guard let first = text.unicodeScalars.first(where: { $0 != " " }),
      "=+-@\t\r\n＝＋－＠".unicodeScalars.contains(first)
    else { return text }
    return "'" + text
  }
}
