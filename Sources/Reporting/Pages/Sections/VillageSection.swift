import Coverage
import Project

/// The most urgent villages, each with its reasons.
enum VillageSection {
  /// So many villages are listed.
  static let limit = 30
  /// So many reasons are told of each.
  static let reasonLimit = 4

  static func section(_ contents: ReportContents, _ words: Words) -> PageSection? {
    let all = contents.topVillages(limit: .max)
    let top = all.prefix(limit)
    guard let ranking = contents.ranking, !top.isEmpty else { return nil }
    let villages = contents.analysis.inputs.villages
    var table = PageTable(
      words.pick("The \(top.count) most urgent villages", "\(top.count) thôn, bản cần ưu tiên nhất"),
      [
        .number(words.pick("Rank", "Hạng")), .text(words.pick("Village", "Thôn, bản")),
        .text(words.pick("Commune, district, province", "Xã, huyện, tỉnh")), .number(words.pick("People", "Dân số")),
        .text(words.pick("Lacks", "Còn thiếu")), .number(words.pick("Score", "Điểm")),
        .text(words.pick("Main reasons (points)", "Lý do chính (điểm)")),
      ], identifier: "villages-table")
    for village in top {
      table.rows.append([
        .init(ranking.rank(ofVillage: village), words),
        .init(VillageLink.markup(village, PlaceText.name(of: village, in: villages))),
        .init(PlaceText.units(of: village, in: villages)), .init(villages.people[village], decimals: 0, words),
        .init(lacks(village, contents, words)),
        .init(ranking.score(ofVillage: village).value, decimals: 2, words),
        .init(reasons(village, ranking, words)),
      ])
    }
    return PageSection(
      "villages", words.pick("Most urgent villages", "Thôn, bản cần ưu tiên"),
      """
      <p>\(words.pick("The score, from 0 to 100, is made of the criteria below under Method; its parts add up to it.", "Điểm từ 0 đến 100 gồm các tiêu chí ở mục Phương pháp; các phần cộng lại đúng bằng điểm."))</p>
      \(table.markup)\(rest(all.count, words))
      """)
  }

  /// Where the villages behind the first stand.
  private static func rest(_ count: Int, _ words: Words) -> Markup {
    if count <= limit { return "" }
    let listed = words.number(min(count, ReportTables.limit))
    return FileLink.rest(
      count <= ReportTables.limit
        ? words.pick("All \(listed) are in", "Toàn bộ \(listed) thôn, bản có trong")
        : words.pick(
          "\(words.number(count)) villages have a score above 0; the first \(listed) are in",
          "\(words.number(count)) thôn, bản có điểm trên 0; \(listed) thôn, bản đầu có trong"),
      ReportFiles.topVillagesName)
  }

  static func lacks(_ village: Int, _ contents: ReportContents, _ words: Words) -> String {
    Lack(contents.analysis.assessment, village: village).services.map(words.inner).joined(separator: ", ")
  }

  /// The criteria that give the most to the score of a village, with what they give.
  static func reasons(_ village: Int, _ ranking: Ranking, _ words: Words) -> String {
    zip(ranking.criteria.criteria, ranking.parts(ofVillage: village)).filter { $0.1 > .zero }
      .enumerated().sorted { ($1.element.1, $0.offset) < ($0.element.1, $1.offset) }.prefix(reasonLimit)
      .map { "\(words.name($0.element.0)) \(words.number($0.element.1.value, decimals: 2))" }.joined(separator: "; ")
  }
}
