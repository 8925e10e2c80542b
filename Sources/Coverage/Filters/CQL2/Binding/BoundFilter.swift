import Geospatial

extension CQL2 {
  /// A filter whose names are resolved, ready to be asked about features.
  ///
  /// ```swift
  /// let bound = try filter.bound(to: columns)
  /// let mask = try await bound.mask(threads: 2)
  /// let evaluator = try bound.evaluator()
  /// if try evaluator.matches(12) { … }
  /// ```
  public struct BoundFilter: Sendable {
    /// The filter.
    public let filter: Filter
    /// What its names stand for.
    public let columns: Columns
    /// The indexes that distances to literals are measured with, shared by all evaluators.
    let distances: [GeometryLiteral: DistanceIndex]

    init(_ filter: Filter, _ columns: Columns) throws(ExpressionError) {
      self.filter = filter
      self.columns = columns
      for property in filter.properties where columns.source(of: property.name) == nil {
        throw filter.error(unknown: property, among: columns.names)
      }
      try TypeCheck(text: filter.text, property: { columns.source(of: $0)?.type ?? .any }).check(filter.expression)
      distances = Self.distanceIndexes(filter.expression)
    }

    private static func distanceIndexes(_ expression: Expression) -> [GeometryLiteral: DistanceIndex] {
      var indexes: [GeometryLiteral: DistanceIndex] = [:]
      var rest = [expression]
      while let node = rest.popLast() {
        if case .call(let name, let arguments) = node.form, Function(named: name) == .distance {
          for case .geometry(let literal) in arguments.map(\.form) { indexes[literal] = DistanceIndex(literal.column) }
        }
        rest.append(contentsOf: node.children)
      }
      return indexes
    }

    /// Something to ask about single features; for one task, and cheap beside a thousand questions.
    ///
    /// - Throws: `GEOSError` where GEOS cannot hold a geometry of the filter.
    public func evaluator() throws -> Evaluator { try Evaluator(self) }

    /// Whether each feature satisfies the filter, one per feature in their order.
    ///
    /// - Throws: ``EvaluationError`` for the first feature that cannot be judged, `GEOSError` as ``evaluator()``.
    public func mask() throws -> [Bool] { try mask(0..<columns.count) }

    /// The same on several threads; the result does not depend on their number.
    public func mask(threads: Int) async throws -> [Bool] {
      if threads <= 1 { return try mask() }
      let ranges = Parallel.ranges(count: columns.count, pieces: threads)
      return try await Parallel.map(ranges, threads: threads) { try mask($0) }.flatMap { $0 }
    }

    private func mask(_ features: Range<Int>) throws -> [Bool] {
      let evaluator = try evaluator()
      return try features.map { try evaluator.matches($0) }
    }
  }
}

extension CQL2.Filter {
  /// The filter with its names resolved in `columns`.
  ///
  /// O(n) in the size of the filter; the features are not looked at.
  ///
  /// - Throws: ``CQL2/ExpressionError`` for a property that `columns` lack, or whose type does not fit its use.
  public func bound(to columns: CQL2.Columns) throws(CQL2.ExpressionError) -> CQL2.BoundFilter {
    try CQL2.BoundFilter(self, columns)
  }
}
