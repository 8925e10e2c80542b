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
  /// The number of digits is fixed, for it is all that tells a quadkey from one whose zeros in front were lost.
  ///
  /// - Throws: `FormatError` for the first value that is no quadkey of this `zoom`.
  static func geometries(of layer: Layer, quadkey: String, zoom: Int) throws(FormatError) -> GeometryColumn {
    let key = layer.attributes.index(ofKey: quadkey)
    var geometries = GeometryColumn()
    for feature in 0..<layer.count {
      if let key, layer.attributes.value(ofFeature: feature, key: key)?.isEmpty == false {
        // As it is written, since a number such as 1.32E+15 would pass for one once its digits are written out.
        let written = layer.attributes.withValueBytes(ofFeature: feature, key: key) {
          String(decoding: $0.filter { $0 != UInt8(ascii: "\"") }, as: UTF8.self)
        }
        guard let tile = MapTile(quadkey: written), tile.zoom == zoom else {
          throw layer.error(
            feature: feature,
            "\(quadkey) is \(written); expected \(zoom) digits from 0 to 3, with the zeros in front")
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
