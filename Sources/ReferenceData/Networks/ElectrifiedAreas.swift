import Geospatial
import Randomness

/// Areas with electricity whose low-voltage lines are not mapped: towns, and villages with a grid of their own.
struct ElectrifiedAreas {
  /// The share of townships mapped as an area.
  private static let mappedTownShare = 0.55
  private static let townRadiusMetres = 800.0...1_900.0
  private static let localRadiusMetres = 260.0...620.0
  /// Outlines drawn before a place is given up because a village stands too near to the border.
  private static let attempts = 30

  private let villages: PointGrid
  private(set) var features: [Feature] = []

  init(villages: [Village]) { self.villages = PointGrid(villages.map(\.position)) }

  /// Draws an area around many of the townships.
  mutating func addTowns(
    of settlement: Settlement, reach: inout Proximity, using stream: inout SeededGenerator
  ) {
    for settled in settlement.communes where settled.commune.isTownship && stream.chance(Self.mappedTownShare) {
      guard let ring = outline(around: settled.commune.point, Self.townRadiusMetres, vertices: 40, using: &stream)
      else { continue }
      add(ring, source: "grid", reach: &reach)
    }
  }

  /// Draws an area around one village after another until `leaving` villages have no power.
  mutating func addLocalGrids(
    of settlement: Settlement, leaving: Int, reach: inout Proximity, using stream: inout SeededGenerator
  ) {
    var candidates = settlement.villages.indices.filter { !reach.isServed[$0] }
    candidates.shuffle(using: &stream)
    for village in candidates where !reach.isServed[village] {
      let surplus = settlement.villages.count - reach.servedCount - leaving
      guard surplus > 0 else { return }
      let place = settlement.villages[village].position
      guard let ring = outline(around: place, Self.localRadiusMetres, vertices: 24, using: &stream),
        reach.gain(inside: ring).count <= surplus
      else { continue }
      add(ring, source: stream.chance(0.6) ? "small_hydro" : "solar", reach: &reach)
    }
  }

  private mutating func add(_ ring: [Coordinate], source: String, reach: inout Proximity) {
    reach.serve(reach.gain(inside: ring))
    features.append(
      Feature(
        properties: [("kind", .text("electrified_area")), ("source", .text(source))], shape: .polygons([[ring]])))
  }

  /// A ring around a place whose border keeps its margin to all villages.
  private func outline(
    around place: Coordinate, _ radii: ClosedRange<Double>, vertices: Int, using stream: inout SeededGenerator
  ) -> [Coordinate]? {
    for _ in 0..<Self.attempts {
      let radius = stream.number(radii.lowerBound, radii.upperBound)
      let shape = LobedOutline(radiusMetres: radius, roughness: 0.12, vertices: vertices, using: &stream)
      let ring = shape.ring(in: LocalFrame(at: place))
      let near = villages.candidates(in: Ring.box([ring]), marginMetres: Margins.borderMetres)
      if near.allSatisfy({ Ring.borderMetres(villages.positions[$0], [ring]) >= Margins.borderMetres }) { return ring }
    }
    return nil
  }
}
