import Coverage
import GeoFormats
import Geospatial

/// Reads the administrative units from the tables of a folder such as GeoData/admin.
enum AdministrationTables {
  /// The tables, by their names in the folder.
  static let fileNames = ["commune_mapping_2025.csv", "communes_34_provinces.csv", "communes_63_provinces.csv"]

  /// The communes of before July 2025, those since, and what became of the former.
  ///
  /// - Throws: `FormatError` naming the table and the line.
  static func read(folder: String) throws(FormatError) -> AdministrativeUnits {
    let successors = try successors(folder + "/commune_mapping_2025.csv")
    let communes2025 = try communes2025(folder + "/communes_34_provinces.csv")
    let units = AdministrativeUnits(communes: [], communes2025: communes2025)
    var communes: [AdministrativeUnits.Commune] = []
    communes.reserveCapacity(11_000)
    var last: (districtCode: String, district: String?, provinceCode: String, province: String) = ("", nil, "", "")
    try AdministrationTable.read(
      folder + "/communes_63_provinces.csv",
      columns: [
        "commune_code", "commune", "district_code", "district", "province_code", "province", "latitude", "longitude",
        "bounds_south", "bounds_west", "bounds_north", "bounds_east",
      ]
    ) { row throws(FormatError) in
      // Island districts without communes.
      if row.isEmpty(0) { return }
      let code = row.text(0)
      let successor = successors[code]
      let commune2025 = successor.flatMap { units.index(ofCommune2025: $0.code) }.map { units.communes2025[$0] }
      // Communes of a district stand together, so that its names and the province's need be made only once.
      if last.district == nil || !row.equals(2, last.districtCode) || !row.equals(4, last.provinceCode) {
        last = (row.text(2), row.text(3), row.text(4), row.text(5))
      }
      communes.append(
        AdministrativeUnits.Commune(
          code: code, name: row.text(1), districtCode: last.districtCode, district: last.district ?? "",
          provinceCode: last.provinceCode, province: last.province, code2025: successor?.code,
          provinceCode2025: commune2025?.provinceCode,
          province2025: commune2025?.province, isDivided: successor?.isPart ?? false, point: try point(row),
          bounds: try bounds(row)))
    }
    return AdministrativeUnits(communes: communes, communes2025: communes2025)
  }

  private static func point(_ row: AdministrationTable.Row) throws(FormatError) -> Coordinate? {
    let point = Coordinate(longitude: try row.number(7), latitude: try row.number(6))
    return point.isOnEarth ? point : nil
  }

  private static func bounds(_ row: AdministrationTable.Row) throws(FormatError) -> BoundingBox? {
    let box = BoundingBox(
      west: try row.number(9), south: try row.number(8), east: try row.number(11), north: try row.number(10))
    // Numbers that are missing are NaN, which no comparison passes.
    return box.isEmpty ? nil : box
  }

  /// For each old commune the new one that all or most of it went to.
  private static func successors(_ path: String) throws(FormatError) -> [String: (code: String, isPart: Bool)] {
    var successors: [String: (code: String, isPart: Bool)] = [:]
    successors.reserveCapacity(11_000)
    try AdministrationTable.read(path, columns: ["commune_code_63", "commune_code_34", "share"]) {
      row throws(FormatError) in
      let isWhole = row.equals(2, literal: "whole")
      if isWhole || row.equals(2, literal: "part-default") { successors[row.text(0)] = (row.text(1), !isWhole) }
    }
    return successors
  }

  private static func communes2025(_ path: String) throws(FormatError) -> [AdministrativeUnits.Commune2025] {
    var communes: [AdministrativeUnits.Commune2025] = []
    communes.reserveCapacity(4_000)
    try AdministrationTable.read(path, columns: ["commune_code", "commune", "province_code", "province"]) {
      row throws(FormatError) in
      communes.append(
        AdministrativeUnits.Commune2025(
          code: row.text(0), name: row.text(1), provinceCode: row.text(2), province: row.text(3)))
    }
    return communes
  }
}
