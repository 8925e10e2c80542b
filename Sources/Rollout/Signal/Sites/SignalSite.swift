import Geospatial

/// A site that may be built, or a tower that stands and can pass on the backhaul of others.
public struct SignalSite: Sendable {
  /// What is done at the site.
  public enum Work: Hashable, Sendable {
    /// A tower is built.
    case newTower
    /// The equipment of a tower that stands is renewed.
    case upgrade
    /// A tower that stands gets one more hop of its own, to pass on what others need; it covers nobody new.
    case relay
  }

  /// How it gets its backhaul.
  public enum Backhaul: Hashable, Sendable {
    /// It has it already.
    case standing
    /// Fibre is there.
    case fibreOnSite
    /// A new cable from the nearest fibre; the straight line is so many **metres** long.
    case cable(from: Coordinate, metres: Double)
    /// A hop of microwave radio of so many **metres** to a tower that stands or to the site ``SignalSite/parent``.
    case microwave(to: Coordinate, metres: Double)
    /// A satellite.
    case satellite
  }

  /// How it gets its power.
  public enum Power: Hashable, Sendable {
    /// It has it already.
    case standing
    /// A power line whose nearest place is so many **metres** away.
    case line(metres: Double)
    /// Panels and batteries.
    case solar
  }

  /// The place it comes from.
  public var origin: SiteOrigin
  /// Where it is.
  public var coordinate: Coordinate
  /// What is done there.
  public var work: Work
  /// Whether it must be built.
  public var isRequired: Bool
  /// How it gets its backhaul.
  public var backhaul: Backhaul
  /// How it gets its power.
  public var power: Power
  /// The site that passes on its backhaul and must be built as well, by its place in the list of sites; nil for none.
  public var parent: Int?
  /// What is bought for the tower or its upgrade, and for a line to it.
  public var towerBill: [BillLine]
  /// What is bought for the backhaul.
  public var backhaulBill: [BillLine]
  /// What is bought for panels and batteries.
  public var solarBill: [BillLine]
  /// What all of that costs to build, in whole units of the **currency**; the parent's cost is its own.
  public var cost: Int
}

/// A village that no site can serve.
public struct UnreachableVillage: Hashable, Sendable, CustomStringConvertible {
  /// Why.
  public enum Reason: String, Hashable, Sendable {
    /// There is no place for a site from which it could be reached.
    case noSite = "no site reaches it"
    /// All places in reach are forbidden.
    case forbidden = "every site that reaches it is forbidden"
    /// The sites in reach have no backhaul.
    case noBackhaul = "no site that reaches it has a way to fibre, and satellites are not allowed"
    /// The sites in reach have no room for its people.
    case noRoom = "the sites that reach it have no room for its people"
  }

  /// The village, by its place in the list given.
  public var village: Int
  /// Why.
  public var reason: Reason

  /// As in `village 12: no site reaches it`.
  public var description: String { "village \(village): \(reason.rawValue)" }
}
