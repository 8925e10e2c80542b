import Coverage

/// Which dead zones a project wants, and how they are made.
public struct ZoneSource: Hashable, Sendable {
  /// The services whose zones are made, in the order in which they are written; nil, the default, for every service that
  /// has rules.
  public var services: [Service]?
  /// How villages are gathered and zones drawn.
  public var settings: DeadZoneSettings

  /// Zones of `services` by `settings`, everything else at its default.
  public init(services: [Service]? = nil, settings: DeadZoneSettings = DeadZoneSettings()) {
    self.services = services
    self.settings = settings
  }
}
