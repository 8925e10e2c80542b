/// A village that waits for a service, and the items that could bring it.
public struct PhasingDemand: Hashable, Sendable {
  /// The village, by its place in the list given.
  public var village: Int
  /// The service it waits for.
  public var service: PlannedService
  /// What a year of service counts: people, or people times priority; at least 0.
  public var benefit: Int
  /// The items, by their places in the list of items, each of which alone brings the service once it stands; none for a
  /// village that no plan reaches.
  public var options: [Int]

  /// A village and service; `options` by their places in the list of items.
  public init(village: Int, service: PlannedService, benefit: Int, options: [Int]) {
    self.village = village
    self.service = service
    self.benefit = benefit
    self.options = options
  }
}
