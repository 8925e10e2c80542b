import Geospatial
import Randomness

/// The fibre network: a backbone between districts, then along the roads to communes and up the valleys to villages.
struct FibreNetwork {
  private struct Key: Equatable {
    let provider: String
    let isPlanned: Bool
  }

  /// Extension by the cheapest road stops this many villages early; the last are added where they fit exactly.
  private static let lastVillages = 24
  /// Spread of the cost between communes (standard deviation of the logarithm).
  private static let communeSpread = 0.6
  /// A village without power is passed over unless it lies on the way.
  private static let withoutPowerFactor = 6.0
  /// The share of reached villages with an access point of their own, and its greatest distance in **metres**.
  private static let accessPointShare = 0.4
  private static let accessPointMetres = 140.0
  /// Planned extensions, as a share of the roads that begin at the end of the network.
  private static let plannedShare = 0.16

  private(set) var features: [Feature] = []
  /// Whether each village has fibre by the rules.
  private(set) var isServed: [Bool] = []

  /// - Throws: `ReferenceDataError.notCalibrated` if the count of the notice cannot be reached.
  init(
    settlement: Settlement, backbone: [[Coordinate]], hasPower: [Bool], notice: Notice, generator: SeededGenerator
  ) throws {
    var stream = generator.fork("fibre")
    var growth = FibreGrowth(settlement: settlement, villages: notice.withFibre)
    for line in backbone { growth.addBackbone(line) }
    let order = Self.order(of: settlement, hasPower: hasPower, generator: generator)
    growth.extend(along: order, leaving: Self.lastVillages)
    growth.finish(along: order)
    guard growth.servedCount == notice.withFibre else {
      throw ReferenceDataError.notCalibrated(
        service: "fibre", found: growth.servedCount, expected: notice.withFibre)
    }
    isServed = growth.isServed

    let providers = settlement.communes.map { Self.provider(in: $0.province, using: &stream) }
    features += backbone.indices.map { index in
      Self.route(backbone[index], provider: index % 2 == 0 ? "VNPT" : "Viettel", status: "operational")
    }
    let isPlanned = Self.planned(settlement, isBuilt: growth.isBuilt, using: &stream)
    let keys = settlement.stations.enumerated().map { index, station -> Key? in
      guard growth.isBuilt[index] || isPlanned[index] else { return nil }
      return Key(provider: providers[station.commune], isPlanned: isPlanned[index])
    }
    features += RoadTree.lines(through: settlement.stations, keys: keys) { settlement.stations[$0].path }
      .map { Self.route($0.line, provider: $0.key.provider, status: $0.key.isPlanned ? "planned" : "operational") }
    features += Self.accessPoints(
      settlement, growth: growth, isPlanned: isPlanned, providers: providers, using: &stream)
  }

  private static func order(of settlement: Settlement, hasPower: [Bool], generator: SeededGenerator) -> [Int] {
    let landscape = SmoothNoise(seed: generator.fork("fibre landscape").nextSeed, cellDegrees: 0.3)
    let villageAt = settlement.villageAtStation
    let communeFactor = settlement.communes.indices.map { index in
      var stream = generator.fork("fibre commune", index)
      return Elementary.exponential(communeSpread * stream.normal())
    }
    return RoadTree.order(of: settlement.stations) { index in
      let station = settlement.stations[index]
      let remoteness = settlement.communes[station.commune].province.remoteness
      let powerFactor = villageAt[index].map { hasPower[$0] ? 1 : withoutPowerFactor } ?? 1
      // Fibre to the commune office came with the national programme, so communes cost little.
      let trunk = station.isCommuneCentre ? 0.22 : 1
      return (Meander.metres(of: station.path) + 1) * trunk * powerFactor * (0.6 + remoteness)
        * communeFactor[station.commune] * Elementary.exponential(0.4 * landscape.value(at: station.position))
    }
  }

  private static func provider(in province: ModelledProvince, using stream: inout SeededGenerator) -> String {
    // FPT builds in towns and easy country, VNPT and Viettel carry the public service obligation.
    let weights = [0.46, 0.42, max(0.02, 0.24 * (1 - province.remoteness))]
    return ["VNPT", "Viettel", "FPT"][stream.weighted(weights)]
  }

  /// Some of the roads beyond the end of the network, and now and then the next ones too.
  private static func planned(
    _ settlement: Settlement, isBuilt: [Bool], using stream: inout SeededGenerator
  ) -> [Bool] {
    var isPlanned = [Bool](repeating: false, count: isBuilt.count)
    for (index, station) in settlement.stations.enumerated() where !isBuilt[index] {
      guard let parent = station.parent else { continue }
      if isBuilt[parent] { isPlanned[index] = stream.chance(plannedShare) }
      if isPlanned[parent] { isPlanned[index] = stream.chance(0.6) }
    }
    return isPlanned
  }

  private static func accessPoints(
    _ settlement: Settlement, growth: FibreGrowth, isPlanned: [Bool], providers: [String],
    using stream: inout SeededGenerator
  ) -> [Feature] {
    var features: [Feature] = []
    let villageAt = settlement.villageAtStation
    for (index, station) in settlement.stations.enumerated() where growth.isBuilt[index] || isPlanned[index] {
      guard station.isCommuneCentre || stream.chance(accessPointShare) else { continue }
      let place = villageAt[index].map { settlement.villages[$0].position } ?? station.position
      let frame = LocalFrame(at: place)
      let reach = accessPointMetres / 2.squareRoot()
      let point = frame.position(of: Offset(east: stream.number(-reach, reach), north: stream.number(-reach, reach)))
      let final = station.isCommuneCentre ? station.position : point
      // The network is calibrated: a further access point must not bring fibre to a neighbour.
      guard isPlanned[index] || !growth.wouldServe(final) else { continue }
      features.append(
        accessPoint(
          final, provider: providers[station.commune], status: isPlanned[index] ? "planned" : "operational"))
    }
    for (point, commune) in growth.radioPoints {
      features.append(accessPoint(point, provider: providers[commune], status: "operational"))
    }
    return features
  }

  private static func route(_ line: [Coordinate], provider: String, status: String) -> Feature {
    Feature(
      properties: [("kind", .text("route")), ("operator", .text(provider)), ("status", .text(status))],
      shape: .line(line))
  }

  private static func accessPoint(_ point: Coordinate, provider: String, status: String) -> Feature {
    Feature(
      properties: [("kind", .text("access_point")), ("operator", .text(provider)), ("status", .text(status))],
      shape: .point(point))
  }
}
