import Geospatial

/// Longitude and latitude on a sheet: north is up, and the scale is true at the middle latitude in every direction
/// (equidistant cylindrical projection, EPSG method 1028, on the WGS 84 ellipsoid).
struct MapProjection: Sendable {
  /// The box that is shown, in **degrees**.
  let box: BoundingBox
  /// How many **metres** a pixel is.
  let metresPerPixel: Double
  /// The size of the frame, in **pixels**.
  let width: Double
  let height: Double
  private let metresPerDegreeEast: Double
  private let metresPerDegreeNorth: Double

  /// The latitude at which the scale is true, in **degrees**.
  var middleLatitude: Double { (box.south + box.north) / 2 }

  /// Shows `box` with a margin in a frame `width` **pixels** wide, no higher than `greatestHeight`.
  init(_ box: BoundingBox, width: Double, greatestHeight: Double) {
    let (middle, centre) = ((box.south + box.north) / 2, (box.west + box.east) / 2)
    // A thousandth of a degree each way: short enough that the arc is its chord to a micrometre.
    let step = 0.001
    metresPerDegreeEast =
      Geodesic.distance(
        Coordinate(longitude: centre - step, latitude: middle), Coordinate(longitude: centre + step, latitude: middle))
      / (2 * step)
    metresPerDegreeNorth =
      Geodesic.distance(
        Coordinate(longitude: centre, latitude: middle - step), Coordinate(longitude: centre, latitude: middle + step))
      / (2 * step)
    let margin = 1.06
    let metresEast = max(2000, (box.east - box.west) * metresPerDegreeEast) * margin
    let metresNorth = max(2000, (box.north - box.south) * metresPerDegreeNorth) * margin
    metresPerPixel = max(metresEast / width, metresNorth / greatestHeight)
    self.width = width
    height = max(width * 0.5, metresNorth / metresPerPixel).rounded(.up)
    let halfEast = width * metresPerPixel / 2 / metresPerDegreeEast
    let halfNorth = height * metresPerPixel / 2 / metresPerDegreeNorth
    self.box = BoundingBox(
      west: centre - halfEast, south: middle - halfNorth, east: centre + halfEast, north: middle + halfNorth)
  }

  /// Where a place lies in the frame, in **pixels** from its upper left corner.
  func point(_ place: Coordinate) -> (x: Double, y: Double) {
    (
      (place.longitude - box.west) * metresPerDegreeEast / metresPerPixel,
      (box.north - place.latitude) * metresPerDegreeNorth / metresPerPixel
    )
  }

  /// A round length, 1, 2 or 5 times a power of ten **metres**, that is at most `pixels` long.
  func roundLength(atMostPixels pixels: Double) -> Double {
    let most = pixels * metresPerPixel
    var power = 1.0
    while power * 10 <= most { power *= 10 }
    return [5.0, 2, 1].map { $0 * power }.first { $0 <= most } ?? power
  }
}
