extension CQL2 {
  /// The rule `comparisonOperator`.
  public enum ComparisonOperator: String, Hashable, Sendable, CaseIterable {
    case equal = "="
    case notEqual = "<>"
    case less = "<"
    case greater = ">"
    case lessOrEqual = "<="
    case greaterOrEqual = ">="

    /// Whether it holds for two values that compare as `order` says: negative, zero or positive.
    @inline(__always)
    func holds(_ order: Int) -> Bool {
      switch self {
      case .equal: order == 0
      case .notEqual: order != 0
      case .less: order < 0
      case .greater: order > 0
      case .lessOrEqual: order <= 0
      case .greaterOrEqual: order >= 0
      }
    }
  }

  /// The rules `arithmeticOperatorPlusMinus` and `arithmeticOperatorMultDiv`.
  public enum ArithmeticOperator: String, Hashable, Sendable, CaseIterable {
    case plus = "+"
    case minus = "-"
    case times = "*"
    case divide = "/"
    case modulo = "%"
    case integerDivide = "div"

    /// Whether it binds no tighter than plus.
    var isAdditive: Bool { self == .plus || self == .minus }
  }
}
