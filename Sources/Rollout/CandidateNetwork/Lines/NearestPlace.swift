import Geospatial

/// The place of a line that is nearest to a point.
struct NearestPlace: Sendable {
  /// Of the line's segments, from 0.
  var segment: Int
  /// On the lattice, at most half a unit from the line.
  var position: Coordinate
  /// The geodesic distance from the point to `position`, in **metres**.
  var distanceMetres: Double

  /// A place that is known.
  init(segment: Int, position: Coordinate, distanceMetres: Double) {
    self.segment = segment
    self.position = position
    self.distanceMetres = distanceMetres
  }

  /// The nearest place of a run of positions, the earliest of equally near ones. O(n).
  ///
  /// - Parameter line: a run of at least one position.
  init(on line: ArraySlice<Coordinate>, to point: Coordinate, lattice: Lattice) {
    let plane = LocalPlane(at: point)
    var best = (segment: 0, squared: Double.infinity, part: 0.0)
    var start = plane.offset(of: line[line.startIndex])
    if line.count == 1 { best.squared = (start * start).sum() }
    for index in line.indices.dropFirst() {
      let end = plane.offset(of: line[index])
      let along = end - start
      let lengthSquared = (along * along).sum()
      let part = lengthSquared > 0 ? max(0, min(1, -(start * along).sum() / lengthSquared)) : 0
      let nearest = start + along * part
      let squared = (nearest * nearest).sum()
      if squared < best.squared { best = (index - line.startIndex - 1, squared, part) }
      start = end
    }
    segment = best.segment
    let first = line[line.startIndex + best.segment]
    if best.part == 0 {
      position = first
    } else {
      let second = line[line.startIndex + best.segment + 1]
      position = best.part == 1 ? second : Self.position(best.part, from: first, to: second, lattice)
    }
    distanceMetres = Geodesic.distance(point, position)
  }

  /// The place of the lattice nearest to a part of the way from one position to another.
  static func position(
    _ part: Double, from start: Coordinate, to end: Coordinate, _ lattice: Lattice
  ) -> Coordinate {
    var east = end.longitude - start.longitude
    if east > 180 { east -= 360 } else if east < -180 { east += 360 }
    var longitude = start.longitude + part * east
    if longitude > 180 { longitude -= 360 } else if longitude < -180 { longitude += 360 }
    return lattice.coordinate(
      of: lattice.point(
        at: Coordinate(longitude: longitude, latitude: start.latitude + part * (end.latitude - start.latitude))))
  }
}
