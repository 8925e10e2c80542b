import Coverage
import GeoFormats
import Project

/// The account of a village as text for people.
struct AccountText {
  let account: VillageAccount
  let words: ColumnWords
  /// Whether the features that gave the distances are known.
  let hasFeatures: Bool

  private var language: Language { words.language }

  /// The whole account, each line with a line feed.
  func text(on page: Page) -> String {
    let paragraphs = [
      head, services.text(on: page) + features, "\(rankLine)\n" + parts.text(on: page), remarks,
    ]
    return paragraphs.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private var head: String {
    var lines = ["\(account.name ?? words.pick("(no name)", "(không tên)")) (\(account.code))"]
    if !account.units.isEmpty { lines.append(account.units.joined(separator: ", ")) }
    let place = account.coordinate
    lines.append(
      place.longitude.isNaN
        ? words.pick("No position", "Không có vị trí")
        : words.pick("Longitude, latitude: ", "Kinh độ, vĩ độ: ") + "\(place.longitude), \(place.latitude)")
    lines.append(
      "\(words.heading("population")): \(count(account.people)); "
        + "\(words.heading("households")): \(count(account.households))")
    return lines.map(\.printable).joined(separator: "\n") + "\n"
  }

  private func count(_ number: Double) -> String {
    Int(exactly: number.rounded()).map { TextTable.number($0, language) } ?? words.pick("unknown", "chưa rõ")
  }

  private func metres(_ metres: Double) -> String { VillageCell(metres, decimals: 1).spelling.map { $0 + " m" } ?? "–" }

  // MARK: Services

  private var services: TextTable {
    var table = TextTable(
      header: [
        words.pick("Service", "Dịch vụ"), words.pick("Status", "Tình trạng"), words.pick("Distance", "Khoảng cách"),
        words.pick("Rule", "Quy tắc"),
      ], alignments: [.left, .left, .right, .left])
    for service in account.services {
      let status = "\(service.status)" + (service.confidence.map { $0 == .doubtful ? " (doubtful)" : "" } ?? "")
      table.append(
        ["\(service.service)", status, metres(service.distanceMetres), service.rule?.description ?? ""],
        styles: [.bold, service.status == .unserved ? .red : service.status == .served ? .green : .dim])
    }
    for measure in account.measures {
      table.append([measure.name, "", metres(measure.distanceMetres), ""])
    }
    return table
  }

  /// A line for each feature that gave a distance.
  private var features: String {
    let found =
      account.services.map { ("\($0.service)", $0.feature) } + account.measures.map { ($0.name, $0.feature) }
    return found.reduce(into: "") { text, entry in
      guard let feature = entry.1 else { return }
      let properties = feature.properties.prefix(6).map { "\($0.name)=\($0.value.spelling ?? "")".printable }
      text += "\(entry.0): \(feature.file), \(feature.place)"
      text += properties.isEmpty ? "\n" : " (\(properties.joined(separator: ", ")))\n"
    }
  }

  // MARK: Score

  private var rankLine: String {
    let total = TextTable.number(account.rankedCount, language)
    return words.pick(
      "Rank \(account.rankText) of \(total); score \(account.score), made of",
      "Hạng \(account.rankText) trên \(total); điểm \(account.score), gồm")
  }

  private var parts: TextTable {
    var table = TextTable(
      header: [
        words.pick("Criterion", "Tiêu chí"), words.pick("Value", "Giá trị"), words.pick("Weight", "Trọng số"),
        words.pick("Part", "Phần điểm"),
      ])
    for part in account.parts {
      table.append([
        part.criterion.rawValue + (part.isUnknown ? " *" : ""), VillageCell(part.value, decimals: 3).spelling ?? "",
        "\(VillageCell(.number(part.weight)).spelling ?? "")", part.part.description,
      ])
    }
    table.rule()
    table.append([words.pick("score", "điểm"), "", "", account.score.description])
    return table
  }

  private var remarks: String {
    var lines: [String] = []
    if account.parts.contains(where: \.isUnknown) {
      lines.append(
        words.pick("* not known; the value is that of the missing rule", "* chưa rõ; giá trị theo quy tắc thiếu"))
    }
    if !hasFeatures {
      lines.append(
        words.pick(
          "Ask the project, not its result, for the features that gave the distances.",
          "Hãy hỏi dự án thay vì kết quả để biết đối tượng nào cho các khoảng cách."))
    }
    return lines.map { $0 + "\n" }.joined()
  }
}
