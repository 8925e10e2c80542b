/// How the numbers of a column are written: `105.834` with a point, or `105,834` with a comma as in Vietnam. The other of
/// the two, or a space, may group the digits before it by three, as in `1.234.567,89`.
enum DecimalMark: Character, Sendable {
  case point = "."
  case comma = ","

  private var grouping: Character { self == .point ? "," : "." }

  /// The number that `text` spells; nil for anything else.
  func number(_ text: String) -> Double? {
    let plain = text.utf8.allSatisfy { $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: " ") && $0 < 0x80 }
    if plain, self == .point || !text.utf8.contains(UInt8(ascii: ".")) { return AttributeValue.decimal(text) }
    let parts = text.split(separator: rawValue, omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = ungrouped(parts[0]) else { return nil }
    guard parts.count == 2 else { return AttributeValue.decimal(whole) }
    guard !parts[1].contains(where: { $0 == grouping || $0.isWhitespace }) else { return nil }
    return AttributeValue.decimal(whole + "." + parts[1])
  }

  /// Digits without the marks between groups of three; nil when the groups are others.
  private func ungrouped(_ text: Substring) -> String? {
    let groups = text.split(omittingEmptySubsequences: false) { $0 == grouping || $0.isWhitespace }
    guard groups.count > 1 else { return String(text) }
    let isGrouped = groups.dropFirst().allSatisfy { $0.count == 3 && $0.allSatisfy(\.isNumber) }
    let first = groups[0].drop { $0 == "-" || $0 == "+" }
    guard isGrouped, (1...3).contains(first.count) else { return nil }
    return groups.joined()
  }
}

/// What the cells of a column tell about its decimal mark.
struct DecimalMarkSurvey: Sendable {
  /// The first cell that can only be read with a mark, by its line from 1.
  struct Witness: Sendable {
    var text: String
    var line: Int
    var column: Int
  }

  private(set) var point: Witness?
  private(set) var comma: Witness?
  /// The first cell such as `587.000` or `587,000`, which is a thousand times more with the other mark.
  private(set) var openPoint: Witness?
  private(set) var openComma: Witness?

  /// Takes note of a cell, on a line counted from 1, of a column counted from 0.
  mutating func include(_ text: String, line: Int, column: Int) {
    var points = 0
    var commas = 0
    var digitsBehind = 0
    var digitsBefore = 0
    var last: UInt8 = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        if points + commas > 0 { digitsBehind += 1 } else { digitsBefore += 1 }
      case UInt8(ascii: "."), UInt8(ascii: ","):
        if byte == UInt8(ascii: ".") { points += 1 } else { commas += 1 }
        last = byte
        digitsBehind = 0
      case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: " "): continue
      default: return  // Not a plain number: degrees, minutes and seconds take either mark.
      }
    }
    guard points + commas > 0 else { return }
    let witness = Witness(text: text, line: line, column: column)
    let isComma: Bool
    if points > 0, commas > 0 {
      isComma = last == UInt8(ascii: ",")
    } else if points + commas > 1 {
      isComma = points > 0
    } else if digitsBehind == 3, (1...3).contains(digitsBefore) {
      if commas > 0 { openComma = openComma ?? witness } else { openPoint = openPoint ?? witness }
      return
    } else {
      isComma = commas > 0
    }
    if isComma { comma = comma ?? witness } else { point = point ?? witness }
  }

  /// The survey of two columns that share a mark, as those of a position do.
  func joined(_ other: DecimalMarkSurvey) -> DecimalMarkSurvey {
    var result = self
    result.point = point ?? other.point
    result.comma = comma ?? other.comma
    result.openPoint = openPoint ?? other.openPoint
    result.openComma = openComma ?? other.openComma
    return result
  }

  /// The mark, and nil when two cells contradict each other.
  ///
  /// Where every cell is open, degrees have decimals, whereas of metres on a plane (`isProjected`) none is below a
  /// thousand.
  func mark(isProjected: Bool) -> DecimalMark? {
    switch (point != nil, comma != nil) {
    case (true, true): return nil
    case (true, false): return .point
    case (false, true): return .comma
    case (false, false): break
    }
    switch (openPoint != nil, openComma != nil) {
    case (true, true): return nil
    case (true, false): return isProjected ? .comma : .point
    case (false, true): return isProjected ? .point : .comma
    case (false, false): return .point
    }
  }
}
