import Geospatial

/// A tile of the Shuttle Radar Topography Mission: `N21E103.hgt`, one degree square, read without any other program.
///
/// Rows of big-endian 16-bit heights in whole **metres** from north to south, 1,201 by 1,201 (3") or 3,601 by 3,601 (1"),
/// the name giving the south-western corner, -32,768 for voids (NASA/USGS, *SRTM topography*, documentation of the
/// format, 2005).
enum SRTMTile {
  /// The samples along a side, by the size of the file in **bytes**.
  private static let sides = [1_201, 3_601]

  /// The corner in a file name, in whole **degrees**; nil when it is not such a name.
  static func corner(ofName name: String) -> (longitude: Int, latitude: Int)? {
    let letters = Array(name.lowercased().utf8)
    guard letters.count == "n21e103.hgt".utf8.count, name.lowercased().hasSuffix(".hgt"),
      let latitude = number(letters[1..<3]), let longitude = number(letters[4..<7]), latitude <= 90, longitude <= 180
    else { return nil }
    let (north, east) = (letters[0], letters[3])
    guard north == UInt8(ascii: "n") || north == UInt8(ascii: "s"),
      east == UInt8(ascii: "e") || east == UInt8(ascii: "w")
    else { return nil }
    return (
      east == UInt8(ascii: "e") ? longitude : -longitude, north == UInt8(ascii: "n") ? latitude : -latitude
    )
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    var number = 0
    for digit in digits {
      guard digit >= UInt8(ascii: "0"), digit <= UInt8(ascii: "9") else { return nil }
      number = number * 10 + Int(digit - UInt8(ascii: "0"))
    }
    return number
  }

  /// The tile of a file.
  ///
  /// - Throws: `FormatError` for a name that is no corner and a size that is no tile's.
  static func read(_ path: String) throws(FormatError) -> ElevationGrid {
    let name = String(path.split(separator: "/").last ?? "")
    guard let corner = corner(ofName: name) else {
      throw FormatError(file: path, problem: "the name is no corner of a tile; expected one as N21E103.hgt")
    }
    let source = try SourceBytes(contentsOf: path)
    guard let side = sides.first(where: { $0 * $0 * 2 == source.count }) else {
      throw FormatError(
        file: path,
        problem: "has \(source.count) bytes; expected 2884802 for 1201 by 1201 heights or 25934402 for 3601 by 3601")
    }
    let heights = source.withBytes { bytes in
      (0..<(side * side)).map { Int16(bitPattern: UInt16(bytes[2 * $0]) << 8 | UInt16(bytes[2 * $0 + 1])) }
    }
    let step = 1 / Double(side - 1)
    guard
      let grid = ElevationGrid(
        west: Double(corner.longitude), north: Double(corner.latitude + 1), longitudeStep: step, latitudeStep: step,
        columnCount: side, rowCount: side, samples: .whole(heights))
    else { throw FormatError(file: path, problem: "is no tile") }
    return grid
  }
}
