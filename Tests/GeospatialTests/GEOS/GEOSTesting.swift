@testable import Geospatial

/// A closed square of `side` coordinate units, counter-clockwise.
func square(west: Double, south: Double, side: Double) -> [Coordinate] {
  [(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)].map {
    Coordinate(longitude: west + $0.0 * side, latitude: south + $0.1 * side)
  }
}

/// A column of one feature with these parts.
func column(_ parts: [(GeometryColumn.PartKind, [Coordinate])]) -> GeometryColumn {
  var column = GeometryColumn()
  for (kind, coordinates) in parts {
    coordinates.forEach { column.append($0) }
    column.closePart(kind)
  }
  column.closeFeature()
  return column
}
