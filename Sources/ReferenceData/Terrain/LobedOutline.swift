import Geospatial
import Randomness

/// An outline around a centre whose radius swells and shrinks with direction, as ridges and valleys shape a reach.
struct LobedOutline {
  /// The direction of each vertex, counter-clockwise from east.
  let directions: [Offset]
  /// The distance of each vertex from the centre, in **metres**.
  var radiiMetres: [Double]

  /// - Parameters:
  ///   - radiusMetres: the median radius, in **metres**.
  ///   - roughness: the standard deviation of the radius' logarithm for the longest wave; shorter waves get less.
  init(radiusMetres: Double, roughness: Double, vertices: Int, using generator: inout SeededGenerator) {
    let waves = (1...5).map { order in
      (
        order: Double(order), height: roughness * generator.normal() / Double(order).squareRoot(),
        phase: generator.number(0, 2 * Elementary.pi)
      )
    }
    var directions: [Offset] = []
    var radii: [Double] = []
    for vertex in 0..<vertices {
      let angle = 2 * Elementary.pi * Double(vertex) / Double(vertices)
      var logarithm = 0.02 * generator.normal()
      for wave in waves { logarithm += wave.height * Elementary.sine(wave.order * angle + wave.phase) }
      directions.append(Offset(east: Elementary.cosine(angle), north: Elementary.sine(angle)))
      radii.append(radiusMetres * Elementary.exponential(max(-1.1, min(0.6, logarithm))))
    }
    self.directions = directions
    radiiMetres = radii
  }

  /// The greatest radius, in **metres**.
  var greatestMetres: Double { radiiMetres.max() ?? 0 }

  /// Cuts a radio shadow: in the directions of a place and `halfWidthMetres` to either side, the outline ends before
  /// it.
  mutating func shadow(_ place: Offset, halfWidthMetres: Double, share: Double) {
    let distance = place.metres
    let unit = place.unit
    let wedgeCosine = distance / (distance * distance + halfWidthMetres * halfWidthMetres).squareRoot()
    for index in directions.indices where Offset.dot(directions[index], unit) >= min(wedgeCosine, 0.97) {
      radiiMetres[index] = min(radiiMetres[index], distance * share)
    }
  }

  /// The closed, rounded ring around a centre.
  func ring(in frame: LocalFrame, around centre: Offset = Offset(east: 0, north: 0), isHole: Bool = false)
    -> [Coordinate]
  {
    Ring.closed(zip(directions, radiiMetres).map { centre + $0 * $1 }, in: frame, isHole: isHole)
  }
}
