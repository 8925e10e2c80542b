import Geospatial
import Randomness

/// The electricity grid: 110 kV between districts, 35 kV to the communes, 22 kV up the valleys, 0.4 kV to the houses.
struct PowerNetwork {
  /// Villages left to local grids (small hydro and solar), each an electrified area without a line.
  private static let localGrids = 26
  /// The 35 kV trunk is built long before the last valley: its cost counts this much.
  private static let trunkFactor = 0.3
  /// Spread of the cost between communes (standard deviation of the logarithm).
  private static let communeSpread = 0.7
  /// Power lines keep this far from the road, in **metres**.
  private static let roadsideMetres = 18.0...45.0
  /// The last stretch of a valley is low voltage if it is no longer than this, in **metres**.
  private static let lowVoltageMetres = 850.0
  /// The share of villages with a mapped low-voltage branch.
  private static let mappedBranchShare = 0.6

  private(set) var features: [Feature] = []
  /// Whether each village has power by the rules.
  private(set) var isServed: [Bool] = []

  /// - Throws: `ReferenceDataError.notCalibrated` if the count of the notice cannot be reached.
  init(settlement: Settlement, links: DistrictLinks, notice: Notice, generator: SeededGenerator) throws {
    var reach = Proximity(villages: settlement.villages, thresholdMetres: Rules.powerMetres)
    var stream = generator.fork("power")
    var areas = ElectrifiedAreas(villages: settlement.villages)
    areas.addTowns(of: settlement, reach: &reach, using: &stream)

    let paths = Self.paths(settlement, using: &stream)
    var isBuilt = [Bool](repeating: false, count: settlement.stations.count)
    let leftToLines = notice.withoutPower + Self.localGrids
    for station in Self.order(of: settlement, generator: generator) {
      if settlement.villages.count - reach.servedCount <= leftToLines { break }
      isBuilt[station] = true
      reach.serve(reach.gain(of: paths[station]))
    }
    areas.addLocalGrids(
      of: settlement, leaving: notice.withoutPower, reach: &reach, using: &stream)
    let without = settlement.villages.count - reach.servedCount
    guard without == notice.withoutPower else {
      throw ReferenceDataError.notCalibrated(service: "power", found: without, expected: notice.withoutPower)
    }
    isServed = reach.isServed
    features += Self.transmission(links, settlement, generator: generator)
    features += Self.distribution(settlement, paths: paths, isBuilt: isBuilt)
    features += Self.branches(settlement, isBuilt: isBuilt, reach: reach, using: &stream)
    features += Self.substations(settlement, isBuilt: isBuilt, using: &stream)
    features += areas.features
  }

  private static func order(of settlement: Settlement, generator: SeededGenerator) -> [Int] {
    let landscape = SmoothNoise(seed: generator.fork("power landscape").nextSeed, cellDegrees: 0.35)
    let communeFactor = settlement.communes.indices.map { index in
      var stream = generator.fork("power commune", index)
      return Elementary.exponential(communeSpread * stream.normal())
    }
    return RoadTree.order(of: settlement.stations) { index in
      let station = settlement.stations[index]
      let remoteness = settlement.communes[station.commune].province.remoteness
      let metres = Meander.metres(of: station.path) + 1
      let trunk = station.isCommuneCentre ? trunkFactor : 1
      return metres * trunk * (0.6 + 1.1 * remoteness * remoteness) * communeFactor[station.commune]
        * Elementary.exponential(0.45 * landscape.value(at: station.position))
    }
  }

  /// The line to each station: spans of two road pieces, beside the road, meeting it at the stations.
  private static func paths(_ settlement: Settlement, using stream: inout SeededGenerator) -> [[Coordinate]] {
    settlement.stations.map { station in
      guard station.path.count > 1 else { return [station.position] }
      let spans = station.path.indices.filter { $0 % 2 == 0 || $0 == station.path.count - 1 }.map { station.path[$0] }
      let side = stream.chance(0.5) ? 1.0 : -1.0
      let metres = side * stream.number(roadsideMetres.lowerBound, roadsideMetres.upperBound)
      let beside = Meander.shifted(spans, leftMetres: metres)
      return Meander.withoutRepeats([spans[0]] + beside.dropFirst().dropLast() + [station.position])
    }
  }

  private static func transmission(
    _ links: DistrictLinks, _ settlement: Settlement, generator: SeededGenerator
  ) -> [Feature] {
    links.paths(
      in: settlement, amplitude: 0.05, pieceMetres: 1_400, generator: generator.fork("transmission")
    ).map { feature(line: $0, tenthsOfKilovolt: 1_100) }
  }

  private static func distribution(_ settlement: Settlement, paths: [[Coordinate]], isBuilt: [Bool]) -> [Feature] {
    var hasChild = [Bool](repeating: false, count: isBuilt.count)
    for (index, station) in settlement.stations.enumerated() where isBuilt[index] {
      if let parent = station.parent { hasChild[parent] = true }
    }
    let keys = settlement.stations.enumerated().map { index, station -> Int? in
      guard isBuilt[index], station.parent != nil else { return nil }
      if station.isCommuneCentre { return 350 }
      return !hasChild[index] && Meander.metres(of: paths[index]) < lowVoltageMetres ? 4 : 220
    }
    return RoadTree.lines(through: settlement.stations, keys: keys) { paths[$0] }
      .map { feature(line: $0.line, tenthsOfKilovolt: $0.key) }
  }

  /// Low-voltage branches from the road to the village; they end short of its centre.
  private static func branches(
    _ settlement: Settlement, isBuilt: [Bool], reach: Proximity, using stream: inout SeededGenerator
  ) -> [Feature] {
    settlement.villages.compactMap { village in
      guard stream.chance(mappedBranchShare), isBuilt[village.station] else { return nil }
      let start = settlement.stations[village.station].position
      let frame = LocalFrame(at: start)
      let end = frame.position(of: frame.offset(of: village.position) * stream.number(0.55, 0.9))
      // The network is calibrated: a branch must not bring power to a neighbour.
      guard LocalFrame.metres(start, end) > 30, reach.gain(of: [start, end]).isEmpty else { return nil }
      return feature(line: [start, end], tenthsOfKilovolt: 4)
    }
  }

  private static func substations(
    _ settlement: Settlement, isBuilt: [Bool], using stream: inout SeededGenerator
  ) -> [Feature] {
    settlement.stations.indices.compactMap { index in
      let station = settlement.stations[index]
      guard station.isCommuneCentre, isBuilt[index] else { return nil }
      let frame = LocalFrame(at: station.position)
      let place = frame.position(of: Offset(east: stream.number(-180, 180), north: stream.number(-180, 180)))
      return Feature(
        properties: [
          ("kind", .text("substation")), ("voltage_kv", .tenths(station.parent == nil ? 1_100 : 350)),
        ], shape: .point(place))
    }
  }

  private static func feature(line: [Coordinate], tenthsOfKilovolt: Int) -> Feature {
    Feature(
      properties: [("kind", .text("line")), ("voltage_kv", .tenths(tenthsOfKilovolt))], shape: .line(line))
  }
}
