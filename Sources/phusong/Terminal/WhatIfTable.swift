import Coverage
import Foundation
import Project
import Rollout

/// What changes from one plan to another, as text.
enum WhatIfTable {
  static func text(_ comparison: PlanComparison, limit: Int, _ language: Language) -> String {
    let words = PlanWords(language)
    let after = comparison.after
    var sums = TextTable(header: ["", words.before, words.after])
    sums.append([
      words.cost, PlanTable.millions(comparison.before.cost, language), PlanTable.millions(after.cost, language),
    ])
    for service in after.services {
      sums.append([
        words.name(service), TextTable.number(comparison.before.villages.count { $0.years[service] != nil }, language),
        TextTable.number(after.totals.villages[service] ?? 0, language),
      ])
    }
    if after.request.source.objective != .cost {
      sums.append([
        words.benefit, whole(comparison.before.quality.value, language), whole(after.quality.value, language),
      ])
    }
    var text = sums.text(on: Page(path: nil)) + "\n"
    var counts = TextTable(header: [words.changeHeader] + after.services.map(words.name))
    for change in [PlanComparison.Change.lost, .gained, .later, .earlier] {
      counts.append(
        [words.change(change)] + after.services.map { TextTable.number(comparison.count(change, $0), language) })
    }
    text += counts.text(on: Page(path: nil))
    let shown = limit == 0 ? comparison.rows[...] : comparison.rows.prefix(limit)
    guard !shown.isEmpty else { return text }
    let villages = after.analysis.inputs.villages
    var table = TextTable(
      header: [words.changeHeader, words.serviceHeader, words.code, words.village, words.before, words.after],
      alignments: [.left, .left, .left, .left, .right, .right])
    for row in shown {
      let name = [VillageField.name, .commune, .province].compactMap { villages.text(of: $0, village: row.village) }
      table.append([
        words.change(row.change), words.name(row.service), villages.codes[row.village],
        name.joined(separator: ", ").precomposedStringWithCanonicalMapping, row.before.map(String.init) ?? "–",
        row.after.map(String.init) ?? "–",
      ])
    }
    text += "\n" + table.text(on: Page(path: nil))
    let left = comparison.rows.count - shown.count
    if left > 0 { text += words.more(TextTable.number(left, language)) + "\n" }
    return text
  }

  private static func whole(_ value: Double, _ language: Language) -> String {
    TextTable.number(Int(exactly: value.rounded()) ?? .max, language)
  }
}
