/// What each technology takes in a village, apart from the medium-voltage line to it.
struct PowerBills: Sendable {
  private let settings: PowerSettings

  init(_ settings: PowerSettings) { self.settings = settings }

  /// The bill of a technology for so many households.
  func bill(_ technology: PowerTechnology, households: Int) -> [BillLine] {
    let count = Double(households)
    switch technology {
    case .grid:
      let energy = count * settings.tier.kilowattHoursPerYear / (1 - settings.gridLossPercent / 100)
      return [
        BillLine(.transformer, quantity: Double(transformers(households))),
        BillLine(.lowVoltageLine, quantity: count * settings.lowVoltageMetresPerHousehold / 1_000),
        BillLine(.householdConnection, quantity: count), BillLine(.gridEnergy, quantity: energy),
      ]
    case .miniGrid:
      return [
        BillLine(.miniGridPower, quantity: miniGridKilowattPeak(households)),
        BillLine(.miniGridHousehold, quantity: count),
      ]
    case .solarHomes: return [BillLine(settings.tier.solarHome, quantity: count)]
    }
  }

  /// A line of so many **metres**.
  func line(metres: Double) -> [BillLine] { [BillLine(.mediumVoltageLine, quantity: metres / 1_000)] }

  /// As many as the number of households and their common peak call for.
  private func transformers(_ households: Int) -> Int {
    let bySize = (households + settings.householdsPerTransformer - 1) / settings.householdsPerTransformer
    let byPeak = (commonPeakKilowatts(households) / settings.transformerKilowatts).rounded(.up)
    return max(bySize, Int(byPeak))
  }

  /// Panels for the year's energy, and at least for the common peak.
  private func miniGridKilowattPeak(_ households: Int) -> Double {
    let byEnergy = Double(households) * settings.tier.kilowattHoursPerYear / settings.miniGridYieldKilowattHours
    return max(byEnergy, commonPeakKilowatts(households))
  }

  private func commonPeakKilowatts(_ households: Int) -> Double {
    Double(households) * settings.tier.peakWatts / 1_000 * settings.coincidenceFactor
  }
}
