import Geospatial

/// A place on the lattice, in ten-millionths of a **degree** (about 11 mm) from its centre: whole numbers, so that whether
/// two lines cross is decided exactly.
struct LatticePoint: Hashable, Sendable {
  /// Eastwards of the centre.
  var x: Int32
  /// Northwards of the equator.
  var y: Int32

  /// A number that orders points by `x`, then `y`, and tells them apart.
  var key: UInt64 {
    UInt64(UInt32(bitPattern: x) ^ 0x8000_0000) << 32 | UInt64(UInt32(bitPattern: y) ^ 0x8000_0000)
  }
}

/// The lattice of ten-millionths of a **degree**, which is the precision of OpenStreetMap. Coordinates with at most seven
/// decimals come back to the last bit.
///
/// Longitudes are counted from a centre whose opposite meridian lies in the widest gap of the map, so that lines across the
/// antimeridian are whole. Where a map fills every degree of longitude the gap is at the antimeridian, and lines are cut there.
struct Lattice: Sendable {
  static let unitsPerDegree = 10_000_000.0
  /// Half the way around the earth, in units.
  static let halfTurn = 1_800_000_000
  /// A whole number of **degrees**.
  let centreLongitude: Int

  /// A lattice for these positions, which are on earth.
  init(around coordinates: [Coordinate]) {
    var isTaken = [Bool](repeating: false, count: 360)
    for coordinate in coordinates { isTaken[Self.degree(of: coordinate.longitude)] = true }
    var widest = (start: 0, length: 0)
    var length = 0
    // Twice around, for a gap may pass the start.
    for step in 0..<720 {
      length = isTaken[step % 360] ? 0 : min(360, length + 1)
      if length > widest.length { widest = (step - length + 1, length) }
    }
    let seam = widest.length > 0 ? widest.start + widest.length / 2 - 180 : 180
    let centre = (seam + 180) % 360
    centreLongitude = centre >= 180 ? centre - 360 : (centre < -180 ? centre + 360 : centre)
  }

  /// The whole degree that holds a longitude, 0 at the antimeridian.
  private static func degree(of longitude: Double) -> Int {
    max(0, Int((longitude + 180).rounded(.down))) % 360
  }

  /// The nearest place of the lattice.
  func point(at coordinate: Coordinate) -> LatticePoint {
    let turn = Double(centreLongitude) * Self.unitsPerDegree
    var x = (coordinate.longitude * Self.unitsPerDegree).rounded() - turn
    let whole = 360 * Self.unitsPerDegree
    if x > whole / 2 { x -= whole } else if x < -whole / 2 { x += whole }
    return LatticePoint(x: Int32(x), y: Int32((coordinate.latitude * Self.unitsPerDegree).rounded()))
  }

  /// Where a place of the lattice is; its longitude between -180 and 180 **degrees**.
  func coordinate(of point: LatticePoint) -> Coordinate {
    var units = Int(point.x) + centreLongitude * Int(Self.unitsPerDegree)
    let whole = 360 * Int(Self.unitsPerDegree)
    if units > whole / 2 { units -= whole } else if units < -whole / 2 { units += whole }
    return Coordinate(
      longitude: Double(units) / Self.unitsPerDegree, latitude: Double(point.y) / Self.unitsPerDegree)
  }
}
