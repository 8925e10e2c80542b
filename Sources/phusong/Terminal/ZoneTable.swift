import Coverage
import Foundation
import Project

/// The dead zones of a run as tables by rank, one per service.
enum ZoneTable {
  /// The first `limit` zones of each service, and a line that sums up all.
  static func text(_ run: ZonesRun, limit: Int, _ language: Language) -> String {
    let words = Words(language)
    return run.services.map { zones in
      var text = "\(words.name(of: zones.service)): \(summary(zones, words, language))\n"
      if !zones.zones.isEmpty, limit > 0 {
        text += "\n" + table(zones.zones.prefix(limit), run.analysis.inputs.villages, words, language)
      }
      let more = zones.zones.count - limit
      if more > 0, limit > 0 { text += words.more(TextTable.number(more, language)) + "\n" }
      for remark in remarks(zones, words, language) { text += remark + "\n" }
      return text
    }.joined(separator: "\n")
  }

  private static func summary(_ zones: DeadZones, _ words: Words, _ language: Language) -> String {
    if zones.unservedCount == 0 { return words.none }
    let villages = zones.zones.reduce(0) { $0 + $1.villages.count }
    let people = zones.zones.reduce(0.0) { $0 + $1.people.total }
    let area = zones.zones.reduce(0.0) { $0 + $1.squareMetres }
    return words.sum(
      zones: TextTable.number(zones.zones.count, language), isOne: zones.zones.count == 1,
      villages: TextTable.number(villages, language), people: whole(people, language),
      area: whole(area / 1e6, language))
  }

  private static func remarks(_ zones: DeadZones, _ words: Words, _ language: Language) -> [String] {
    var remarks: [String] = []
    if zones.withoutPositionCount > 0 {
      remarks.append("\(TextTable.number(zones.withoutPositionCount, language)) \(words.withoutPosition)")
    }
    if zones.looseCount > 0 { remarks.append("\(TextTable.number(zones.looseCount, language)) \(words.loose)") }
    return remarks
  }

  private static func table(
    _ zones: some Collection<DeadZone>, _ villages: Villages, _ words: Words, _ language: Language
  ) -> String {
    let hasScores = zones.contains { $0.score != nil }
    let header =
      [words.zone, words.identifier, words.villages, words.people, words.households, "km²"]
      + (hasScores ? [words.score] : []) + [words.nearest, words.distance]
    // On a narrow terminal households, the served village and the area are spared first.
    var table = TextTable(header: header, expendable: [4, header.count - 2, 5])
    for zone in zones {
      let village = zone.principalVillage(villages)
      let names = [VillageField.name, .commune].compactMap { field in
        village.flatMap { villages.text(of: field, village: $0) }
      }
      let place = names.isEmpty ? village.map { villages.codes[$0] } ?? "" : names.joined(separator: ", ")
      table.append(
        [
          "\(TextTable.number(zone.rank, language))  \(place.precomposedStringWithCanonicalMapping)",
          zone.lineage.identifier, TextTable.number(zone.villages.count, language),
          count(zone.people, of: zone, language), count(zone.households, of: zone, language),
          decimal(zone.squareMetres / 1e6, language),
        ] + (hasScores ? [zone.score.map { decimal($0.mean, language) } ?? "–"] : []) + [
          zone.nearestServed.map { kilometres($0.distanceMetres, language) } ?? "–",
          zone.nearestFeature.map { kilometres($0.distanceMetres, language) } ?? "–",
        ])
    }
    return table.text(on: Page(path: nil))
  }

  // MARK: Numbers

  private static func whole(_ value: Double, _ language: Language) -> String {
    TextTable.number(Int(exactly: value.rounded()) ?? .max, language)
  }

  /// A sum; a dash where it is known of no village, a plus behind it where it is not known of all.
  private static func count(_ count: ZoneCount, of zone: DeadZone, _ language: Language) -> String {
    if count.unknownVillages == zone.villages.count { return "–" }
    return whole(count.total, language) + (count.unknownVillages > 0 ? "+" : "")
  }

  /// One decimal.
  private static func decimal(_ value: Double, _ language: Language) -> String {
    guard let tenths = Int(exactly: (value * 10).rounded()) else { return whole(value, language) }
    return "\(TextTable.number(tenths / 10, language))\(language == .vi ? "," : ".")\(tenths % 10)"
  }

  private static func kilometres(_ metres: Double, _ language: Language) -> String {
    "\(decimal(metres / 1000, language)) km"
  }

  // MARK: Words

  private struct Words {
    let language: Language
    init(_ language: Language) { self.language = language }

    private func pick(_ english: String, _ vietnamese: String) -> String { language == .vi ? vietnamese : english }
    var zone: String { pick("Zone", "Vùng") }
    var identifier: String { pick("Identifier", "Mã vùng") }
    var villages: String { pick("Villages", "Thôn, bản") }
    var people: String { pick("People", "Dân số") }
    var households: String { pick("Households", "Số hộ") }
    var score: String { pick("Score", "Điểm") }
    var nearest: String { pick("Served village", "Thôn đã có") }
    var distance: String { pick("Network", "Hạ tầng") }
    var none: String { pick("no village is without it, so there is no dead zone", "không thôn, bản nào thiếu") }
    var withoutPosition: String {
      pick("without a position, in no zone", "thôn, bản chưa có toạ độ, không thuộc vùng nào")
    }
    var loose: String { pick("too far from others for a zone", "thôn, bản ở riêng lẻ, không thành vùng") }

    func more(_ count: String) -> String {
      pick("… and \(count) more in \(ZonesFile.name)", "… và \(count) vùng nữa trong \(ZonesFile.name)")
    }

    func sum(zones: String, isOne: Bool, villages: String, people: String, area: String) -> String {
      pick(
        "\(zones) \(isOne ? "zone" : "zones"), \(villages) villages, \(people) people, \(area) km²",
        "\(zones) vùng, \(villages) thôn, bản, \(people) người, \(area) km²")
    }

    func name(of service: Service) -> String {
      switch service {
      case .fibre: pick("Fibre", "Cáp quang")
      case .signal: pick("Signal", "Sóng di động")
      case .power: pick("Power", "Điện")
      }
    }
  }
}
