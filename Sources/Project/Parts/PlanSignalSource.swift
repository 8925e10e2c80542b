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

  /// Towers that stand.
  public struct Towers: Hashable, Sendable {
    /// The layer, by its name.
    public var layer: String
    /// Which of them may get newer equipment; nil where none may.
    public var upgradable: AttributeFilter?
    /// The line of the project file that says so, counted from 1.
    public var line: Int
  }

  /// Sites with the defaults.
  public init() {}
}
