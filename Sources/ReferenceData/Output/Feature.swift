import Geospatial

/// A value of a property as it is written.
enum PropertyValue {
  case text(String)
  case integer(Int)
  /// A number of tenths, written with one decimal unless it is whole.
  case tenths(Int)
  case flag(Bool)
}

/// The shape of a feature, with rounded positions.
enum Shape {
  case point(Coordinate)
  case line([Coordinate])
  /// Each polygon is a counter-clockwise shell and its clockwise holes; rings are closed. One polygon is written as
  /// Polygon, several as MultiPolygon.
  case polygons([[[Coordinate]]])
}

/// A feature of a layer.
struct Feature {
  let properties: [(name: String, value: PropertyValue)]
  let shape: Shape
}
