import Geospatial
import Glibc

/// The plane of Mercator's projection in whole numbers, for triangulating: it keeps angles, so a circle that is small on
/// the ground is a circle on it.
struct LinkPlane {
  private(set) var x: [Int] = []
  private(set) var y: [Int] = []

  /// Lays out positions, with their longitudes counted from the lattice's centre; as fine as fits around them.
  init(_ positions: [Coordinate], lattice: Lattice) {
    let radians = Double.pi / 180
    var plane: [SIMD2<Double>] = []
    plane.reserveCapacity(positions.count)
    for position in positions {
      let point = lattice.point(at: position)
      let latitude = max(-89.9, min(89.9, position.latitude)) * radians
      plane.append(SIMD2(Double(point.x) / Lattice.unitsPerDegree * radians, asinh(tan(latitude))))
    }
    guard var least = plane.first else { return }
    var greatest = least
    for point in plane {
      least = pointwiseMin(least, point)
      greatest = pointwiseMax(greatest, point)
    }
    let middle = (least + greatest) / 2
    let extent = max((greatest - least).max() / 2, 1e-9)
    let scale = Double(DelaunayTriangulation.greatestCoordinate - 1) / extent
    x = plane.map { Int((($0.x - middle.x) * scale).rounded()) }
    y = plane.map { Int((($0.y - middle.y) * scale).rounded()) }
  }
}
