extension CQL2 {
  /// The smallest piece of an expression that means something.
  struct Token: Hashable {
    enum Kind: Hashable {
      case number(Double)
      /// Text in single quotes, without them and with its escapes resolved.
      case text(String)
      /// A name without quotes, which may be a keyword.
      case word(String, Keyword?)
      /// A name in double quotes, without them.
      case quotedName(String)
      case symbol(Symbol)
      case end
    }

    enum Symbol: String {
      case equal = "="
      case notEqual = "<>"
      case less = "<"
      case lessOrEqual = "<="
      case greater = ">"
      case greaterOrEqual = ">="
      case plus = "+"
      case minus = "-"
      case times = "*"
      case divide = "/"
      case modulo = "%"
      case power = "^"
      case open = "("
      case close = ")"
      case comma = ","
    }

    var kind: Kind
    var span: Span
  }
}
