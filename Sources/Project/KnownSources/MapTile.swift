import GeoFormats
import Geospatial
import Glibc

/// A tile of the web Mercator pyramid, by the Bing Maps tile system (J. Schwartz, "Bing Maps Tile System",
/// learn.microsoft.com/bingmaps/articles/bing-maps-tile-system): a quadkey has one digit per zoom level, bit 0 of which
/// is the column's and bit 1 the row's, the north-western tile first.
struct MapTile: Hashable, Sendable {
  /// The column, from 0 in the west.
  let column: Int
  /// The row, from 0 in the north.
  let row: Int
  /// The zoom level, 1 to 23: there are 2 to its power of columns and of rows.
  let zoom: Int

  /// The tile of a quadkey; nil for anything but 1 to 23 digits from 0 to 3.
  init?(quadkey: some StringProtocol) {
    var (column, row, zoom) = (0, 0, 0)
    for digit in quadkey.utf8 {
      guard (UInt8(ascii: "0")...UInt8(ascii: "3")).contains(digit), zoom < 23 else { return nil }
      column = column << 1 | Int(digit & 1)
      row = row << 1 | Int(digit >> 1 & 1)
      zoom += 1
    }
    if zoom == 0 { return nil }
    (self.column, self.row, self.zoom) = (column, row, zoom)
  }

  /// The tile's edges, WGS 84, in **degrees**.
  var boundingBox: BoundingBox {
    BoundingBox(
      west: longitude(ofColumn: column), south: latitude(ofRow: row + 1), east: longitude(ofColumn: column + 1),
      north: latitude(ofRow: row))
  }

  private func longitude(ofColumn column: Int) -> Double { Double(column) / Double(1 << zoom) * 360 - 180 }

  private func latitude(ofRow row: Int) -> Double {
    atan(sinh(.pi * (1 - 2 * Double(row) / Double(1 << zoom)))) * 180 / .pi
  }

  /// One square per feature of `layer`, from its property `quadkey`; a feature without one has no geometry.
  ///
  /// - Throws: `FormatError` for the first value that is no quadkey.
  static func geometries(of layer: Layer, quadkey: String) throws(FormatError) -> GeometryColumn {
    var properties = FeatureProperties(of: layer, names: [quadkey])
    var geometries = GeometryColumn()
    for feature in 0..<layer.count {
      properties.feature = feature
      if let value = properties[quadkey] {
        let text = value.spelling ?? ""
        guard let tile = MapTile(quadkey: text) else {
          throw layer.error(
            feature: feature,
            "\(quadkey) is \"\(text)\"; expected a quadkey of 1 to 23 digits from 0 to 3, kept as text")
        }
        tile.append(to: &geometries)
      }
      geometries.closeFeature()
    }
    return geometries
  }

  /// Adds the tile as a part, anticlockwise as RFC 7946 wants it.
  private func append(to column: inout GeometryColumn) {
    let box = boundingBox
    for (longitude, latitude) in [
      (box.west, box.south), (box.east, box.south), (box.east, box.north), (box.west, box.north), (box.west, box.south),
    ] {
      column.append(Coordinate(longitude: longitude, latitude: latitude))
    }
    column.closePart(.shell)
  }
}
