extension CQL2 {
  /// Judges features one at a time.
  ///
  /// Not Sendable: it keeps room for texts and the geometries of the filter in the hands of GEOS, so each task makes its
  /// own. Judging allocates nothing where operands are numbers, and, once its room has grown, none for text in composed
  /// form.
  public final class Evaluator {
    private let condition: Condition

    init(_ bound: BoundFilter) throws {
      condition = try Compiler(bound).condition(bound.filter.expression)
    }

    /// Whether a feature satisfies the filter: whether the filter is TRUE of it, and neither FALSE nor NULL.
    ///
    /// - Throws: ``EvaluationError`` when its geometry cannot be compared.
    public func matches(_ feature: Int) throws -> Bool { try condition(feature) == .yes }

    /// What the filter says of a feature.
    ///
    /// - Throws: ``EvaluationError`` when its geometry cannot be compared.
    public func truth(_ feature: Int) throws -> Truth { try condition(feature) }
  }

  /// A feature that a filter cannot judge.
  public struct EvaluationError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The feature, by its place in the columns.
    public let feature: Int
    /// What is wrong with it.
    public let problem: String

    /// The error on one line, as in `feature 12: …`.
    public var description: String { "feature \(feature): \(problem)" }
  }
}

@available(*, unavailable)
extension CQL2.Evaluator: Sendable {}
