import Geospatial
import Randomness

/// Moves villages that stand too near to a distance threshold by a few metres, without changing any status.
///
/// Coverage polygons and tower ranges come later and are drawn around the final positions.
struct ThresholdClearance {
  /// Moves are tried this far and no farther, in **metres**.
  private static let greatestMoveMetres = 110.0
  private static let attempts = 600

  private let fibre: SegmentGrid
  private let power: SegmentGrid
  private let areas: AreaGrid

  init(fibre: [Feature], power: [Feature]) {
    self.fibre = SegmentGrid(fibre.filter(ServiceRules.givesFibre))
    self.power = SegmentGrid(power.filter(ServiceRules.givesPowerNearby))
    areas = AreaGrid(power.filter(ServiceRules.givesPowerInside))
  }

  /// - Throws: `ReferenceDataError.margin` if a village finds no place.
  func apply(to settlement: inout Settlement, generator: SeededGenerator) throws {
    let grid = PointGrid(settlement.villages.map(\.position))
    for index in settlement.villages.indices {
      let village = settlement.villages[index]
      let status = measure(village.position)
      if status.isClear { continue }
      let area = CommuneArea(settlement.communes[village.commune])
      let frame = LocalFrame(at: village.position)
      var stream = generator.fork("clearance", index)
      let place = (0..<Self.attempts).lazy.map { attempt -> Coordinate in
        let distance = Self.greatestMoveMetres * Double(attempt + 1) / Double(Self.attempts)
        return frame.position(of: Offset(east: distance, north: 0).turned(stream.number(0, 2 * Elementary.pi)))
      }.first { place in
        let moved = measure(place)
        return moved.isClear && moved.hasFibre == status.hasFibre && moved.hasPower == status.hasPower
          && area.contains(place)
          && grid.within(metres: ValleyWalk.leastVillageMetres / 2, of: place).allSatisfy { $0 == index }
      }
      guard let place else { throw ReferenceDataError.margin(village: index) }
      settlement.villages[index].position = place
    }
  }

  private struct Status {
    let hasFibre: Bool
    let hasPower: Bool
    let isClear: Bool
  }

  private func measure(_ place: Coordinate) -> Status {
    let margin = Margins.distanceMetres
    let fibreMetres = fibre.metres(from: place, limitMetres: Rules.fibreMetres + margin)
    let powerMetres = power.metres(from: place, limitMetres: Rules.powerMetres + margin)
    let area = areas.test(place, limitMetres: Margins.borderMetres)
    return Status(
      hasFibre: fibreMetres <= Rules.fibreMetres, hasPower: powerMetres <= Rules.powerMetres || area.isInside,
      isClear: abs(fibreMetres - Rules.fibreMetres) > margin && abs(powerMetres - Rules.powerMetres) > margin
        && area.borderMetres > Margins.borderMetres)
  }
}
