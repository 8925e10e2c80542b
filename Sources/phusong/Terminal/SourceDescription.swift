import Coverage
import Project

/// What `phusong sources` says.
enum SourceDescription {
  /// One line per source.
  static var list: String {
    lines(KnownSourceName.allCases.map { ($0.rawValue, $0.source.summary) }, indent: 0)
  }

  /// All that there is to know about one source.
  static func text(of name: KnownSourceName) -> String {
    let source = name.source
    var facts = [
      ("specification", source.specification), ("licence", source.licence),
      ("stands under", source.holdsVillages ? "villages or layers" : "layers"),
    ]
    let conditions = source.defaultFilter.conditions.map(text).joined(separator: ", ")
    facts.append(("counts by default", conditions.isEmpty ? "all" : conditions))
    var text = "\(name.rawValue): \(source.summary)\n" + lines(facts, indent: 2)
    if !source.properties.isEmpty {
      text += "  properties\n" + lines(source.properties.map { ($0.name, $0.meaning) }, indent: 4)
    }
    return text
  }

  private static func text(_ clause: AttributeFilter.Clause) -> String {
    func list(_ values: [String?]) -> String {
      values.count == 1 ? values[0] ?? "" : "[\(values.compactMap { $0 }.joined(separator: ", "))]"
    }
    switch clause.condition {
    case .anyOf(let values): return "\(clause.property): \(list(values.map(\.spelling)))"
    case .noneOf(let values): return "\(clause.property): {not: \(list(values.map(\.spelling)))}"
    case .exists(let wanted): return "\(clause.property): {exists: \(wanted)}"
    case .range(let min, let max):
      let ends = [("min", min), ("max", max)].compactMap { name, end in end.map { "\(name): \($0.formatted)" } }
      return "\(clause.property): {\(ends.joined(separator: ", "))}"
    }
  }

  /// Two columns, the first padded to its widest.
  private static func lines(_ rows: [(String, String)], indent: Int) -> String {
    let width = rows.map(\.0.count).max() ?? 0
    let margin = String(repeating: " ", count: indent)
    return rows.map { name, meaning in
      margin + name + String(repeating: " ", count: width - name.count + 2) + meaning + "\n"
    }.joined()
  }
}

extension Double {
  /// The number without a needless `.0`.
  fileprivate var formatted: String { self == rounded() ? String(Int(self)) : String(self) }
}
