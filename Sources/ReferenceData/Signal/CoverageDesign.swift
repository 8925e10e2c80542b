import Geospatial
import Randomness

/// Draws the coverage of a tower: lobes along the valleys, shadows behind ridges, sometimes a hole or a far slope.
struct CoverageDesign {
  /// Waves of the outline (standard deviation of the logarithm of the radius).
  private static let roughness = 0.2
  /// A shadow is at least this wide to either side of the shadowed village, in **metres**.
  private static let shadowHalfWidthMetres = 620.0
  /// No tower can leave a village this near without signal, in **metres**.
  private static let leastShadowMetres = 560.0
  /// How many shadows are holes (a hill in the middle of the area) where there is room, and their radius in **metres**.
  private static let holeShare = 0.45
  private static let holeMetres = 240.0...430.0
  /// Holes and far slopes without a village that would ask for them.
  private static let idleHoleShare = 0.05
  private static let farSlopeShare = 0.09
  private static let farSlopeMetres = 350.0...900.0

  let villages: PointGrid

  /// - Parameters:
  ///   - radiusMetres: the median reach, in **metres**.
  ///   - isShadowed: the villages that must stay outside.
  /// - Returns: polygons whose borders keep their margin to every village; `nil` if this draw has none.
  func polygons(
    around tower: Coordinate, radiusMetres: Double, isShadowed: [Bool], using stream: inout SeededGenerator
  ) -> [[[Coordinate]]]? {
    let frame = LocalFrame(at: tower)
    let vertices = min(110, max(32, Int(radiusMetres / 62)))
    var outline = LobedOutline(
      radiusMetres: radiusMetres, roughness: Self.roughness, vertices: vertices, using: &stream)
    var holes: [LobedOutlinePlacement] = []
    let reach = outline.greatestMetres + 800
    for village in villages.within(metres: reach, of: tower) where isShadowed[village] {
      let place = frame.offset(of: villages.positions[village])
      guard place.metres > Self.leastShadowMetres else { return nil }
      if let hole = hole(at: place, in: outline, using: &stream), stream.chance(Self.holeShare) {
        holes.append(hole)
      } else {
        outline.shadow(place, halfWidthMetres: Self.shadowHalfWidthMetres, share: stream.number(0.45, 0.8))
      }
    }
    if holes.isEmpty, stream.chance(Self.idleHoleShare) {
      let place = Offset(east: radiusMetres * 0.4, north: 0).turned(stream.number(0, 2 * Elementary.pi))
      if let hole = hole(at: place, in: outline, using: &stream) { holes = [hole] }
    }
    var polygons = [[outline.ring(in: frame)] + holes.map { $0.ring(in: frame) }]
    guard Self.areInside(holes, outline) else { return nil }
    if stream.chance(Self.farSlopeShare) { polygons.append([farSlope(beyond: outline, frame, using: &stream)]) }
    return keepsMargins(polygons.flatMap { $0 }, isShadowed: isShadowed) ? polygons : nil
  }

  /// A hole around a place, if the outline leaves room for it.
  private func hole(
    at place: Offset, in outline: LobedOutline, using stream: inout SeededGenerator
  ) -> LobedOutlinePlacement? {
    let radius = stream.number(Self.holeMetres.lowerBound, Self.holeMetres.upperBound)
    let shape = LobedOutline(radiusMetres: radius, roughness: 0.08, vertices: 16, using: &stream)
    let hole = LobedOutlinePlacement(outline: shape, centre: place)
    return Self.areInside([hole], outline) ? hole : nil
  }

  /// Whether holes lie well inside an outline, off its centre and apart from each other.
  private static func areInside(_ holes: [LobedOutlinePlacement], _ outline: LobedOutline) -> Bool {
    for (index, hole) in holes.enumerated() {
      let radius = hole.outline.greatestMetres
      let near = zip(outline.directions, outline.radiiMetres).contains { direction, metres in
        // The border runs straight between vertices, so it is tested against the shorter neighbour's radius too.
        (direction * metres - hole.centre).metres < radius * 1.5 + 120
          || Offset.dot(direction, hole.centre.unit) > 0.8 && metres < hole.centre.metres + radius * 1.3 + 60
      }
      if near || hole.centre.metres < radius * 1.3 + 80 { return false }
      if holes[..<index].contains(where: { ($0.centre - hole.centre).metres < radius + $0.outline.greatestMetres + 60 })
      {
        return false
      }
    }
    return true
  }

  /// A second area on a slope that faces the tower from farther away.
  private func farSlope(
    beyond outline: LobedOutline, _ frame: LocalFrame, using stream: inout SeededGenerator
  ) -> [Coordinate] {
    let radius = stream.number(Self.farSlopeMetres.lowerBound, Self.farSlopeMetres.upperBound)
    let shape = LobedOutline(radiusMetres: radius, roughness: 0.12, vertices: 26, using: &stream)
    let distance = outline.greatestMetres + shape.greatestMetres + stream.number(150, 900)
    let centre = Offset(east: distance, north: 0).turned(stream.number(0, 2 * Elementary.pi))
    return shape.ring(in: frame, around: centre)
  }

  /// Whether shadowed villages are outside and all villages off the border.
  private func keepsMargins(_ rings: [[Coordinate]], isShadowed: [Bool]) -> Bool {
    villages.candidates(in: Ring.box(rings), marginMetres: Margins.borderMetres).allSatisfy { village in
      let position = villages.positions[village]
      if isShadowed[village], Ring.contains(position, rings) { return false }
      return Ring.borderMetres(position, rings) >= Margins.borderMetres
    }
  }
}

/// An outline at a place other than the tower.
struct LobedOutlinePlacement {
  let outline: LobedOutline
  let centre: Offset

  /// The ring as a hole, clockwise.
  func ring(in frame: LocalFrame) -> [Coordinate] { outline.ring(in: frame, around: centre, isHole: true) }
}
