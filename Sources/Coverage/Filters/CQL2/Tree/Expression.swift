extension CQL2 {
  /// A node of the tree that an expression is: a condition, or a value that conditions compare.
  ///
  /// Two nodes are equal when they say the same, wherever in a text they stand. Trees are never deeper than
  /// ``Parser/greatestDepth``, so that walking them cannot exhaust the stack; long chains of one operator are one node.
  public struct Expression: Sendable {
    /// What it says.
    public var form: Form
    /// Where it stands.
    public var span: Span

    /// What a node says. The comments name the rules of annex B.
    public indirect enum Form: Hashable, Sendable {
      // Values.
      /// `numericLiteral`, with its sign.
      case number(Double)
      /// `characterLiteral`, its escapes resolved but for those of LIKE.
      case text(String)
      /// `booleanLiteral`.
      case boolean(Bool)
      /// `instantInstance`.
      case instant(Instant)
      /// `intervalInstance`.
      case interval(IntervalEnd, IntervalEnd)
      /// `spatialInstance`.
      case geometry(GeometryLiteral)
      /// `arrayExpression`.
      case array([Expression])
      /// `propertyName`.
      case property(String)
      /// `function`: a name and arguments.
      case call(String, [Expression])
      /// `CASEI(…)`.
      case caseFolded(Expression)
      /// `ACCENTI(…)`.
      case accentFolded(Expression)
      /// `arithmeticExpression` or `arithmeticTerm`: a chain of operators that bind alike, from left to right.
      case arithmetic(Expression, [ArithmeticStep])
      /// `powerTerm` with an exponent.
      case power(Expression, Expression)
      /// A minus before anything but a number.
      case negated(Expression)
      // Conditions.
      /// `binaryComparisonPredicate`.
      case comparison(ComparisonOperator, Expression, Expression)
      /// `isLikePredicate`.
      case like(Expression, pattern: Expression, isNegated: Bool)
      /// `isBetweenPredicate`.
      case between(Expression, Expression, Expression, isNegated: Bool)
      /// `isInListPredicate`.
      case inList(Expression, [Expression], isNegated: Bool)
      /// `isNullPredicate`.
      case isNull(Expression, isNegated: Bool)
      /// `spatialPredicate`.
      case spatial(SpatialRelation, Expression, Expression)
      /// `temporalPredicate`.
      case temporal(TemporalRelation, Expression, Expression)
      /// `arrayPredicate`.
      case arrays(ArrayRelation, Expression, Expression)
      /// `booleanTerm` of two or more factors.
      case and([Expression])
      /// `booleanExpression` of two or more terms.
      case or([Expression])
      /// `booleanFactor` with NOT.
      case not(Expression)
    }

    /// A further operand of a chain of operators.
    public struct ArithmeticStep: Hashable, Sendable {
      /// What joins it to what stands before.
      public var `operator`: ArithmeticOperator
      /// The operand.
      public var operand: Expression
    }

    /// One end of an interval.
    public enum IntervalEnd: Hashable, Sendable {
      /// A date or timestamp.
      case instant(Instant)
      /// `..`: no end.
      case open
      /// A property or a function.
      case value(Expression)
    }
  }
}

extension CQL2.Expression: Hashable {
  /// Whether the two say the same.
  public static func == (a: Self, b: Self) -> Bool { a.form == b.form }

  /// Feeds what it says to `hasher`.
  public func hash(into hasher: inout Hasher) { hasher.combine(form) }
}

extension CQL2.Expression {
  /// Whether it is a condition by itself: a predicate, a logical connection, TRUE, FALSE or a function.
  var isCondition: Bool {
    switch form {
    case .boolean, .call: true
    default: isPredicate
    }
  }

  /// Whether it can only be a condition.
  var isPredicate: Bool {
    switch form {
    case .comparison, .like, .between, .inList, .isNull, .spatial, .temporal, .arrays, .and, .or, .not: true
    default: false
    }
  }

  /// The nodes right below it, in the order of the text.
  var children: [CQL2.Expression] {
    switch form {
    case .number, .text, .boolean, .instant, .geometry, .property: []
    case .interval(let start, let end):
      [start, end].compactMap { if case .value(let value) = $0 { value } else { nil } }
    case .array(let elements), .call(_, let elements), .and(let elements), .or(let elements): elements
    case .caseFolded(let inner), .accentFolded(let inner), .negated(let inner), .not(let inner),
      .isNull(let inner, _):
      [inner]
    case .arithmetic(let first, let steps): [first] + steps.map(\.operand)
    case .power(let a, let b), .comparison(_, let a, let b), .like(let a, let b, _), .spatial(_, let a, let b),
      .temporal(_, let a, let b), .arrays(_, let a, let b):
      [a, b]
    case .between(let value, let low, let high, _): [value, low, high]
    case .inList(let value, let list, _): [value] + list
    }
  }
}
