import Coverage
import Project

/// What changed since the last run; there is no such section without an earlier run.
enum ChangeSection {
  /// So many villages are listed.
  static let limit = 100

  static func section(_ contents: ReportContents, _ words: Words) -> PageSection? {
    guard let changes = contents.changes, let last = contents.earlier.last else { return nil }
    let title = words.pick("What has changed", "Thay đổi")
    let since = words.pick(
      "Compared with the run of \(words.moment(last.time)).", "So với lần chạy \(words.moment(last.time)).")
    if changes.isEmpty {
      return PageSection(
        "changes", title,
        "<p class=\"lead\">\(since) \(words.pick("No village has changed.", "Không có thôn, bản nào thay đổi."))</p>")
    }
    return PageSection(
      "changes", title,
      """
      <p class="lead">\(since)</p>
      <ul class="counts">
      \(counts(changes, contents.services, words))</ul>
      \(table(changes, contents, words))
      """)
  }

  private static func counts(_ changes: [VillageChange], _ services: [Service], _ words: Words) -> [Markup] {
    var lines: [Markup] = []
    func add(_ count: Int, _ text: String) {
      if count > 0 { lines.append("<li><strong>\(words.number(count))</strong> \(text)</li>\n") }
    }
    for service in services {
      let moves = changes.flatMap(\.statuses).filter { $0.service == service }
      let name = words.inner(service)
      add(
        moves.count { $0.new == .served }, words.pick("villages gained \(name)", "thôn, bản mới có \(name)"))
      add(
        moves.count { $0.old == .served && $0.new == .unserved },
        words.pick("villages lost \(name)", "thôn, bản mất \(name)"))
      add(
        moves.count { $0.new == .unknown },
        words.pick("villages of which \(name) is no longer known", "thôn, bản không còn rõ về \(name)"))
    }
    add(changes.count { $0.kind == .gained }, words.pick("villages new in the list", "thôn, bản mới trong danh sách"))
    add(
      changes.count { $0.kind == .lost },
      words.pick("villages no longer in the list", "thôn, bản không còn trong danh sách"))
    return lines
  }

  private static func table(_ changes: [VillageChange], _ contents: ReportContents, _ words: Words) -> Markup {
    let villages = contents.analysis.inputs.villages
    var table = PageTable(
      words.pick("Villages that changed", "Các thôn, bản thay đổi"),
      [
        .text(words.pick("Village", "Thôn, bản")), .text(words.pick("Commune, province", "Xã, tỉnh")),
        .text(words.pick("Change", "Thay đổi")),
      ])
    for change in changes.prefix(limit) {
      let name = change.village.flatMap { villages.text(of: .name, village: $0) } ?? change.code
      let place = change.village.map { PlaceText.units(of: $0, in: villages) } ?? ""
      table.rows.append([
        .init(VillageLink.markup(change.village, name)), .init(place), .init(text(change, words)),
      ])
    }
    let more = changes.count - limit
    let rest =
      more > 0
      ? FileLink.rest(
        words.pick(
          "\(words.number(more)) more villages changed; all are in",
          "Còn \(words.number(more)) thôn, bản thay đổi nữa; toàn bộ có trong"), ReportFiles.changesName) : ""
    return "\(table.markup)\(rest)"
  }

  static func text(_ change: VillageChange, _ words: Words) -> String {
    switch change.kind {
    case .gained: words.pick("new in the list", "mới trong danh sách")
    case .lost: words.pick("no longer in the list", "không còn trong danh sách")
    case .status, .moved:
      change.statuses.map { move in
        "\(words.name(move.service)): \(words.status(move.old)) → \(words.status(move.new))"
      }.joined(separator: "; ")
    }
  }
}
