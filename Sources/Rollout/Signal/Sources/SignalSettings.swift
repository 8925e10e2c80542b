/// What a new mobile site is like, how far it reaches, and how it gets its backhaul and its power.
///
/// A site takes the first of these that it can have: fibre that is there, a cable to fibre within
/// ``farthestFibreMetres``, hops of microwave radio to a site with fibre, a satellite.
public struct SignalSettings: Hashable, Sendable {
  /// What a site brings.
  public var technology = MobileTechnology.fourthGeneration
  /// How tall new towers are.
  public var towerHeight = TowerHeight.metres45
  /// How far a new site reaches, in **metres** over the ellipsoid; nil for what technology and height give.
  public var newSiteReachMetres: Double?
  /// How far an upgraded tower reaches, in **metres** over the ellipsoid; nil for what technology and a height of 30 m give.
  public var upgradeReachMetres: Double?
  /// How high above the ground a phone is held, in **metres**; counts where there is a terrain model.
  public var phoneHeightMetres = 1.5
  /// A site this near to fibre has it without new cable, in **metres**.
  public var fibreOnSiteMetres = 100.0
  /// The farthest fibre to which a site is connected by cable, in **metres** along the straight line.
  public var farthestFibreMetres = 3_000.0
  /// How the cable is laid.
  public var cableMethod = CableMethod.aerial
  /// How much longer a cable or a line is than the straight line between its ends.
  public var detourFactor = 1.3
  /// The longest hop of microwave radio, in **metres**.
  public var longestHopMetres = 30_000.0
  /// The frequency of the hops, in **megahertz**; counts where there is a terrain model.
  public var hopFrequencyMegahertz = 7_500.0
  /// Whether a site without any other backhaul gets one by satellite.
  public var allowsSatellite = true
  /// The farthest power line to which a site is connected, by a low-voltage line; else it has panels and batteries.
  /// In **metres** along the straight line.
  public var farthestPowerLineMetres = 1_000.0
  /// How many **people** a site can serve; nil for any number.
  public var peoplePerSite: Int?

  /// The default settings.
  public init() {}

  /// How far a new site reaches, in **metres**.
  public var reachOfNewSiteMetres: Double { newSiteReachMetres ?? technology.reachMetres(from: towerHeight) }

  /// How far an upgraded tower reaches, in **metres**.
  public var reachOfUpgradeMetres: Double { upgradeReachMetres ?? technology.reachMetres(from: .metres30) }

  /// Throws ``SignalError/unusableSetting(name:value:expected:)`` for the first value that cannot be used.
  func check() throws(SignalError) {
    let distances = [
      ("newSiteReachMetres", reachOfNewSiteMetres), ("upgradeReachMetres", reachOfUpgradeMetres),
      ("phoneHeightMetres", phoneHeightMetres), ("fibreOnSiteMetres", fibreOnSiteMetres),
      ("farthestFibreMetres", farthestFibreMetres), ("longestHopMetres", longestHopMetres),
      ("farthestPowerLineMetres", farthestPowerLineMetres),
    ]
    for (name, value) in distances where !(value >= 0 && value <= 200_000) {
      throw .unusableSetting(name: name, value: value, expected: "at least 0 and at most 200,000")
    }
    guard detourFactor >= 1, detourFactor < 100 else {
      throw .unusableSetting(name: "detourFactor", value: detourFactor, expected: "at least 1 and less than 100")
    }
    guard hopFrequencyMegahertz >= 100, hopFrequencyMegahertz <= 200_000 else {
      throw .unusableSetting(name: "hopFrequencyMegahertz", value: hopFrequencyMegahertz, expected: "100 to 200,000")
    }
    if let peoplePerSite, peoplePerSite < 1 {
      throw .unusableSetting(name: "peoplePerSite", value: Double(peoplePerSite), expected: "at least 1")
    }
  }
}
