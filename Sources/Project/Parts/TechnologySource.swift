import Rollout

/// How places are to be connected to the internet, as a project file says.
public struct TechnologySource: Hashable, Sendable {
  /// The layer of points of interest, as schools and clinics; nil, the default, for the villages without fibre.
  public var points: String?
  /// The properties of the points that say what they are like.
  public var fields: [Field: FieldMapping] = [:]
  /// What may be used.
  public var technologies = Set(AccessTechnology.allCases)
  /// What the choice is best at.
  public var objective = AccessObjective.leastCost
  /// The money for building, in the **currency** of the catalogue; nil, the default, where it is not limited.
  public var budget: Int?
  /// Which part of the people of a village use it at the same time, in **percent**.
  public var usersPercent = 10.0
  /// How many users a point has where no property says.
  public var usersPerPoint = 20.0
  /// What a user asks for, in **Mbit/s**.
  public var mbpsPerUser = 1.5
  /// What a user brings in **a year**, in the **currency** of the catalogue.
  public var revenuePerUser = 0.0
  /// How long a point-to-point radio link may be, in **metres**.
  public var microwaveRangeMetres = 20_000.0
  /// How high the antenna of a place, or of a fibre node, is above the ground, in **metres**; counts with a terrain model.
  public var mastMetres = 15.0
  /// What one unit of a technology carries and how many of them a place may have, where that differs from the default.
  public var capacities: [AccessTechnology: AccessSettings.Capacity] = [:]
  /// The line of the project file where the section starts, counted from 1; nil where the file has none.
  public var line: Int?

  /// What a property of a point may say.
  public enum Field: String, CaseIterable, Hashable, Sendable {
    /// Its code.
    case code
    /// Its name.
    case name
    /// How many **people** it serves.
    case people
    /// How many of them use it at the same time.
    case users
  }

  /// The name of a property, and where the project file says so.
  public struct FieldMapping: Hashable, Sendable {
    /// The name.
    public var property: String
    /// The line of the project file, counted from 1.
    public var line: Int
  }

  /// The defaults.
  public init() {}

  /// The settings of the library.
  var settings: AccessSettings {
    var settings = AccessSettings()
    settings.technologies = technologies
    settings.mbpsPerUser = mbpsPerUser
    settings.microwaveRangeMetres = microwaveRangeMetres
    for (technology, capacity) in capacities { settings.capacities[technology] = capacity }
    return settings
  }
}
