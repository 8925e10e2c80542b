import Geospatial

/// What a signal plan starts from: villages, places for sites, and what stands already.
public struct SignalSources: Sendable {
  /// All villages. Those without signal are places for sites as well.
  public var villages: [Coordinate]
  /// For each village whether it has signal already; empty for none.
  public var isServed: [Bool] = []
  /// The **people** of each village; needed only where sites serve a limited number.
  public var people: [Int] = []
  /// Further places for new sites, such as hill tops.
  public var points: [Coordinate] = []
  /// The towers that stand.
  public var towers: [StandingTower] = []
  /// The fibre network: cable routes and access points.
  public var fibre = GeometryColumn()
  /// What sites can take power from: lines of at most 35 kV, and electrified areas.
  public var power = GeometryColumn()
  /// What is fixed beforehand.
  public var conditions: [SiteOrigin: SiteCondition] = [:]
  /// What the ground is like, for the price of cable.
  public var terrain: @Sendable (Coordinate) -> Terrain = { _ in .plain }
  /// Whether a site and a phone see each other; nil where only distances count.
  public var coverageSight: RadioSight?
  /// Whether the ends of a hop of microwave radio see each other; nil where only distances count.
  public var hopSight: RadioSight?

  /// Villages, and nothing that stands.
  public init(villages: [Coordinate]) { self.villages = villages }

  /// Whether a village has signal already.
  func isServed(_ village: Int) -> Bool { isServed.isEmpty ? false : isServed[village] }

  /// Throws the first thing that is wrong.
  func check(needsPeople: Bool) throws(SignalError) {
    if !isServed.isEmpty, isServed.count != villages.count {
      throw .unequalCounts(list: "isServed", count: isServed.count, villages: villages.count)
    }
    if needsPeople || !people.isEmpty, people.count != villages.count {
      throw .unequalCounts(list: "people", count: people.count, villages: villages.count)
    }
    for (index, count) in people.enumerated() where count < 0 {
      throw .negative(list: "people", village: index, value: count)
    }
    let places: [(String, [Coordinate])] = [
      ("village", villages), ("point", points), ("tower", towers.map(\.coordinate)),
    ]
    for (kind, coordinates) in places {
      for (index, coordinate) in coordinates.enumerated() where !coordinate.isOnEarth {
        throw .siting(.unusablePosition(kind: kind, index: index))
      }
    }
    for (index, tower) in towers.enumerated() where !(tower.heightMetres >= 0 && tower.heightMetres <= 1_000) {
      throw .unusableSetting(
        name: "the height of tower \(index)", value: tower.heightMetres, expected: "0 to 1,000 m")
    }
    for origin in conditions.keys.sorted() {
      let isKnown =
        switch origin {
        case .village(let index): villages.indices.contains(index)
        case .point(let index): points.indices.contains(index)
        case .tower(let index): towers.indices.contains(index)
        }
      guard isKnown else { throw .unknownSite(origin) }
    }
  }
}

/// An antenna: where it is and how high above the ground, in **metres**.
public struct RadioEnd: Hashable, Sendable {
  /// Where it stands.
  public var coordinate: Coordinate
  /// How high above the ground it is, in **metres**.
  public var heightMetres: Double

  /// An antenna at a height in **metres** above the ground.
  public init(_ coordinate: Coordinate, heightMetres: Double) {
    self.coordinate = coordinate
    self.heightMetres = heightMetres
  }
}

/// Whether two antennas see each other at a frequency in **megahertz**.
public typealias RadioSight = @Sendable (_ first: RadioEnd, _ second: RadioEnd, _ megahertz: Double) -> Bool
