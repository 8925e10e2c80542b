import Coverage
import Project

/// A report as Markdown (CommonMark with the tables of GFM).
struct MarkdownReport {
  let contents: ReportContents
  let words: Words

  private var villages: Villages { contents.analysis.inputs.villages }

  /// The whole text.
  func bytes() -> [UInt8] {
    let name = NormalForm.composed(contents.analysis.inputs.project.name)
    var text = "# \(MarkdownText.escaped(name))\n\n"
    text += "\(words.pick("As of", "Số liệu lúc")) \(words.moment(contents.time)). "
    text += "\(words.pick("Villages", "Thôn, bản")): \(words.number(contents.figures.villages)).\n"
    text += figures + targets + changes + course + plan
    text += units(contents.provinces, words.pick("By province", "Theo tỉnh"))
    text += units(contents.provinces2025, words.pick("By province since July 2025", "Theo tỉnh từ 01/7/2025"))
    text += units(contents.districts, words.pick("By district", "Theo huyện"))
    text += topVillages + zones + quality + method
    return Array(text.utf8)
  }

  private var figures: String {
    let rows = contents.services.compactMap { service -> [String]? in
      guard let counts = contents.figures.services[service] else { return nil }
      let old = contents.earlier.last?.services[service]?.unserved
      return [
        words.name(service), words.number(counts.served), words.number(counts.unserved), words.number(counts.unknown),
        words.share(counts.unserved, of: contents.figures.villages), words.number(counts.peopleUnserved),
        old.map { words.difference(counts.unserved - $0) } ?? "–",
        words.number(NoticeFigures.unserved(service)),
      ]
    }
    return heading(words.pick("Where we stand", "Hiện trạng"))
      + MarkdownText.table(
        [
          words.pick("Service", "Dịch vụ"), words.status(.served).capitalizedFirst,
          words.status(.unserved).capitalizedFirst, words.status(.unknown).capitalizedFirst,
          words.pick("Share unserved", "Tỷ lệ chưa có"), words.pick("People without it", "Dân số chưa có"),
          words.pick("Since the last run", "So với lần trước"),
          words.pick("Unserved in Notice \(NoticeFigures.name)", "Chưa có theo Thông báo \(NoticeFigures.name)"),
        ], rows)
  }

  private var targets: String {
    if contents.targets.isEmpty { return "" }
    return heading(words.pick("Targets", "Mục tiêu"))
      + MarkdownText.table(
        [
          words.pick("Service", "Dịch vụ"), words.pick("By", "Hạn"), words.pick("Target", "Mục tiêu"),
          words.pick("Now", "Hiện còn"), words.pick("Needed a month", "Cần mỗi tháng"),
          words.pick("Pace a month", "Tốc độ mỗi tháng"), words.pick("State", "Tình trạng"),
        ],
        contents.targets.map {
          [
            words.name($0.target.service), words.day($0.target.date), words.number($0.target.unserved),
            words.number($0.unserved), words.number($0.neededPerMonth ?? .nan, decimals: 1),
            words.number($0.pacePerMonth ?? .nan, decimals: 1), words.state($0.state),
          ]
        })
  }

  private var changes: String {
    guard let changes = contents.changes, let last = contents.earlier.last else { return "" }
    let title = heading(
      words.pick("What has changed since \(words.moment(last.time))", "Thay đổi so với \(words.moment(last.time))"))
    if changes.isEmpty { return title + words.pick("No village has changed.\n", "Không có thôn, bản nào thay đổi.\n") }
    return title
      + MarkdownText.table(
        [words.pick("Code", "Mã"), words.pick("Village", "Thôn, bản"), words.pick("Change", "Thay đổi")],
        changes.prefix(ChangeSection.limit).map { change in
          [
            change.code, change.village.map { PlaceText.name(of: $0, in: villages) } ?? "",
            ChangeSection.text(change, words),
          ]
        }) + rest(shown: ChangeSection.limit, of: changes.count, in: ReportFiles.changesName)
  }

