import Coverage
import Rollout

/// What new mobile sites are like, as a project file says.
public struct PlanSignalSource: Hashable, Sendable {
  /// The generation of mobile network that sites bring.
  public var technology = MobileTechnology.fourthGeneration
  /// How far a site serves, in **metres**; nil, the default, for what technology and height give.
  public var rangeMetres: Double?
  /// The height of new towers.
  public var tower = TowerHeight.metres45
  /// How many **people** a site can serve; nil, the default, for any number.
  public var peoplePerSite: Int?
  /// How far from fibre a site may lie to be joined to it by a cable of its own, in **metres**.
  public var longestFibreMetres = 3_000.0
  /// How long a hop of microwave radio may be, in **metres**.
  public var longestHopMetres = 30_000.0
  /// Whether a site may have its backhaul by satellite.
  public var allowsSatellite = true
  /// How far from a power line a site may lie to be fed by it, in **metres**; farther ones get solar panels.
  public var longestPowerMetres = 1_000.0
  /// The layer of further places for sites, as hill tops.
  public var hillTops: String?
  /// The towers that stand, which pass on backhaul; nil, the default, where none are given.
  public var towers: Towers?
  /// The terrain model that says who sees whom; nil, the default, where only distances count.
  public var elevation: Elevation?
  /// How high above the ground a phone is held, in **metres**.
  public var phoneHeightMetres = 1.5
  /// Which part of the radius of the first Fresnel zone must be free between a site and a phone, in **percent**.
  public var phoneFresnelPercent = 0.0
  /// Which part of it must be free along a hop of microwave radio, in **percent** (ITU-R P.530-18, section 2.2.2).
  public var hopFresnelPercent = 60.0
  /// The frequency of hops, in **megahertz**.
  public var hopFrequencyMegahertz = 7_500.0

  /// Whether a site serves only the villages that a plan lists for it, and not whoever is within its range.
  public var servesListed: Bool { peoplePerSite != nil || elevation != nil }

  /// A terrain model.
  public struct Elevation: Hashable, Sendable {
    /// A raster, or a folder of SRTM tiles (`.hgt`), as written.
    public var path: String
    /// The line of the project file that says so, counted from 1.
    public var line: Int
  }

  /// How high the antennas of towers are.
  public enum AntennaHeight: Hashable, Sendable {
    /// All so high, in **metres** above the ground.
    case metres(Double)
    /// As a property of the layer says, in **metres**; where it says nothing, as usual.
    case field(String)
  }

  /// Towers that stand.
  public struct Towers: Hashable, Sendable {
    /// The layer, by its name.
    public var layer: String
    /// Which of them may get newer equipment; nil where none may.
    public var upgradable: AttributeFilter?
    /// How high their antennas are; 40 m unless it is given.
    public var height = AntennaHeight.metres(usualHeightMetres)
    /// The line of the project file that says so, counted from 1.
    public var line: Int

    /// The height of antennas of which nothing is known, in **metres**.
    public static let usualHeightMetres = 40.0
  }

  /// Sites with the defaults.
  public init() {}
}
