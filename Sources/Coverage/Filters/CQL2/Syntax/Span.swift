extension CQL2 {
  /// A run of an expression's text, counted in Unicode scalars from its start.
  public struct Span: Hashable, Sendable {
    /// The first scalar.
    public var start: Int
    /// One past the last scalar.
    public var end: Int

    /// The run from here to the end of another that does not start before it.
    func through(_ other: Span) -> Span { Span(start: start, end: max(end, other.end)) }
  }
}
