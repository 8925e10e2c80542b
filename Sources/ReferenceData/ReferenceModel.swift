import Geospatial
import Randomness

/// The whole model, from the commune table to checked layers.
enum ReferenceModel {
  /// - Throws: `ReferenceDataError` if a network cannot be calibrated or the finished layers miss a count or margin.
  static func make(from communes: [Commune], notice: Notice, seed: UInt64) throws -> ReferenceLayers {
    let generator = SeededGenerator(seed: seed)
    var settlement = try SettlementModel.make(from: communes, villages: notice.villages, generator: generator)
    let links = DistrictLinks(settlement)
    let linkRoads = links.paths(
      in: settlement, amplitude: DistrictRoads.amplitude * 0.8, pieceMetres: DistrictRoads.pieceMetres,
      generator: generator.fork("link roads"))
    let power = try PowerNetwork(settlement: settlement, links: links, notice: notice, generator: generator)
    let fibre = try FibreNetwork(
      settlement: settlement, backbone: linkRoads, hasPower: power.isServed, notice: notice, generator: generator)
    try ThresholdClearance(fibre: fibre.features, power: power.features)
      .apply(to: &settlement, generator: generator)
    let shadowed = ShadowedVillages(
      settlement: settlement, hasPower: power.isServed, hasFibre: fibre.isServed, notice: notice,
      generator: generator)
    let signal = try SignalNetwork(
      settlement: settlement, shadowed: shadowed, notice: notice, generator: generator)
    let layers = ReferenceLayers(
      villages: ReferenceLayers.villages(of: settlement), fibre: fibre.features,
      roads: ReferenceLayers.roads(of: settlement, links: linkRoads), towers: signal.towerFeatures,
      coverage: signal.coverageFeatures, power: power.features, defectiveAreas: signal.defectiveAreas)
    try Census(of: layers, villages: settlement.villages.map(\.position)).check(against: notice)
    return layers
  }
}
