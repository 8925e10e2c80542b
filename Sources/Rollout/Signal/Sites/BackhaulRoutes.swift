import Geospatial

/// How each station without fibre comes to a station with fibre, by hops of microwave radio: the cheapest way, of equally cheap
/// ones that with the shorter hop.
///
/// Stations are candidates and standing towers. A hop has one price; passing a station costs what building it costs, nothing
/// for a tower that stands. Dijkstra 1959 over the stations within reach of each other, which are found through a packed
/// index; lines of sight are looked up only where a way would become better. Every way is the cheapest for its station
/// alone, so all of them together are a forest.
struct BackhaulRoutes {
  /// A place where a hop may start or end.
  struct Station {
    var end: RadioEnd
    /// What building it costs, in whole units of the **currency**; 0 for a tower that stands.
    var cost: Int
    /// Whether it has fibre, by a cable of its own where that is in its cost.
    var hasFibre: Bool
  }

  /// The next station on the way to fibre; -1 for stations with fibre, -2 where there is no way.
  private(set) var parents: [Int]
  /// How long the hop to it is, in **metres**; 0 where there is none.
  private(set) var hopMetres: [Double]

  static let none = -2
  static let root = -1
  /// The cost of a station to which there is no way, or which none may take.
  static let unreached = Int.max / 4

  private let stations: [Station]
  private let longestHopMetres: Double
  private let hopCost: Int
  private let sees: (RadioEnd, RadioEnd) -> Bool
  /// What a station costs with all that it needs.
  private var costs: [Int]

  init(
    _ stations: [Station], longestHopMetres: Double, hopCost: Int, sees: @escaping (RadioEnd, RadioEnd) -> Bool
  ) {
    self.stations = stations
    self.longestHopMetres = longestHopMetres
    self.hopCost = hopCost
    self.sees = sees
    parents = stations.map { $0.hasFibre ? Self.root : Self.none }
    hopMetres = [Double](repeating: 0, count: stations.count)
    costs = stations.map { $0.hasFibre ? $0.cost : Self.unreached }
    connectToStandingFibre()
    connectTheRest()
  }

  /// A hop to a standing tower with fibre is the cheapest way there can be: the nearest one in sight.
  private mutating func connectToStandingFibre() {
    let ends = stations.indices.filter { stations[$0].hasFibre && stations[$0].cost == 0 }
    if ends.isEmpty { return }
    let index = PointIndex(GeometryColumn(points: ends.map { stations[$0].end.coordinate }))
    index.withSearch { search in
      for station in stations.indices where parents[station] == Self.none {
        let end = stations[station].end
        for neighbour in search.features(within: longestHopMetres, of: end.coordinate)
        where sees(end, stations[ends[neighbour.feature]].end) {
          parents[station] = ends[neighbour.feature]
          hopMetres[station] = neighbour.distanceMetres
          costs[station] = stations[station].cost + hopCost
          break
        }
      }
    }
  }

  private mutating func connectTheRest() {
    let rest = stations.indices.filter { parents[$0] == Self.none }
    if rest.isEmpty { return }
    let index = PointIndex(GeometryColumn(points: rest.map { stations[$0].end.coordinate }))
    var isSettled = parents.map { $0 != Self.none }
    var heap = VertexHeap()
    for station in stations.indices where isSettled[station] { heap.push(costs[station], station) }
    index.withSearch { search in
      while let entry = heap.pop() {
        let station = Int(entry.vertex)
        if entry.key > costs[station] { continue }
        isSettled[station] = true
        let end = stations[station].end
        for neighbour in search.features(within: longestHopMetres, of: end.coordinate) {
          let other = rest[neighbour.feature]
          if isSettled[other] { continue }
          let cost = entry.key + hopCost + stations[other].cost
          guard (cost, neighbour.distanceMetres) < (costs[other], hopMetres[other]), sees(end, stations[other].end)
          else { continue }
          parents[other] = station
          hopMetres[other] = neighbour.distanceMetres
          if cost < costs[other] { heap.push(cost, other) }
          costs[other] = cost
        }
      }
    }
  }
}