  private func units(_ groups: [Summary.Group], _ title: String) -> String {
    if groups.isEmpty { return "" }
    let hasParents = groups.contains { !$0.parents.isEmpty }
    return heading(title)
      + MarkdownText.table(
        [words.pick("Unit", "Đơn vị")] + (hasParents ? [words.pick("Province", "Tỉnh")] : [])
          + [words.pick("Villages", "Thôn, bản"), words.pick("People", "Dân số")]
          + contents.services.map { words.without($0).capitalizedFirst },
        groups.map { group in
          [NormalForm.composed(group.name)]
            + (hasParents ? [NormalForm.composed(group.parents.joined(separator: ", "))] : [])
            + [words.number(group.total.villages), words.number(group.total.people, decimals: 0)]
            + contents.services.map { words.number(group[$0, .unserved].villages) }
        })
  }

  private var topVillages: String {
    let all = contents.topVillages(limit: .max)
    let top = all.prefix(VillageSection.limit)
    guard let ranking = contents.ranking, !top.isEmpty else { return "" }
    return heading(words.pick("Most urgent villages", "Thôn, bản cần ưu tiên"))
      + MarkdownText.table(
        [
          words.pick("Rank", "Hạng"), words.pick("Village", "Thôn, bản"),
          words.pick("Commune, district, province", "Xã, huyện, tỉnh"), words.pick("People", "Dân số"),
          words.pick("Lacks", "Còn thiếu"), words.pick("Score", "Điểm"), words.pick("Main reasons", "Lý do chính"),
        ],
        top.map { village in
          [
            words.number(ranking.rank(ofVillage: village)), PlaceText.name(of: village, in: villages),
            PlaceText.units(of: village, in: villages), words.number(villages.people[village], decimals: 0),
            VillageSection.lacks(village, contents, words),
            words.number(ranking.score(ofVillage: village).value, decimals: 2),
            VillageSection.reasons(village, ranking, words),
          ]
        }) + rest(shown: VillageSection.limit, of: all.count, in: ReportFiles.topVillagesName)
  }

  private var zones: String {
    contents.zones.filter { !$0.zones.isEmpty }.map { zones in
      heading("\(words.pick("Dead zones", "Vùng lõm")): \(words.inner(zones.service))")
        + MarkdownText.table(
          [
            words.pick("Rank", "Hạng"), words.pick("Zone", "Vùng"), words.pick("Largest village", "Thôn, bản lớn nhất"),
            words.pick("Villages", "Thôn, bản"), words.pick("People", "Dân số"), "km²",
          ],
          zones.zones.prefix(ZoneSection.limit).map { zone in
            [
              words.number(zone.rank), zone.lineage.identifier,
              zone.principalVillage(villages).map { PlaceText.name(of: $0, in: villages) } ?? "",
              words.number(zone.villages.count), words.number(zone.people.total, decimals: 0),
              words.number(zone.squareMetres / 1e6, decimals: 1),
            ]
          }) + rest(shown: ZoneSection.limit, of: zones.zones.count, in: ReportFiles.zonesName)
    }.joined()
  }

  private var quality: String {
    let notices = contents.analysis.notices
    var text = heading(words.pick("Quality of the data", "Chất lượng dữ liệu"))
    if notices.isEmpty {
      return text + words.pick("Nothing had to be mended or left out.\n", "Không có gì phải sửa hoặc bỏ qua.\n")
    }
    for notice in notices.prefix(QualitySection.limit) {
      text += "- **\(MarkdownText.escaped(notice.layer))**: \(MarkdownText.escaped(words.remark(notice).text))\n"
    }
    return text + rest(shown: QualitySection.limit, of: notices.count, in: ReportFiles.jsonName)
  }

  private var method: String {
    var text = heading(words.pick("Method and sources", "Phương pháp và nguồn"))
    for service in contents.services {
      let rules = words.rules(contents.analysis.inputs.project.wholeRules(for: service))
      text += "- **\(words.name(service))**: \(MarkdownText.escaped(rules))\n"
    }
    for input in contents.inputs {
      text += "- \(MarkdownText.escaped(words.role(input.role))): \(MarkdownText.escaped(input.path))"
      text += input.checksum.map { " (SHA-256 \($0))\n" } ?? "\n"
    }
    return text + "\nPhuSong \(contents.programVersion)\n"
  }

  func heading(_ title: String) -> String { "\n## \(title)\n\n" }
}
