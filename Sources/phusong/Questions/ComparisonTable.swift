import Coverage
import Project

/// What differs between two results, for people: the counts, then the villages.
struct ComparisonTable {
  let compared: ComparedVillages
  /// The changes to tell.
  let changes: [ResultComparison.Change]
  let words: ColumnWords

  /// The text, with at most `limit` villages.
  func text(limit: Int, on page: Page) -> String {
    if changes.isEmpty { return words.pick("No change.\n", "Không có thay đổi.\n") }
    let shown = changes.prefix(limit)
    var text = counts + "\n" + table(shown).text(on: page)
    if shown.count < changes.count {
      text += words.pick(
        "\(number(shown.count)) of \(number(changes.count)) changes.\n",
        "\(number(shown.count)) trên \(number(changes.count)) thay đổi.\n")
    }
    return text
  }

  private func number(_ count: Int) -> String { TextTable.number(count, words.language) }

  private var counts: String {
    var lines = [
      "\(words.heading("villages")): \(number(compared.old.villages.count)) → \(number(compared.new.villages.count))"
    ]
    for kind in ResultComparison.Kind.allCases {
      let count = changes.count { $0.kind == kind }
      if count > 0 { lines.append("\(name(of: kind)): \(number(count))") }
    }
    for service in Service.allCases {
      let moves = Status.allCases.flatMap { before in
        Status.allCases.compactMap { after -> String? in
          let count = compared.comparison.count(of: service, from: before, to: after)
          return before == after || count == 0
            ? nil : "\(number(count)) \(words.status(before)) → \(words.status(after))"
        }
      }
      if !moves.isEmpty { lines.append("\(words.heading("\(service)")): \(moves.joined(separator: ", "))") }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private func name(of kind: ResultComparison.Kind) -> String {
    switch kind {
    case .gained: words.pick("gained", "thêm mới")
    case .lost: words.pick("lost", "không còn")
    case .status: words.pick("changed", "đổi tình trạng")
    case .moved: words.pick("moved in rank", "đổi hạng")
    }
  }

  private func table(_ shown: ArraySlice<ResultComparison.Change>) -> TextTable {
    var table = TextTable(
      header: [
        words.pick("Change", "Thay đổi"), words.heading("code"), words.heading("name"), words.heading("province"),
        words.pick("What", "Chi tiết"), words.heading("rank"),
      ], alignments: [.left, .left, .left, .left, .left, .right])
    for change in shown {
      let what = change.statuses.map {
        "\(words.service($0.service)): \(words.status($0.old)) → \(words.status($0.new))"
      }.joined(separator: "; ")
      table.append(
        [
          name(of: change.kind), change.code, compared.text(of: .name, change) ?? "–",
          compared.text(of: .province, change) ?? "–", what, rank(change),
        ], styles: [style(of: change), .plain, .bold])
    }
    return table
  }

  private func rank(_ change: ResultComparison.Change) -> String {
    switch (change.oldRank, change.newRank) {
    case (let old?, let new?): old == new ? "\(new)" : "\(old) → \(new)"
    case (let rank?, nil), (nil, let rank?): "\(rank)"
    case (nil, nil): "–"
    }
  }

  /// Green where a village only won services, red where it lost one.
  private func style(of change: ResultComparison.Change) -> TextTable.Style {
    if change.kind != .status { return .plain }
    if change.statuses.contains(where: { $0.old == .served }) { return .red }
    return change.statuses.allSatisfy { $0.new == .served } ? .green : .plain
  }
}
