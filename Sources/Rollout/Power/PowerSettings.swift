/// What power planning assumes beyond the prices of the catalogue.
///
/// Demand is that of the tier from the first year to the horizon and does not grow. Numbers marked as estimates are
/// PhuSong's own.
public struct PowerSettings: Hashable, Sendable {
  /// How much electricity every household is to have.
  public var tier = DemandTier.tier3
  /// What may be built.
  public var technologies = Set(PowerTechnology.allCases)
  /// How much longer a medium-voltage line is than a straight one; an estimate, less than that of roads, for poles cut corners.
  public var mediumVoltageDetourFactor = 1.2
  /// Lines between two villages, and to the grid, are at most this long in a straight line, in **metres**.
  public var longestLineMetres = 50_000.0
  /// How many **metres** of low-voltage line a household takes; an estimate for scattered villages.
  public var lowVoltageMetresPerHousehold = 30.0
  /// How many households a transformer serves at most: those of the catalogue's transformer of 75 kVA.
  public var householdsPerTransformer = 95
  /// What a transformer delivers, in **kilowatts**: 75 kVA at a power factor of 0.9.
  public var transformerKilowatts = 67.5
  /// What part of the sum of the households' peaks falls together; an estimate.
  public var coincidenceFactor = 0.5
  /// How much of the energy fed into the grid is lost on the way, in **percent**; an estimate for rural lines.
  public var gridLossPercent = 10.0
  /// What a kilowatt-peak of panels brings to the meters, batteries and wires passed, in **kilowatt-hours a year**; an
  /// estimate, somewhat below what panels yield in Vietnam's mountains.
  public var miniGridYieldKilowattHours = 1_000.0
  /// How many people a household has where only people are known: the mean of Vietnam's census of 2019.
  public var peoplePerHousehold = 3.6

  /// The usual settings.
  public init() {}

  /// Throws ``PowerError/unusableSetting(name:value:expected:)`` for the first value that cannot be used.
  func check() throws(PowerError) {
    if technologies.isEmpty {
      throw .unusableSetting(name: "technologies", value: 0, expected: "at least one technology")
    }
    let positive = [
      ("transformerKilowatts", transformerKilowatts), ("coincidenceFactor", coincidenceFactor),
      ("miniGridYieldKilowattHours", miniGridYieldKilowattHours), ("peoplePerHousehold", peoplePerHousehold),
      ("householdsPerTransformer", Double(householdsPerTransformer)),
    ]
    for (name, value) in positive where !(value > 0 && value < 1e6) {
      throw .unusableSetting(name: name, value: value, expected: "more than 0 and less than 1,000,000")
    }
    if coincidenceFactor > 1 {
      throw .unusableSetting(name: "coincidenceFactor", value: coincidenceFactor, expected: "at most 1")
    }
    for (name, value) in [
      ("lowVoltageMetresPerHousehold", lowVoltageMetresPerHousehold), ("longestLineMetres", longestLineMetres),
    ] where !(value >= 0 && value < 1e6) {
      throw .unusableSetting(name: name, value: value, expected: "at least 0 and less than 1,000,000")
    }
    guard mediumVoltageDetourFactor >= 1, mediumVoltageDetourFactor < 100 else {
      throw .unusableSetting(
        name: "mediumVoltageDetourFactor", value: mediumVoltageDetourFactor, expected: "at least 1 and less than 100")
    }
    guard gridLossPercent >= 0, gridLossPercent < 100 else {
      throw .unusableSetting(name: "gridLossPercent", value: gridLossPercent, expected: "0 to less than 100")
    }
  }
}
