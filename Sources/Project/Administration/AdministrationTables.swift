import Coverage
import GeoFormats

/// Reads the administrative units from the tables of a folder such as GeoData/admin.
enum AdministrationTables {
  /// The communes of before July 2025 and what became of them.
  ///
  /// - Throws: `FormatError` naming the table.
  static func read(folder: String) throws(FormatError) -> AdministrativeUnits {
    let successors = try successors(folder: folder)
    let provinces2025 = try provinces2025(folder: folder)
    let path = folder + "/communes_63_provinces.csv"
    let table = try Table(contentsOf: path)
    let columns = try Columns(table, path)
    var communes: [AdministrativeUnits.Commune] = []
    communes.reserveCapacity(table.rows.count)
    for row in table.rows where !row[columns.code].isEmpty {
      let successor = successors[row[columns.code]]
      let province = successor.flatMap { provinces2025[$0.code] }
      communes.append(
        AdministrativeUnits.Commune(
          code: row[columns.code], name: row[columns.name], district: row[columns.district],
          provinceCode: row[columns.provinceCode], province: row[columns.province], code2025: successor?.code,
          provinceCode2025: province?.code, province2025: province?.name, isDivided: successor?.isPart ?? false))
    }
    return AdministrativeUnits(communes: communes)
  }

  private struct Columns {
    var code: Int
    var name: Int
    var district: Int
    var provinceCode: Int
    var province: Int

    init(_ table: Table, _ path: String) throws(FormatError) {
      code = try table.column("commune_code", path: path)
      name = try table.column("commune", path: path)
      district = try table.column("district", path: path)
      provinceCode = try table.column("province_code", path: path)
      province = try table.column("province", path: path)
    }
  }

  /// For each old commune the new one that all or most of it went to.
  private static func successors(folder: String) throws(FormatError) -> [String: (code: String, isPart: Bool)] {
    let path = folder + "/commune_mapping_2025.csv"
    let table = try Table(contentsOf: path)
    let old = try table.column("commune_code_63", path: path)
    let new = try table.column("commune_code_34", path: path)
    let share = try table.column("share", path: path)
    var successors: [String: (code: String, isPart: Bool)] = [:]
    for row in table.rows where row[share] == "whole" || row[share] == "part-default" {
      successors[row[old]] = (row[new], row[share] != "whole")
    }
    return successors
  }

  private static func provinces2025(folder: String) throws(FormatError) -> [String: (code: String, name: String)] {
    let path = folder + "/communes_34_provinces.csv"
    let table = try Table(contentsOf: path)
    let commune = try table.column("commune_code", path: path)
    let code = try table.column("province_code", path: path)
    let name = try table.column("province", path: path)
    return table.rows.reduce(into: [:]) { $0[$1[commune]] = ($1[code], $1[name]) }
  }
}
