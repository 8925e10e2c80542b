import Coverage
import Project

/// The dead zones, the gravest first.
enum ZoneSection {
  /// So many zones of each service are listed.
  static let limit = 15

  static func section(_ contents: ReportContents, _ words: Words) -> PageSection? {
    let tables = contents.zones.filter { !$0.zones.isEmpty }.map { table($0, contents, words) }
    if tables.isEmpty { return nil }
    let reach = words.distance(contents.analysis.inputs.project.zones.settings.reachMetres)
    return PageSection(
      "zones", words.pick("Dead zones", "Vùng lõm"),
      """
      <p>\(words.pick("Villages without a service that lie within \(reach) of each other are one zone.", "Các thôn, bản chưa có dịch vụ, cách nhau không quá \(reach), gộp thành một vùng."))</p>
      \(tables)
      """)
  }

  private static func table(_ zones: DeadZones, _ contents: ReportContents, _ words: Words) -> Markup {
    let villages = contents.analysis.inputs.villages
    let total = words.number(zones.zones.count)
    let shown = min(limit, zones.zones.count)
    var table = PageTable(
      words.pick(
        "\(words.name(zones.service)): the first \(shown) of \(total) zones",
        "\(words.name(zones.service)): \(shown) vùng đầu trong \(total) vùng"),
      [
        .number(words.pick("Rank", "Hạng")), .text(words.pick("Largest village", "Thôn, bản lớn nhất")),
        .text(words.pick("Commune, district, province", "Xã, huyện, tỉnh")),
        .number(words.pick("Villages", "Thôn, bản")), .number(words.pick("People", "Dân số")), .number("km²"),
        .number(words.pick("To the network", "Tới hạ tầng")), .text(words.pick("Identifier", "Mã vùng")),
      ])
    for zone in zones.zones.prefix(limit) {
      let village = zone.principalVillage(villages)
      table.rows.append([
        .init(zone.rank, words),
        .init(VillageLink.markup(village, village.map { PlaceText.name(of: $0, in: villages) } ?? "")),
        .init(village.map { PlaceText.units(of: $0, in: villages) } ?? ""), .init(zone.villages.count, words),
        .init(zone.people.total, decimals: 0, words), .init(zone.squareMetres / 1e6, decimals: 1, words),
        .init(metres: zone.nearestFeature?.distanceMetres ?? .nan, words), .init(zone.lineage.identifier),
      ])
    }
    if zones.zones.count <= limit { return table.markup }
    let rest = FileLink.rest(
      words.pick("All \(total) zones are in", "Toàn bộ \(total) vùng có trong"), ReportFiles.zonesName)
    return "\(table.markup)\(rest)"
  }
}
