extension CQL2 {
  /// A condition on features, read from the text form of CQL2 and checked as far as the text alone allows.
  ///
  /// ```swift
  /// let filter = try CQL2.Filter("people > 200 AND CASEI(name) LIKE CASEI('bản%')")
  /// filter.propertyNames  // ["people", "name"]
  /// ```
  public struct Filter: Hashable, Sendable {
    /// The text that was read.
    public let text: String
    /// What it says.
    public let expression: Expression

    /// The filter that `text` spells.
    ///
    /// O(n) in the length of the text.
    ///
    /// - Throws: ``ExpressionError`` for the first thing that is not CQL2, or that compares what never compares.
    public init(_ text: String) throws(ExpressionError) {
      self.text = text
      expression = try Parser.parse(text)
      try TypeCheck(text: text, property: { _ in .any }).check(expression)
    }

    /// A property that the filter asks for, where it first stands.
    public struct Property: Hashable, Sendable {
      /// Its name, composed (NFC), without quotes.
      public var name: String
      /// Where it stands, for ``Filter/error(unknown:among:)``.
      public var span: Span
      /// Whether the name was in double quotes.
      public var isQuoted: Bool
    }

    /// The properties that the filter reads, each once, in the order in which they first stand.
    ///
    /// O(n). The feature's geometry is one of them where the filter names it.
    public var properties: [Property] {
      let scalars = Array(text.unicodeScalars)
      var seen = Set<String>()
      var properties: [Property] = []
      var rest = [expression]
      while let node = rest.popLast() {
        if case .property(let name) = node.form, seen.insert(name).inserted {
          properties.append(Property(name: name, span: node.span, isQuoted: scalars[node.span.start] == "\""))
        }
        rest.append(contentsOf: node.children.reversed())
      }
      return properties
    }

    /// The names of the properties that the filter reads but for the geometry: the keys to read a layer with.
    public var propertyNames: [String] {
      properties.map(\.name).filter { !Columns.geometryNames.contains($0) }
    }

    /// The error for a property that the data does not have; `known` are the names that it has.
    public func error(unknown property: Property, among known: [String]) -> ExpressionError {
      ExpressionError(
        text: text, span: property.span,
        problem: "found \(Quotation.plain(property.name)), which is no property here"
          + (known.isEmpty ? "" : "; expected \(Filter.list(known))"),
        hint: Filter.hint(for: property, among: known))
    }

    private static func list(_ names: [String]) -> String {
      let shown = names.prefix(20).map { Quotation.plain(Expression.name($0)) }.joined(separator: ", ")
      return (names.count > 1 ? "one of " : "") + shown + (names.count > 20 ? ", …" : "")
    }
  }
}
