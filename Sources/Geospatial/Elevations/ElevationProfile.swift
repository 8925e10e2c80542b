/// The heights of the ground along the geodesic between two positions.
public struct ElevationProfile: Sendable {
  /// The length of the geodesic, in **metres**.
  public let distanceMetres: Double
  /// The heights at even distances from the first end to the last, both included, in **metres** above sea level; nil where
  /// the model has none.
  public let elevations: [Double?]

  /// Longer pieces are bent along the geodesic; within one the way is straight in longitude and latitude, which is off by
  /// some centimetres at most below 60 degrees of latitude.
  private static let pieceMetres = 2_000.0

  /// Samples a model at least every `stepMetres` **metres**, and at least at both ends and the middle.
  public init(_ model: ElevationModel, from start: Coordinate, to end: Coordinate, stepMetres: Double) {
    let line = Geodesic.split([start, end], longestMetres: Self.pieceMetres)
    distanceMetres = Geodesic.distance(start, end)
    let pieces = max(1, line.count - 1)
    let perPiece = max(2, Int(min(1e6, (distanceMetres / Double(pieces) / max(stepMetres, 0.01)).rounded(.up))))
    var elevations = [model.elevation(at: start)]
    elevations.reserveCapacity(pieces * perPiece + 1)
    for piece in line.indices.dropFirst() {
      let (first, last) = (line[piece - 1], line[piece])
      var east = last.longitude - first.longitude
      if east > 180 { east -= 360 } else if east < -180 { east += 360 }
      for part in 1..<perPiece {
        let share = Double(part) / Double(perPiece)
        var longitude = first.longitude + share * east
        if longitude > 180 { longitude -= 360 } else if longitude < -180 { longitude += 360 }
        elevations.append(
          model.elevation(
            at: Coordinate(
              longitude: longitude, latitude: first.latitude + share * (last.latitude - first.latitude))))
      }
      elevations.append(model.elevation(at: last))
    }
    self.elevations = elevations
  }

  /// The distance of a sample from the first end, in **metres**.
  public func distanceMetres(ofSample sample: Int) -> Double {
    elevations.count < 2 ? 0 : distanceMetres * Double(sample) / Double(elevations.count - 1)
  }
}
