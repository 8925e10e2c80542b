/// What one unit of an item costs.
public struct Price: Hashable, Sendable {
  /// What building it costs, in the **currency** of the catalogue.
  public var capital: Double
  /// What running it costs, in the **currency** of the catalogue **a year**.
  public var runningPerYear: Double
  /// After how many **years** it is bought anew; at least 1.
  public var lifetimeYears: Int
  /// Who says so.
  public var source: String

  /// A price with its source; amounts in the catalogue's **currency**, running cost **a year**.
  public init(capital: Double, runningPerYear: Double, lifetimeYears: Int, source: String) {
    self.capital = capital
    self.runningPerYear = runningPerYear
    self.lifetimeYears = lifetimeYears
    self.source = source
  }
}
