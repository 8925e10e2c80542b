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

  /// When a village is served by a rule, as in `within 500 m of fibre`.
  func rule(_ rule: Rule) -> String {
    guard language == .vi else { return rule.description }
    func metres(_ metres: Double) -> String {
      number(metres, decimals: metres == metres.rounded() ? 0 : 1) + " m"
    }
    return switch rule.kind {
    case .within(let distance): "cách \(rule.layer) không quá \(metres(distance))"
    case .inside: "nằm trong \(rule.layer)"
    case .range(let field?, let distance?):
      "trong tầm \(field) của \(rule.layer), hoặc \(metres(distance)) nếu không ghi"
    case .range(let field?, nil): "trong tầm \(field) của \(rule.layer)"
    case .range(nil, let distance): "trong tầm \(metres(distance ?? 0)) quanh \(rule.layer)"
    }
  }

  /// The rules of a service, any one of which is enough.
  func rules(_ rules: [Rule]) -> String { rules.map(rule).joined(separator: pick(", or ", ", hoặc ")) }

  /// What a file is to the project, as `layer fibre`.
  func role(_ role: String) -> String {
    guard language == .vi else { return role }
    let names = [
      "project": "tệp dự án", "admin": "danh mục hành chính", "villages": "thôn, bản", "costs": "bảng giá",
      "plan": "kế hoạch",
    ]
    return names[role] ?? Self.roles.lazy.compactMap { $0.vietnamese(of: role) }.first ?? role
  }

  private static let roles = [Phrase("layer {}", "lớp {1}"), Phrase("extent of {}", "phạm vi của {1}")]
}
