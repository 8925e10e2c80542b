import Geospatial

/// A real commune of the 63-province system, as `communes_63_provinces.csv` gives it.
struct Commune {
  let code: String
  let provinceCode: String
  let districtCode: String
  let district: String
  /// "Xã" (rural), "Thị trấn" (township) or "Phường" (urban ward).
  let type: String
  /// A geocoded point, not a surveyed one.
  let point: Coordinate
  let bounds: BoundingBox

  /// Whether it is the seat of its district.
  var isTownship: Bool { type == "Thị trấn" }

  /// Whether it is a ward of a city or town.
  var isUrban: Bool { type == "Phường" }
}

/// Reads the commune table; the five island districts without a commune are left out.
enum CommuneTable {
  private static let header =
    "province_code,province,district_code,district,commune_code,commune,commune_type,latitude,longitude,"
    + "bounds_south,bounds_west,bounds_north,bounds_east"

  /// - Throws: `ReferenceDataError.header` or `.line` for a table that is not as described in `SOURCE.md`.
  static func read(_ text: String, file: String) throws -> [Commune] {
    var communes: [Commune] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if index == 0 {
        guard line == header else {
          throw ReferenceDataError.header(file: file, found: String(line), expected: header)
        }
        continue
      }
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
      guard fields.count == 13 else {
        if line.isEmpty { continue }
        throw ReferenceDataError.line(file: file, line: index + 1, found: String(line), expected: "13 fields")
      }
      if fields[4].isEmpty { continue }
      let numbers = fields[7...12].compactMap { Double($0) }
      guard numbers.count == 6 else {
        throw ReferenceDataError.line(file: file, line: index + 1, found: String(line), expected: "6 coordinates")
      }
      communes.append(
        Commune(
          code: String(fields[4]), provinceCode: String(fields[0]), districtCode: String(fields[2]),
          district: String(fields[3]), type: String(fields[6]),
          point: Coordinate(longitude: numbers[1], latitude: numbers[0]).rounded,
          bounds: BoundingBox(west: numbers[3], south: numbers[2], east: numbers[5], north: numbers[4])))
    }
    return communes
  }
}
