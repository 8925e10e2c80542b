import GeoFormats

/// Which features of a layer count, by their properties.
///
/// ```swift
/// let filter = AttributeFilter([
///   .init(property: "technology", condition: .anyOf([.text("3G"), .text("4G")])),
///   .init(property: "rsrp_dbm", condition: .range(min: -110, max: nil)),
/// ])
/// filter.matches { properties[$0] }
/// ```
public struct AttributeFilter: Hashable, Sendable {
  /// What one property must satisfy.
  public enum Condition: Hashable, Sendable {
    /// Equal to one of these values, by ``AttributeValue/equals(_:)``. False where the property is missing.
    case anyOf([AttributeValue])
    /// Equal to none of these values. True where the property is missing.
    case noneOf([AttributeValue])
    /// A number, or text that spells one, from `min` to `max`, both included, in the property's own unit; nil leaves
    /// that end open. False where the property is missing or no number.
    case range(min: Double?, max: Double?)
    /// True asks that the property is there and neither null nor blank; false asks the opposite.
    case exists(Bool)

    /// Whether `value`, nil where the feature lacks the property, satisfies the condition.
    public func holds(for value: AttributeValue?) -> Bool {
      switch self {
      case .anyOf(let wanted):
        guard let value else { return false }
        return wanted.contains { value.equals($0) }
      case .noneOf(let refused):
        guard let value else { return true }
        return !refused.contains { value.equals($0) }
      case .range(let min, let max):
        guard let number = value?.number else { return false }
        return number >= min ?? -.infinity && number <= max ?? .infinity
      case .exists(let wanted):
        return (value.map { !$0.isEmpty } ?? false) == wanted
      }
    }
  }

  /// One property and what it must satisfy.
  public struct Clause: Hashable, Sendable {
    /// The property's name, as the file spells it.
    public var property: String
    /// What the property must satisfy.
    public var condition: Condition

    /// A clause that asks `condition` of `property`.
    public init(property: String, condition: Condition) {
      self.property = property
      self.condition = condition
    }
  }

  /// What must hold, all of it, in the order written; a property may stand more than once.
  public var conditions: [Clause]

  /// A filter that passes a feature when every one of `conditions` holds.
  public init(_ conditions: [Clause]) {
    self.conditions = conditions
  }

  /// The filter that passes every feature.
  public static let everything = AttributeFilter([])

  /// Whether the filter passes every feature.
  public var isEmpty: Bool { conditions.isEmpty }

  /// The properties the filter reads, each once, in the order of their first condition.
  public var properties: [String] {
    var seen = Set<String>()
    return conditions.map(\.property).filter { seen.insert($0).inserted }
  }

  /// Whether a feature passes; `value` gives its property of a name, nil where it has none.
  ///
  /// Stops at the first condition that fails.
  public func matches(_ value: (String) -> AttributeValue?) -> Bool {
    conditions.allSatisfy { $0.condition.holds(for: value($0.property)) }
  }
}
