import Geospatial

/// Which columns of a table make the geometry.
struct CSVColumns: Sendable {
  /// Where the geometry of a row stands.
  enum Geometry: Sendable {
    /// A point, by the places of two columns; `isGuessedXY` when they are called x and y, which says nothing of the axes.
    case point(x: Int, y: Int, isGuessedXY: Bool)
    /// Well-known text, or well-known binary in hexadecimal digits, by the place of its column.
    case wellKnown(Int)
    /// Nowhere: the rows are features without geometry.
    case nowhere
  }

  private let header: [String]
  private let plain: [String]

  init(header: [String]) {
    self.header = header
    plain = header.map { Self.withoutUnit(Self.plain($0)) }
  }

  /// The columns that the options name, else those that their names tell.
  ///
  /// - Parameters:
  ///   - isProjected: Whether the coordinates are metres on a plane, so that an easting is looked for first.
  ///   - firstCells: The first filled cell of each column; nil where none is filled.
  /// - Throws: `FormatError` on line 1 when a column is not there.
  func geometry(
    _ options: CSVOptions, isProjected: Bool, firstCells: [String?], path: String
  ) throws(FormatError) -> Geometry {
    if options.longitudeColumn == nil, options.latitudeColumn == nil {
      if let column = wellKnownColumn(firstCells) { return .wellKnown(column) }
    }
    let pairs = isProjected ? Self.pairs.reversed() : Self.pairs
    let ranked = pairs.filter { !$0.isXY } + pairs.filter(\.isXY)
    let x = try named(options.longitudeColumn, "longitude", path)
    let y = try named(options.latitudeColumn, "latitude", path)
    for pair in ranked {
      if let x = x ?? place(of: pair.x), let y = y ?? place(of: pair.y), x != y {
        let isGuess = options.longitudeColumn == nil && options.latitudeColumn == nil
        return .point(x: x, y: y, isGuessedXY: pair.isXY && isGuess)
      }
    }
    if let x, let y { return .point(x: x, y: y, isGuessedXY: false) }
    let missing = x == nil && ranked.allSatisfy { place(of: $0.x) == nil } ? "longitude" : "latitude"
    throw FormatError(
      file: path, place: "line 1",
      problem: "no column looks like a \(missing); name it under columns: in the project file. The columns are "
        + header.joined(separator: ", "))
  }

  private func named(_ wanted: String?, _ meaning: String, _ path: String) throws(FormatError) -> Int? {
    guard let wanted else { return nil }
    if let index = header.firstIndex(of: wanted) { return index }
    throw FormatError(
      file: path, place: "line 1",
      problem: "there is no column \"\(wanted)\" for the \(meaning); the columns are \(header.joined(separator: ", "))")
  }

  private func place(of names: [String]) -> Int? {
    for name in names { if let place = plain.firstIndex(of: name) { return place } }
    return nil
  }

  // MARK: Names

  private struct Pair {
    var x: [String]
    var y: [String]
    var isXY = false
  }

  /// Names in plain letters, the best first; those in degrees before those on a plane before x and y.
  private static let pairs = [
    Pair(
      x: ["longitude", "lon", "lng", "long", "kinh_do", "kinhdo", "longitud"],
      y: ["latitude", "lat", "vi_do", "vido", "latitud"]),
    Pair(
      x: ["easting", "eastings", "east", "dong", "toa_do_dong"],
      y: ["northing", "northings", "north", "bac", "toa_do_bac"]),
    Pair(
      x: ["x", "toa_do_x", "toado_x", "toadox", "vn2000_x", "coord_x", "point_x"],
      y: ["y", "toa_do_y", "toado_y", "toadoy", "vn2000_y", "coord_y", "point_y"],
      isXY: true),
  ]

  private static let wellKnownNames = ["wkt", "geometry", "geom", "the_geom", "wkb_geometry", "wkt_geom"]

  /// A column that is called like a geometry and holds one.
  private func wellKnownColumn(_ firstCells: [String?]) -> Int? {
    for name in Self.wellKnownNames {
      guard let place = plain.firstIndex(of: name), let cell = firstCells[place] else { continue }
      if WellKnownCell.looksLikeGeometry(cell) { return place }
    }
    return nil
  }

  /// Words that may stand behind the name of a coordinate.
  private static let units = ["_m", "_met", "_metres", "_meters", "_deg", "_degrees", "_vn2000", "_utm", "_wgs84"]

  /// A name in plain letters without the units behind it: `toa_do_x_m` is `toa_do_x`.
  private static func withoutUnit(_ name: String) -> String {
    guard let unit = units.first(where: { name.hasSuffix($0) }) else { return name }
    return withoutUnit(String(name.dropLast(unit.count)))
  }

  /// A name in lower case without accents, everything but letters and digits as `_`: `Tọa độ X (m)` is `toa_do_x_m`.
  static func plain(_ name: String) -> String {
    var words: [String] = [""]
    for scalar in DecomposedText.scalars(of: name.lowercased()) {
      switch scalar {
      case "đ": words[words.count - 1] += "d"
      case "\u{300}"..."\u{36F}": continue
      case "a"..."z", "0"..."9": words[words.count - 1].unicodeScalars.append(scalar)
      default: if words.last?.isEmpty == false { words.append("") }
      }
    }
    return words.filter { !$0.isEmpty }.joined(separator: "_")
  }
}
