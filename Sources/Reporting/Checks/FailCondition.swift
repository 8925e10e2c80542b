import Coverage
import Geospatial

/// A condition on the figures of an analysis, as `signal.unserved > 600`: a figure, a comparison and a number; of a target, as
/// `target.signal = late`, a word.
///
/// | figure | what it is |
/// | --- | --- |
/// | `villages`, `people` | how many there are |
/// | `SERVICE.served`, `.unserved`, `.unknown` | how many villages have the service, lack it, or nothing is known of |
/// | `SERVICE.people_unserved` | how many people live in the villages that lack it |
/// | `SERVICE.share` | of the villages the **percentage** that has it |
/// | `target.SERVICE` | how the target of the service stands, the worst of several: `reached`, `on_track`, `late`, `unknown` |
public struct FailCondition: Hashable, Sendable {
  /// How a figure is compared.
  public enum Comparison: String, CaseIterable, Sendable {
    case greaterOrEqual = ">="
    case lessOrEqual = "<="
    case notEqual = "!="
    case greater = ">"
    case less = "<"
    case equal = "="

    /// The comparisons of words.
    static let ofWords: [Comparison] = [.equal, .notEqual]
  }

  /// What a figure is compared with.
  public enum Value: Hashable, Sendable {
    case number(Double)
    case state(TargetProgress.State)
  }

  /// The condition as it was written.
  public let text: String
  /// The figure.
  public let figure: CheckFigure
  /// How it is compared.
  public let comparison: Comparison
  /// What it is compared with.
  public let value: Value

  /// The condition that `text` spells.
  ///
  /// - Throws: ``ConditionError`` with the column at which it is wrong.
  public init(_ text: String) throws(ConditionError) {
    var reader = ConditionReader(text)
    self.text = reader.text
    figure = try reader.figure()
    comparison = try reader.comparison()
    value = try reader.value(of: figure, comparison)
  }

  /// Whether the condition holds of a figure's value; nil where the figure is not known.
  public func holds(of found: Value?) -> Bool? {
    switch (found, value) {
    case (.number(let found), .number(let wanted)):
      switch comparison {
      case .greaterOrEqual: found >= wanted
      case .lessOrEqual: found <= wanted
      case .notEqual: found != wanted
      case .greater: found > wanted
      case .less: found < wanted
      case .equal: found == wanted
      }
    case (.state(let found), .state(let wanted)): (found == wanted) == (comparison == .equal)
    default: nil
    }
  }
}

/// Why a text is no condition.
public struct ConditionError: Error, Hashable, Sendable {
  /// The condition as it was written.
  public var text: String
  /// Where it is wrong, in characters from 1.
  public var column: Int
  /// How many characters are wrong, at least 1.
  public var length: Int
  /// What is wrong, and what was expected.
  public var problem: String
}

extension ConditionError: CustomStringConvertible {
  /// The problem, and the condition with the place marked below it.
  public var description: String {
    // A character of two cells needs two marks below it.
    let before = text.prefix(column - 1)
    let wrong = text.dropFirst(column - 1).prefix(length)
    let marks = String(repeating: "^", count: max(1, DisplayWidth.of(String(wrong))))
    return "--fail-if, column \(column): \(problem)\n  \(text)\n  "
      + String(repeating: " ", count: DisplayWidth.of(String(before))) + marks
  }
}
