import Coverage
import Project

/// Reads a condition from left to right.
struct ConditionReader {
  let text: String
  private let characters: [Character]
  private var place = 0

  init(_ text: String) {
    // One line, so that the mark below an error stands where it should.
    self.text = String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 })
    characters = Array(self.text)
  }

  /// The figure that comes next.
  mutating func figure() throws(ConditionError) -> CheckFigure {
    let start = skipSpaces()
    let word = take { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." }
    let names = CheckFigure.all.map(\.name)
    if let figure = CheckFigure.all.first(where: { $0.name == word.lowercased() }) { return figure }
    let expected = "expected one of " + Self.families
    if word.isEmpty { throw error(start, 1, "there is no figure here; \(expected)") }
    let hint = Suggestion.nearest(to: word, among: names).map { "did you mean \"\($0)\"?" } ?? expected
    throw error(start, word.count, "there is no figure \"\(word)\"; \(hint)")
  }

  /// The comparison that comes next.
  mutating func comparison() throws(ConditionError) -> FailCondition.Comparison {
    let start = skipSpaces()
    let word = take { "<>=!".contains($0) }
    if word == "==" { return .equal }
    if let comparison = FailCondition.Comparison(rawValue: word) { return comparison }
    let found = word.isEmpty ? "there is no comparison here" : "there is no comparison \"\(word)\""
    throw error(start, max(1, word.count), "\(found); expected one of >, >=, <, <=, =, !=")
  }

  /// The number or the word that comes next, and nothing behind it.
  mutating func value(
    of figure: CheckFigure, _ comparison: FailCondition.Comparison
  ) throws(ConditionError) -> FailCondition.Value {
    let start = skipSpaces()
    let word = String(characters[place...]).trimmed
    if figure.isWord {
      let states = TargetProgress.State.allCases
      guard FailCondition.Comparison.ofWords.contains(comparison) else {
        throw error(start, max(1, word.count), "\(figure.name) is a word; expected = or != before it")
      }
      if let state = states.first(where: { $0.rawValue == word.lowercased() }) { return .state(state) }
      let expected = "expected one of " + states.map(\.rawValue).joined(separator: ", ")
      let hint = Suggestion.nearest(to: word, among: states.map(\.rawValue)).map { "did you mean \"\($0)\"?" }
      throw error(
        start, max(1, word.count),
        word.isEmpty ? "there is nothing to compare with; \(expected)" : "\"\(word)\": \(hint ?? expected)")
    }
    let isShare = if case .service(_, .share) = figure { true } else { false }
    let digits = isShare && word.hasSuffix("%") ? String(word.dropLast()).trimmed : word
    let isPlain = digits.allSatisfy { $0.isASCII && ($0.isNumber || ".-+eE".contains($0)) }
    guard isPlain, let number = Double(digits), number.isFinite else {
      let found = word.isEmpty ? "there is nothing to compare with" : "\"\(word)\" is no number"
      throw error(start, max(1, word.count), "\(found); expected one, as 600\(isShare ? " or 95%" : "")")
    }
    return .number(number)
  }

  private static let families =
    "villages, people, target.SERVICE, "
    + CheckFigure.Part.allCases.map { "SERVICE.\($0.rawValue)" }.joined(separator: ", ")
    + ", where SERVICE is \(Service.allCases.map(\.rawValue).joined(separator: ", "))"

  @discardableResult
  private mutating func skipSpaces() -> Int {
    while place < characters.count, characters[place].isWhitespace { place += 1 }
    return place
  }

  private mutating func take(while isPart: (Character) -> Bool) -> String {
    let start = place
    while place < characters.count, isPart(characters[place]) { place += 1 }
    return String(characters[start..<place])
  }

  private func error(_ start: Int, _ length: Int, _ problem: String) -> ConditionError {
    ConditionError(text: text, column: start + 1, length: length, problem: problem)
  }
}

extension String {
  /// The text without spaces around it.
  fileprivate var trimmed: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
