import Geospatial

/// Which technology connects which place, and the fibre routes built, with a proof of how good that is.
public struct AccessPlan: Sendable {
  /// A stretch of new cable.
  public struct Route: Sendable {
    /// Its edge in the candidate network.
    public var edge: Int
    /// Its line, away from the existing network.
    public var line: [Coordinate]
    /// What is bought for it.
    public var bill: [BillLine]
    /// The route it goes on from, by its place in the list; nil at the existing network.
    public var upstream: Int?
  }

  /// What it is best at.
  public let objective: AccessObjective
  /// How each place is connected; nil for one that is not.
  public let chosen: [AccessOption?]
  /// The places that no technology can connect, ascending; ``AccessPlanner/refusals`` says why.
  public let beyondReach: [Int]
  /// The fibre routes, each after the one it goes on from.
  public let routes: [Route]
  /// What building it all costs, in whole units of the **currency**.
  public let capital: Int
  /// The net present cost of it all, in whole units of the **currency**.
  public let netPresentCost: Int
  /// The discounted revenue of the places connected, in whole units of the **currency**.
  public let revenue: Int
  /// The people of the places connected.
  public let people: Int
  /// What the objective comes to: the net present cost, the people, the places, or the net present value.
  public let value: Int
  /// What no plan betters: a lower bound of a cost, else an upper bound.
  public let bound: Int

  /// How many places are connected.
  public var placeCount: Int { chosen.count { $0 != nil } }

  /// Discounted revenue less net present cost.
  public var netPresentValue: Int { revenue - netPresentCost }

  /// By what part the objective may fall short of the best: 0 for an optimum.
  public var gap: Double {
    let difference = Double(abs(bound - value))
    return difference == 0 ? 0 : min(1, difference / Double(max(abs(bound), abs(value))))
  }
}
