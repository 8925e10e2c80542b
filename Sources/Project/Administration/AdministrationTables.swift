import Coverage
import GeoFormats
import Geospatial

/// Reads the administrative units from the tables of a folder such as GeoData/admin.
enum AdministrationTables {
  /// The communes of before July 2025, those since, and what became of the former.
  ///
  /// - Throws: `FormatError` naming the table and the line.
  static func read(folder: String) throws(FormatError) -> AdministrativeUnits {
    let successors = try successors(folder + "/commune_mapping_2025.csv")
    let communes2025 = try communes2025(folder + "/communes_34_provinces.csv")
    let units = AdministrativeUnits(communes: [], communes2025: communes2025)
    var communes: [AdministrativeUnits.Commune] = []
    communes.reserveCapacity(11_000)
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
      let numbers = try (6..<12).map { column throws(FormatError) in try row.number(column) }
      communes.append(
        AdministrativeUnits.Commune(
          code: code, name: row.text(1), districtCode: row.text(2), district: row.text(3), provinceCode: row.text(4),
          province: row.text(5), code2025: successor?.code, provinceCode2025: commune2025?.provinceCode,
          province2025: commune2025?.province, isDivided: successor?.isPart ?? false, point: point(numbers),
          bounds: bounds(numbers)))
    }
    return AdministrativeUnits(communes: communes, communes2025: communes2025)
  }

  private static func point(_ numbers: [Double]) -> Coordinate? {
    let point = Coordinate(longitude: numbers[1], latitude: numbers[0])
    return point.isOnEarth ? point : nil
  }

  private static func bounds(_ numbers: [Double]) -> BoundingBox? {
    let box = BoundingBox(west: numbers[3], south: numbers[2], east: numbers[5], north: numbers[4])
    // Numbers that are missing are NaN, which no comparison passes.
    return box.isEmpty ? nil : box
  }

  /// For each old commune the new one that all or most of it went to.
  private static func successors(_ path: String) throws(FormatError) -> [String: (code: String, isPart: Bool)] {
    var successors: [String: (code: String, isPart: Bool)] = [:]
    successors.reserveCapacity(11_000)
    try AdministrationTable.read(path, columns: ["commune_code_63", "commune_code_34", "share"]) {
      row throws(FormatError) in
      let isWhole = row.equals(2, "whole")
      if isWhole || row.equals(2, "part-default") { successors[row.text(0)] = (row.text(1), !isWhole) }
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
