import Coverage

/// The counts of an analysis as a short table by province or the level asked for.
enum SummaryTable {
  static func text(_ summary: Summary, _ language: Language) -> String {
    let words = Words(language)
    var table = TextTable(header: [
      words.unit(summary.chosen?.level ?? .province), words.villages, words.people, words.withFibre, words.noSignal,
      words.noPower,
    ])
    let groups =
      summary.chosen?.groups ?? (summary.provinces.isEmpty ? summary.provinces2025 : summary.provinces)
    for group in groups {
      let name = group.name.isEmpty ? words.unknown : ([group.name] + group.parents).joined(separator: ", ")
      table.append(row(group, name: name, language))
    }
    if !groups.isEmpty { table.rule() }
    table.append(row(summary.all, name: words.all, language))
    var text = table.text
    for service in Service.allCases {
      let unknown = summary.all[service, .unknown].villages
      if unknown > 0 {
        text += "\(words.name(of: service)): \(TextTable.number(unknown, language)) \(words.ofUnknownStatus(unknown))\n"
      }
      let doubtful = summary.all.doubtful[service] ?? 0
      if doubtful > 0 {
        text += "\(words.name(of: service)): \(TextTable.number(doubtful, language)) \(words.ofDoubtfulStatus)\n"
      }
    }
    return text
  }

  private static func row(_ group: Summary.Group, name: String, _ language: Language) -> [String] {
    [
      name, TextTable.number(group.total.villages, language),
      group.total.people > 0 ? TextTable.number(Int(exactly: group.total.people.rounded()) ?? .max, language) : "–",
      TextTable.number(group[.fibre, .served].villages, language),
      TextTable.number(group[.signal, .unserved].villages, language),
      TextTable.number(group[.power, .unserved].villages, language),
    ]
  }

  private struct Words {
    let language: Language
    init(_ language: Language) { self.language = language }

    private func pick(_ english: String, _ vietnamese: String) -> String { language == .vi ? vietnamese : english }
    func unit(_ level: GroupLevel) -> String {
      switch level {
      case .province, .province2025: pick("Province", "Tỉnh")
      case .district: pick("District", "Huyện")
      case .commune, .commune2025: pick("Commune", "Xã")
      }
    }
    var villages: String { pick("Villages", "Thôn, bản") }
    var people: String { pick("People", "Dân số") }
    var withFibre: String { pick("With fibre", "Có cáp quang") }
    var noSignal: String { pick("No signal", "Lõm sóng") }
    var noPower: String { pick("No power", "Chưa có điện") }
    var all: String { pick("All", "Tổng") }
    var unknown: String { pick("(unknown)", "(chưa rõ)") }
    func ofUnknownStatus(_ count: Int) -> String {
      pick(count == 1 ? "village of unknown status" : "villages of unknown status", "thôn, bản chưa rõ tình trạng")
    }

    var ofDoubtfulStatus: String { pick("villages in doubt for their accuracy", "thôn, bản chưa chắc chắn do sai số") }

    func name(of service: Service) -> String {
      switch service {
      case .fibre: pick("Fibre", "Cáp quang")
      case .signal: pick("Signal", "Sóng di động")
      case .power: pick("Power", "Điện")
      }
    }
  }
}
