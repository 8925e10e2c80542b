import Geospatial

/// A cell with a geometry: well-known text (OGC 06-103r4, 7), also with the `SRID=4326;` of PostGIS before it, or
/// well-known binary in hexadecimal digits as PostGIS prints it.
struct WellKnownCell {
  /// The reference system before the text, as in `EPSG:3405`; nil when there is none.
  let declaredCRS: String?
  private let text: Substring
  private let isHexadecimal: Bool

  private static let keywords = [
    "POINT", "LINESTRING", "LINEARRING", "POLYGON", "MULTIPOINT", "MULTILINESTRING", "MULTIPOLYGON",
    "GEOMETRYCOLLECTION",
  ]

  /// Whether a cell starts like a geometry.
  static func looksLikeGeometry(_ cell: String) -> Bool {
    let upper = WellKnownCell(cell).text.prefix(20).uppercased()
    return keywords.contains { upper.hasPrefix($0) } || WellKnownCell(cell).isHexadecimal
  }

  init(_ cell: String) {
    var text = cell[...]
    var declaredCRS: String?
    if text.prefix(5).uppercased() == "SRID=", let end = text.firstIndex(of: ";") {
      let code = text[text.index(text.startIndex, offsetBy: 5)..<end]
      if !code.isEmpty, code != "0", code.allSatisfy({ $0.isASCII && $0.isNumber }) { declaredCRS = "EPSG:" + code }
      text = text[text.index(after: end)...]
    }
    self.text = text
    self.declaredCRS = declaredCRS
    isHexadecimal =
      text.utf8.count >= 18 && (text.hasPrefix("00") || text.hasPrefix("01")) && text.allSatisfy(\.isHexDigit)
  }

  /// Adds the geometry to a column as one feature.
  ///
  /// - Throws: `GEOSError` for what is no geometry, and for curves.
  func append(to column: inout GeometryColumn, in context: GEOSContext) throws {
    let geometry =
      isHexadecimal
      ? try GEOSGeometry(hexadecimalWKB: String(text), in: context) : try GEOSGeometry(wkt: String(text), in: context)
    try geometry.append(to: &column)
  }
}
