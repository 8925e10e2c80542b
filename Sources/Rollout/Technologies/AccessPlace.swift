import Geospatial

/// A village or point of interest to connect.
public struct AccessPlace: Hashable, Sendable {
  /// Whose mobile signal reaches a place.
  public enum MobileNetwork: String, CaseIterable, Hashable, Sendable {
    /// A network that stands.
    case existing
    /// A network that is planned; what its sites cost is counted where they are planned, not here.
    case planned
  }

  /// Where it is.
  public var position: Coordinate
  /// How many **people** it serves.
  public var people: Int
  /// How many of them use it at the same time, each with the demand of ``AccessSettings/mbpsPerUser``.
  public var users: Double
  /// Whose mobile signal reaches it; nil for none.
  public var mobile: MobileNetwork?
  /// What it brings in **a year** once connected, in the **currency** of the catalogue.
  public var revenuePerYear: Double

  /// A place with its people, users, mobile signal and yearly revenue.
  public init(
    at position: Coordinate, people: Int, users: Double, mobile: MobileNetwork? = nil, revenuePerYear: Double = 0
  ) {
    self.position = position
    self.people = people
    self.users = users
    self.mobile = mobile
    self.revenuePerYear = revenuePerYear
  }
}
