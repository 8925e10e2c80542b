import Coverage
import Project

extension Words {
  /// A remark on an input in this language, and whether it is; a remark of unknown shape, such as an error of a library, stays
  /// in English.
  func remark(_ notice: LoadedProject.Notice) -> (text: String, isTranslated: Bool) {
    guard language == .vi else { return (notice.text, true) }
    guard let text = Self.vietnamese(remark: notice.text) else { return (notice.text, false) }
    return (text, true)
  }

  /// A remark in Vietnamese; nil where its shape is not known.
  static func vietnamese(remark: String) -> String? {
    if let text = sentence(remark, of: RemarkPhrases.wholes) { return text }
    // What it says stands behind a file, which may hold a colon itself.
    for colon in remark.ranges(of: ": ") {
      guard let said = sentence(String(remark[colon.upperBound...]), of: RemarkPhrases.sentences) else { continue }
      let place = String(remark[..<colon.upperBound])
      return (RemarkPhrases.places.lazy.compactMap { $0.vietnamese(of: place) }.first ?? place) + said
    }
    return sentence(remark, of: RemarkPhrases.sentences)
  }

  private static func sentence(_ text: String, of phrases: [Phrase]) -> String? {
    phrases.lazy.compactMap { $0.vietnamese(of: text, gap: Self.gap) }.first
  }

  private static func gap(_ text: String) -> String {
    RemarkPhrases.gaps.lazy.compactMap { $0.vietnamese(of: text) }.first ?? dropped(text) ?? text
  }

  /// Criteria that take no part in the score, each with its reason; nil where `text` is something else.
  private static func dropped(_ text: String) -> String? {
    guard text.hasSuffix(")") else { return nil }
    let parts = text.dropLast().split(separator: "), ").map { part -> String? in
      let pieces = part.split(separator: " (", maxSplits: 1)
      guard pieces.count == 2, let criterion = Criterion(rawValue: String(pieces[0])) else { return nil }
      let reason = String(pieces[1])
      let said = RemarkPhrases.droppings.lazy.compactMap { $0.vietnamese(of: reason) }.first ?? reason
      return "\(Words(.vi).name(criterion)) (\(said))"
    }
    let known = parts.compactMap { $0 }
    return known.count == parts.count ? known.joined(separator: ", ") : nil
  }

  /// What a file is to the project, as `layer fibre`.
  public func role(_ role: String) -> String {
    guard language == .vi else { return role }
    let names = [
      "project": "tệp dự án", "admin": "danh mục hành chính", "villages": "thôn, bản", "costs": "bảng giá",
      "plan": "kế hoạch",
    ]
    return names[role] ?? Self.roles.lazy.compactMap { $0.vietnamese(of: role) }.first ?? role
  }

  private static let roles = [Phrase("layer {}", "lớp {1}"), Phrase("extent of {}", "phạm vi của {1}")]
}
