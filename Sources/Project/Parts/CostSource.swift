import Rollout

/// What things cost, as a project file says: a catalogue and what differs from it.
public struct CostSource: Hashable, Sendable {
  /// The path of a catalogue in place of the one that comes with PhuSong, as written; nil where none is named.
  public var catalogue: String?
  /// By how many **percent** a year later money counts less; nil where the catalogue says.
  public var discountPercent: Double?
  /// Over how many **years** costs are counted; nil where the catalogue says.
  public var horizonYears: Int?
  /// The prices that differ.
  public var prices: [CostItem: PriceChange] = [:]

  /// What a project file says of one price; nil where the catalogue's stays.
  public struct PriceChange: Hashable, Sendable {
    /// What building one unit costs, in the catalogue's **currency**.
    public var capital: Double?
    /// What running one unit costs.
    public var running: RunningCost?
    /// After how many **years** it is bought anew.
    public var lifetimeYears: Int?
    /// Who says so.
    public var source: String?
    /// The line of the project file, counted from 1.
    public var line: Int
  }

  /// A running cost as files write it.
  public enum RunningCost: Hashable, Sendable {
    /// In the catalogue's **currency** a year.
    case amount(Double)
    /// In **percent** of the capital a year.
    case percent(Double)

    /// The amount in **currency** a year of something whose capital is known.
    func amount(ofCapital capital: Double) -> Double {
      switch self {
      case .amount(let amount): amount
      case .percent(let percent): capital * percent / 100
      }
    }
  }

  /// The catalogue as it comes.
  public init() {}
}
