import Geospatial

/// Polygons with their boxes, to find those around a place.
struct AreaGrid {
  private var corners = PointGrid()
  private var boxes: [BoundingBox] = []
  private var rings: [[[Coordinate]]] = []
  private var greatestSpanDegrees = 0.0

  /// Adds the polygons among features.
  init(_ features: [Feature]) {
    for feature in features {
      guard case .polygons(let polygons) = feature.shape else { continue }
      let flat = polygons.flatMap { $0 }
      let box = Ring.box(flat)
      corners.insert(Coordinate(longitude: box.west, latitude: box.south))
      boxes.append(box)
      rings.append(flat)
      greatestSpanDegrees = max(greatestSpanDegrees, box.east - box.west, box.north - box.south)
    }
  }

  /// Whether a place is inside a polygon, and how many **metres** it is from the nearest border (infinity if none is
  /// nearer than about `limitMetres`).
  func test(_ place: Coordinate, limitMetres: Double) -> (isInside: Bool, borderMetres: Double) {
    // A degree of longitude is longer than 100 km everywhere in the country.
    let margin = limitMetres / 100_000
    let search = BoundingBox(
      west: place.longitude - greatestSpanDegrees - margin, south: place.latitude - greatestSpanDegrees - margin,
      east: place.longitude + margin, north: place.latitude + margin)
    var isInside = false
    var least = Double.infinity
    for index in corners.candidates(in: search, marginMetres: 0) {
      let box = boxes[index]
      guard place.longitude >= box.west - margin, place.longitude <= box.east + margin,
        place.latitude >= box.south - margin, place.latitude <= box.north + margin
      else { continue }
      isInside = isInside || Ring.contains(place, rings[index])
      least = min(least, Ring.borderMetres(place, rings[index]))
    }
    return (isInside, least)
  }
}
