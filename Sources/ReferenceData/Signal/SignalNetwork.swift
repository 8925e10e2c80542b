import Geospatial
import Randomness

/// Mobile signal: towers and the coverage that operators report for them.
struct SignalNetwork {
  /// The share of commune centres with a tower from the start.
  private static let centreShare = 0.8
  /// Towers that have 2G only, as a share of the others: their areas reach far, over shadowed villages too.
  private static let secondGenerationShare = 0.1
  private static let secondGenerationMetres = 3_500.0...6_500.0

  private(set) var towerFeatures: [Feature] = []
  private(set) var coverageFeatures: [Feature] = []
  /// How many features at the end of the coverage are broken on purpose.
  private(set) var defectiveAreas = 0

  /// - Throws: `ReferenceDataError.notCalibrated` if the count of the notice cannot be reached.
  init(settlement: Settlement, shadowed: ShadowedVillages, notice: Notice, generator: SeededGenerator) throws {
    var siting = TowerSiting(villages: settlement.villages, shadowed: shadowed.order, generator: generator)
    var stream = generator.fork("signal")
    for station in settlement.stations where station.isCommuneCentre && stream.chance(Self.centreShare) {
      siting.siteTower(at: station.position)
    }
    for village in settlement.villages.indices where !siting.isShadowed[village] && siting.coverCount[village] == 0 {
      _ = siting.siteTower(for: village)
    }
    // The easiest of the shadowed villages get signal after all, until the count is exact.
    for village in shadowed.order.reversed() where siting.withoutSignal > notice.withoutSignal {
      _ = siting.lift(village)
    }
    guard siting.withoutSignal == notice.withoutSignal else {
      throw ReferenceDataError.notCalibrated(
        service: "signal", found: siting.withoutSignal, expected: notice.withoutSignal)
    }
    let older = Self.secondGeneration(beside: siting.towers, using: &stream)
    let defects = DefectiveAreas(siting: siting, using: &stream)
    towerFeatures = (siting.towers + older.towers).map(\.feature)
    defectiveAreas = defects.areas.count
    coverageFeatures = (siting.areas + older.areas + defects.areas).map(\.feature)
  }

  /// 2G beside some of the towers: half with a map, half with a range. Neither counts.
  private static func secondGeneration(
    beside towers: [Tower], using stream: inout SeededGenerator
  ) -> (towers: [Tower], areas: [CoverageArea]) {
    var older: [Tower] = []
    var areas: [CoverageArea] = []
    for tower in towers where stream.chance(secondGenerationShare) {
      let reach = stream.number(secondGenerationMetres.lowerBound, secondGenerationMetres.upperBound)
      var second = Tower(
        position: tower.position, provider: tower.provider, technology: .second, heightMetres: tower.heightMetres)
      if tower.rangeMetres != nil || stream.chance(0.2) {
        second.rangeMetres = Int(reach / 100) * 100
      } else {
        let outline = LobedOutline(radiusMetres: reach, roughness: 0.16, vertices: 48, using: &stream)
        let ring = outline.ring(in: LocalFrame(at: tower.position))
        areas.append(CoverageArea(provider: tower.provider, technology: .second, polygons: [[ring]]))
      }
      older.append(second)
    }
    return (older, areas)
  }
}
