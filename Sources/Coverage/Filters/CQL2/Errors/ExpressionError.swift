extension CQL2 {
  /// What is wrong with an expression, and where.
  ///
  /// ```text
  /// error: column 8: found ==; expected an operator of CQL2 (write =)
  ///   people == 200
  ///          ^~
  /// ```
  public struct ExpressionError: Error, Hashable, Sendable {
    /// The whole expression.
    public let expression: String
    /// The first character at fault, counted from 1; one past the last character where something is missing.
    ///
    /// Characters are what a reader sees: a letter with its marks is one.
    public let column: Int
    /// How many characters are at fault, at least 1.
    public let length: Int
    /// What was found and what was expected.
    public let problem: String
    /// What to write instead; nil where nobody can tell.
    public let hint: String?

    init(text: String, span: Span, problem: String, hint: String? = nil) {
      expression = text
      self.problem = problem
      self.hint = hint
      let columns = Columns(of: text)
      column = columns[span.start]
      length = max(1, columns[max(span.start, span.end - 1)] - column + 1)
    }
  }
}

extension CQL2.ExpressionError: CustomStringConvertible {
  /// The error on one line, as in `column 8: found ==; expected an operator of CQL2 (write =)`.
  public var description: String { "column \(column): \(problem)" + (hint.map { " (\($0))" } ?? "") }
}

extension CQL2.ExpressionError {
  /// The column, from 1, of each Unicode scalar of a text and of its end. O(n) to make.
  struct Columns {
    private var columns: [Int32] = []

    init(of text: String) {
      columns.reserveCapacity(text.unicodeScalars.count + 1)
      var column: Int32 = 1
      for character in text {
        for _ in character.unicodeScalars { columns.append(column) }
        column += 1
      }
      columns.append(column)
    }

    subscript(scalar: Int) -> Int { Int(columns[min(max(0, scalar), columns.count - 1)]) }
  }
}
