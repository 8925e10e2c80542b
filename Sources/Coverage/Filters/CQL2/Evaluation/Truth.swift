extension CQL2 {
  /// The three truth values of clause 6.2.
  public enum Truth: Int8, Hashable, Sendable {
    case no = 0
    case yes = 1
    /// NULL: a value that decides is missing.
    case unknown = 2

    @inline(__always)
    init(_ holds: Bool) { self = holds ? .yes : .no }

    /// Table 3 of the standard, NOT.
    @inline(__always)
    var negated: Truth {
      switch self {
      case .no: .yes
      case .yes: .no
      case .unknown: .unknown
      }
    }

    /// Negated when `isNegated` is true.
    @inline(__always)
    func negated(if isNegated: Bool) -> Truth { isNegated ? negated : self }
  }
}
