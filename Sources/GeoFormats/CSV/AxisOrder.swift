import Geospatial

/// Which of two columns called x and y is the easting.
///
/// In mathematics and in GIS x runs east. In Vietnam's cadastral surveying x runs north (as in Germany and Russia), so that
/// a table in VN-2000 may have either. The values tell: in VN-2000 northings are 900 to 2,600 km and eastings 200 to 800 km.
enum AxisOrder {
  case eastingFirst
  case northingFirst
  /// Either way the places are as near to where the system may be used.
  case unclear

  /// How many positions are looked at.
  private static let sampleCount = 256

  /// The order in which positions, given as the first and the second column, lie nearer to the area of use of `crs`.
  static func guess(_ positions: [Coordinate], _ crs: CoordinateReferenceSystem) -> AxisOrder {
    guard let box = crs.areaOfUse?.box, !positions.isEmpty,
      let transformation = try? Transformation(from: crs)
    else { return .eastingFirst }
    let step = max(1, positions.count / sampleCount)
    let sample = stride(from: 0, to: positions.count, by: step).map { positions[$0] }
    let swapped = sample.map { Coordinate(longitude: $0.latitude, latitude: $0.longitude) }
    let asGiven = distanceDegrees(sample, transformation, box)
    let otherwise = distanceDegrees(swapped, transformation, box)
    if otherwise < asGiven { return .northingFirst }
    return otherwise == asGiven && asGiven.isFinite ? .unclear : .eastingFirst
  }

  /// How far positions lie outside a box, summed, in **degrees**; infinite when one has no place on earth.
  private static func distanceDegrees(
    _ positions: [Coordinate], _ transformation: Transformation, _ box: BoundingBox
  ) -> Double {
    var places = positions
    guard (try? transformation.transform(&places)) != nil else { return .infinity }
    return places.reduce(0) { sum, place in
      sum + max(0, box.west - place.longitude, place.longitude - box.east)
        + max(0, box.south - place.latitude, place.latitude - box.north)
    }
  }
}
