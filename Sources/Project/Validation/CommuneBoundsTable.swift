import Coverage
import GeoFormats
import Geospatial

/// Reads the bounds of the communes from the tables of a folder such as GeoData/admin.
enum CommuneBoundsTable {
  /// The communes of before July 2025 with their bounds and the codes of what became of them; a table without bounds
  /// gives communes without.
  ///
  /// - Throws: `FormatError` naming the table.
  static func read(folder: String) throws(FormatError) -> CommuneBounds {
    let successors = try successors(folder: folder)
    let path = folder + "/communes_63_provinces.csv"
    let table = try Table(contentsOf: path)
    let code = try table.column("commune_code", path: path)
    let name = try table.column("commune", path: path)
    var sides: [Int] = []
    for side in ["bounds_west", "bounds_south", "bounds_east", "bounds_north"] {
      sides.append(try table.column(side, path: path))
    }
    var communes: [CommuneBounds.Commune] = []
    communes.reserveCapacity(table.rows.count)
    for row in table.rows where !row[code].isEmpty {
      let numbers = sides.compactMap { AttributeValue.decimal(row[$0]) }
      let box =
        numbers.count == 4
        ? BoundingBox(west: numbers[0], south: numbers[1], east: numbers[2], north: numbers[3]) : .empty
      communes.append(
        CommuneBounds.Commune(code: row[code], name: row[name], codes2025: successors[row[code]] ?? [], box: box))
    }
    return CommuneBounds(communes)
  }

  private static func successors(folder: String) throws(FormatError) -> [String: [String]] {
    let path = folder + "/commune_mapping_2025.csv"
    let table = try Table(contentsOf: path)
    let old = try table.column("commune_code_63", path: path)
    let new = try table.column("commune_code_34", path: path)
    return table.rows.reduce(into: [:]) { $0[$1[old], default: []].append($1[new]) }
  }
}
