import Geospatial

/// The villages that have a service, found by place.
struct ServedVillages: Sendable {
  /// Where they are, in the order of their codes.
  let coordinates: [Coordinate]
  /// Their places among all villages, same order.
  let villages: [Int]
  private let boxes: BoxIndex
  private let points: PointIndex

  /// The villages of `order` with the status served and a position.
  init(_ order: [UInt32], _ all: [Coordinate], _ statuses: [Status]) {
    villages = order.map { Int($0) }.filter { statuses[$0] == .served && all[$0].isOnEarth }
    let coordinates = villages.map { all[$0] }
    self.coordinates = coordinates
    boxes = BoxIndex(
      coordinates.map {
        BoundingBox(west: $0.longitude, south: $0.latitude, east: $0.longitude, north: $0.latitude)
      })
    points = PointIndex(GeometryColumn(points: coordinates))
  }

  /// The nearest to a place within `limitMetres` **metres**, by its place in `coordinates`; of equally near ones the first by
  /// code.
  func nearest(to coordinate: Coordinate, within limitMetres: Double = .infinity) -> Neighbour? {
    points.nearest(to: coordinate, within: limitMetres)
  }

  /// Those inside the polygons of a feature or on their border, by their places in `coordinates`.
  func villages(in polygons: GeometryColumn) -> [Int] {
    let candidates = boxes.boxes(meeting: polygons.boundingBox)
    if candidates.isEmpty { return [] }
    return PolygonIndex(polygons).withSearch { search in
      candidates.filter { place in
        let coordinate = coordinates[place]
        // The polygons may lie on another turn of the earth than the village.
        return [0.0, 360, -360].contains { turn in
          search.lowestFeature(
            containing: Coordinate(longitude: coordinate.longitude + turn, latitude: coordinate.latitude)) != nil
        }
      }
    }
  }
}
