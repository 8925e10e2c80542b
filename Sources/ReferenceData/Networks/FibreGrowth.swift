import Geospatial

/// Extends the fibre network road by road until it serves exactly the wanted number of villages.
struct FibreGrowth {
  let settlement: Settlement
  /// How many villages are to be served.
  let villages: Int
  private var reach: Proximity
  /// Whether the network runs to each station.
  private(set) var isBuilt: [Bool]
  /// Access points fed by microwave radio, without a route to them, and their communes.
  private(set) var radioPoints: [(position: Coordinate, commune: Int)] = []

  var isServed: [Bool] { reach.isServed }
  var servedCount: Int { reach.servedCount }

  init(settlement: Settlement, villages: Int) {
    self.settlement = settlement
    self.villages = villages
    reach = Proximity(villages: settlement.villages, thresholdMetres: Rules.fibreMetres)
    isBuilt = Array(repeating: false, count: settlement.stations.count)
  }

  /// Whether an access point at a position would serve a village that has no fibre yet.
  func wouldServe(_ position: Coordinate) -> Bool { !reach.gain(of: [position]).isEmpty }

  /// Adds a backbone line.
  mutating func addBackbone(_ line: [Coordinate]) { reach.serve(reach.gain(of: line)) }

  /// Takes stations in order until `leaving` villages are missing.
  mutating func extend(along order: [Int], leaving: Int) {
    for station in order {
      if villages - servedCount <= leaving { return }
      build(station)
    }
  }

  /// Adds roads at the ends of the network that serve no more than are missing, then, if need be, single villages.
  mutating func finish(along order: [Int]) {
    for station in order where !isBuilt[station] {
      guard servedCount < villages else { return }
      guard let parent = settlement.stations[station].parent, isBuilt[parent] else { continue }
      let gain = reach.gain(of: settlement.stations[station].path)
      if !gain.isEmpty, gain.count <= villages - servedCount { build(station) }
    }
    for village in settlement.villages where servedCount < villages {
      let gain = reach.gain(of: [village.position])
      guard gain.count == 1 else { continue }
      reach.serve(gain)
      radioPoints.append((village.position, village.commune))
    }
  }

  private mutating func build(_ station: Int) {
    isBuilt[station] = true
    let stop = settlement.stations[station]
    reach.serve(reach.gain(of: stop.parent == nil ? [stop.position] : stop.path))
  }
}
