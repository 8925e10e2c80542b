/// A village that no path of a candidate network joins to the existing network.
public struct DisconnectedVillage: Hashable, Sendable {
  /// Why there is no path.
  public enum Reason: Hashable, Sendable {
    /// Its coordinates are not a place on earth.
    case notOnEarth
    /// There is no existing network to connect to.
    case nothingToConnectTo
    /// It lies inside a forbidden area, of this index.
    case insideForbiddenArea(feature: Int)
    /// Every way to the network within reach crosses a forbidden area.
    case cutOff
    /// The gap around the part of the network it belongs to, in **metres**, is wider than a link may be.
    case beyondReach(gapMetres: Double, longestMetres: Double)
  }

  /// The village, by its place in the list given.
  public var village: Int
  /// Why.
  public var reason: Reason
}

extension DisconnectedVillage.Reason: CustomStringConvertible {
  /// A phrase for a table or a report.
  public var description: String {
    switch self {
    case .notOnEarth: "its coordinates are not on earth"
    case .nothingToConnectTo: "there is no existing network to connect to"
    case .insideForbiddenArea(let feature): "it lies inside forbidden area \(feature)"
    case .cutOff: "every way to the network crosses a forbidden area"
    case .beyondReach(let gap, let longest):
      "the gap to the rest of the network is \(Int(gap.rounded())) m; links are at most \(Int(longest.rounded())) m"
    }
  }
}
