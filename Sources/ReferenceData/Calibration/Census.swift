import Geospatial

/// Counts the finished layers again, from their features alone, and checks every margin.
///
/// The networks counted themselves while they grew; this knows nothing of that and shares only the rules.
struct Census {
  private(set) var withFibre = 0
  private(set) var withoutSignal = 0
  private(set) var withoutPower = 0
  /// Villages nearer to a threshold than `Margins` allows.
  private(set) var nearThreshold = 0

  init(of layers: ReferenceLayers, villages: [Coordinate]) {
    let fibre = SegmentGrid(layers.fibre.filter(ServiceRules.givesFibre))
    let lines = SegmentGrid(layers.power.filter(ServiceRules.givesPowerNearby))
    let electrified = AreaGrid(layers.power.filter(ServiceRules.givesPowerInside))
    // The broken polygons at the end of the layer cover nobody who has no signal otherwise.
    let coverage = AreaGrid(layers.coverage.filter(ServiceRules.givesSignal).dropLast(layers.defectiveAreas))
    let towers = Ranges(layers.towers.filter(ServiceRules.givesSignal))
    for place in villages {
      let fibreGap = fibre.metres(from: place, limitMetres: Rules.fibreMetres + 100) - Rules.fibreMetres
      let powerGap = lines.metres(from: place, limitMetres: Rules.powerMetres + 100) - Rules.powerMetres
      let area = electrified.test(place, limitMetres: 100)
      let mapped = coverage.test(place, limitMetres: 100)
      let rangeGap = towers.gapMetres(at: place)
      if fibreGap <= 0 { withFibre += 1 }
      if powerGap > 0, !area.isInside { withoutPower += 1 }
      if !mapped.isInside, rangeGap.covered == false { withoutSignal += 1 }
      if abs(fibreGap) < Margins.distanceMetres || abs(powerGap) < Margins.distanceMetres
        || min(area.borderMetres, mapped.borderMetres) < Margins.borderMetres
        || rangeGap.least < Margins.rangeMetres
      {
        nearThreshold += 1
      }
    }
  }

  /// - Throws: `ReferenceDataError.census` if the counts are not those of the notice or a margin is missed.
  func check(against notice: Notice) throws {
    let found =
      "\(withFibre) with fibre, \(withoutSignal) without signal, \(withoutPower) without power, "
      + "\(nearThreshold) near a threshold"
    let expected =
      "\(notice.withFibre) with fibre, \(notice.withoutSignal) without signal, "
      + "\(notice.withoutPower) without power, 0 near a threshold"
    guard found == expected else { throw ReferenceDataError.census(found: found, expected: expected) }
  }
}

/// The towers that give a range.
private struct Ranges {
  /// No tower of the model reaches farther, in **metres**.
  private static let greatestMetres = 4_000.0

  private var grid = PointGrid()
  private var metres: [Double] = []

  init(_ features: [Feature]) {
    for feature in features {
      guard case .point(let position) = feature.shape, let range = ServiceRules.rangeMetres(of: feature) else {
        continue
      }
      grid.insert(position)
      metres.append(range)
    }
  }

  /// Whether a range covers a place, and the least distance in **metres** from the edge of any.
  func gapMetres(at place: Coordinate) -> (covered: Bool, least: Double) {
    var covered = false
    var least = Double.infinity
    for tower in grid.within(metres: Self.greatestMetres, of: place) {
      let gap = metres[tower] - LocalFrame.metres(place, grid.positions[tower])
      covered = covered || gap >= 0
      least = min(least, abs(gap))
    }
    return (covered, least)
  }
}
