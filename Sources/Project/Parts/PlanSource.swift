import Rollout

/// What a plan is to bring, with what, and by which rules, as a project file says.
public struct PlanSource: Hashable, Sendable {
  /// What a plan makes as great, or as small, as it can.
  public enum Objective: String, CaseIterable, Hashable, Sendable {
    /// The most people served within the budget, earlier is better.
    case people
    /// The same with people counted by the score of their village.
    case priority
    /// The least money that reaches the target.
    case cost
  }

  /// The services planned, in the order in which they are written; nil, the default, for all that have rules.
  public var services: [PlannedService]?
  /// The money of all services together; nil, the default, where it is not limited so.
  public var budget: Budget?
  /// The money of single services, each of which is limited by its own then and not by `budget`.
  public var serviceBudgets: [PlannedService: Budget] = [:]
  /// Over how many **years** it is built.
  public var years = 5
  /// What is made as great, or as small, as it can be.
  public var objective = Objective.people
  /// By what costs are counted; nil, the default, for what building costs where a budget pays for it, and for net present cost
  /// where money is not limited or the objective is cost.
  public var measure: CostMeasure?
  /// What a person with a service counts, by service; 1, the default, for each. Only how they compare matters.
  public var weights: [PlannedService: Double] = [:]
  /// Which part of the people is to have each service in the end, in **percent**, where money is not limited.
  public var targetPercent = 100.0
  /// Whether what a year does not spend is there for the next.
  public var carriesOver = true
  /// How many **kilometres** of line and cable can be built in a year; nil, the default, for any number.
  public var kilometresPerYear: Double?
  /// Of the random choices.
  public var seed: UInt64 = 1
  /// The codes of villages that must be connected, whatever it costs.
  public var required: [String] = []
  /// The codes of villages that are left out.
  public var excluded: [String] = []
  /// The layer of roads that cables follow; nil, the default, lays them along straight lines.
  public var roads: String?
  /// The layer of rivers and lakes, whose crossings cost extra.
  public var water: String?
  /// The layer of polygons in which nothing may be built.
  public var forbidden: String?
  /// The layer of cable routes that are paid for.
  public var funded: String?
  /// The layer of places where cables may branch; nil, the default, where they may anywhere.
  public var branchPoints: String?
  /// What the ground is like where no polygon says.
  public var ground = Terrain.plain
  /// The layer of polygons that say what the ground is like.
  public var terrain: TerrainLayer?
  /// How cables are laid.
  public var cable = CableMethod.aerial
  /// What new sites are like.
  public var signal = PlanSignalSource()
  /// What electricity is planned for.
  public var power = PlanPowerSource()
  /// The line of the project file where the section starts, counted from 1; nil where the file has none.
  public var line: Int?

  /// Money for some years, in the **currency** of the catalogue.
  public enum Budget: Hashable, Sendable {
    /// So much in all, spread evenly.
    case total(Int)
    /// So much in each year.
    case yearly([Int])

    /// The money of each of `years` years; what does not divide is there in the first.
    public func perYear(_ years: Int) -> [Int] {
      switch self {
      case .yearly(let amounts): return amounts
      case .total(let amount):
        let (share, rest) = amount.quotientAndRemainder(dividingBy: years)
        return (0..<years).map { $0 < rest ? share + 1 : share }
      }
    }
  }

  /// The layer whose polygons say what the ground is like.
  public struct TerrainLayer: Hashable, Sendable {
    /// The layer, by its name.
    public var layer: String
    /// The property with one of the words plain, hill and mountain.
    public var field: String
    /// The line of the project file that says so, counted from 1.
    public var line: Int
  }

  /// A plan with the defaults.
  public init() {}

  /// The layers that a plan reads besides those of the rules, by name, with the properties it reads of each.
  var layers: [String: [String]] {
    var layers: [String: [String]] = [:]
    for name in [roads, water, forbidden, funded, branchPoints, signal.hillTops].compactMap({ $0 }) {
      layers[name, default: []] += []
    }
    if let terrain { layers[terrain.layer, default: []].append(terrain.field) }
    if let towers = signal.towers {
      layers[towers.layer, default: []] += towers.upgradable?.properties ?? []
      if case .field(let field) = towers.height { layers[towers.layer, default: []].append(field) }
    }
    return layers
  }
}
