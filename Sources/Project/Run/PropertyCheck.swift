import Coverage
import GeoFormats

/// Refuses names of properties that no feature of a layer has, which are nearly always misspelt.
struct PropertyCheck {
  private let project: ProjectFile

  init(_ project: ProjectFile) { self.project = project }

  /// Checks the properties that a rule reads, but for those that it asks to be missing.
  ///
  /// A layer without features has no properties at all and is told elsewhere.
  func check(_ rule: Rule, of layer: Layer, line: Int?) throws(ProjectFileError) {
    guard layer.count > 0 else { return }
    for clause in rule.filter.conditions {
      switch clause.condition {
      case .anyOf, .range:
        try check(clause.property, of: layer, what: "where of the rule for \(rule.layer)", line: line)
      case .noneOf, .exists: continue
      }
    }
    if case .range(let field?, let metres) = rule.kind, metres == nil {
      try check(field, of: layer, what: "field of the rule for \(rule.layer)", line: line)
    }
  }

  /// Checks one property.
  func check(_ property: String, of layer: Layer, what: String, line: Int?) throws(ProjectFileError) {
    if let key = layer.attributes.index(ofKey: property),
      (0..<layer.count).contains(where: { layer.attributes.value(ofFeature: $0, key: key) != nil })
    {
      return
    }
    let names = layer.propertyNames(limit: 30)
    let suggestion = Suggestion.nearest(to: property, among: names).map { "; did you mean \"\($0)\"?" } ?? ""
    throw .wrongValue(
      file: project.file, line: line ?? 1, what: what,
      found: "\"\(property)\", which no feature of \(layer.files.first?.path ?? layer.name) has",
      expected: "one of its properties: \(names.joined(separator: ", "))\(suggestion)")
  }
}
