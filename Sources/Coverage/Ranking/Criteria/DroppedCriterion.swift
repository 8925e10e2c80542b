/// A criterion that takes no part in a ranking, because no village has a value for it.
public struct DroppedCriterion: Hashable, Sendable {
  /// Why there is no value.
  public enum Reason: Hashable, Sendable, CustomStringConvertible {
    /// The status of these services is unknown everywhere.
    case unknownServices([Service])
    /// The number of people is unknown everywhere.
    case noPeople
    /// No village has a distance to the service.
    case noDistances(Service)
    /// No village has a value in the property of this name.
    case noValues(property: String)

    /// The reason in words.
    public var description: String {
      switch self {
      case .unknownServices(let services):
        "no village has a status of " + services.map(\.rawValue).joined(separator: ", ")
      case .noPeople: "no village has a number of people"
      case .noDistances(let service): "no village has a distance to \(service)"
      case .noValues(let property): "no village has a value in \"\(property)\""
      }
    }
  }

  /// The criterion.
  public var criterion: Criterion
  /// Why it takes no part.
  public var reason: Reason

  /// A criterion that takes no part for `reason`.
  public init(_ criterion: Criterion, _ reason: Reason) {
    self.criterion = criterion
    self.reason = reason
  }
}

/// The criteria that were not known of some villages, and what they counted then.
public struct MissingReport: Hashable, Sendable {
  /// One criterion with unknown values.
  public struct Entry: Hashable, Sendable {
    /// The criterion.
    public var criterion: Criterion
    /// Of how many villages it is not known.
    public var villages: Int
  }

  /// What the criteria counted where they were not known.
  public var rule: MissingRule
  /// The criteria that are unknown of at least one village, in the order of `Criterion`.
  public var entries: [Entry]
  /// The criteria that take no part, in the order of `Criterion`.
  public var dropped: [DroppedCriterion]
}
