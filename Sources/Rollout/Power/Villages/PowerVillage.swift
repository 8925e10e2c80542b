import Geospatial

/// A village to bring power to.
public struct PowerVillage: Hashable, Sendable {
  /// Its centre.
  public var position: Coordinate
  /// How many **households** it has; nil where unknown.
  public var households: Double?
  /// How many **people** it has; nil where unknown. Asked only where the households are not known.
  public var people: Double?

  /// A village with what is known of its size; a number that is NaN is not known.
  public init(at position: Coordinate, households: Double?, people: Double? = nil) {
    self.position = position
    self.households = households.flatMap { $0.isNaN ? nil : $0 }
    self.people = people.flatMap { $0.isNaN ? nil : $0 }
  }
}
