import Coverage
import GeoFormats

extension ProjectParser {
  /// One rule of `service`.
  func rule(_ item: YAMLItem, of service: Service, layers: LayerReferences) throws -> Rule {
    let section = try Section(
      item, name: "rule", keys: Keys.rule, expected: "a mapping with at least \"layer\" and \"rule\"")
    let layer = try layers.name(section.required("layer"), in: "rule")
    let kind = try ruleKind(section, of: service)
    return Rule(layer: layer, kind: kind, filter: try filter(section["where"]))
  }

  /// The filter of a `where`; one that passes everything where there is none.
  func filter(_ item: YAMLItem?) throws -> AttributeFilter {
    guard let item else { return .everything }
    let section = try Section(item, name: "where", keys: nil, expected: "a mapping of properties to conditions")
    return AttributeFilter(
      try section.entries.flatMap { entry in
        try conditions(entry).map { .init(property: entry.key, condition: $0) }
      })
  }

  private func ruleKind(_ section: Section, of service: Service) throws -> RuleKind {
    switch try section.required("rule").word(RuleWord.self) {
    case .within:
      try section.refuse("field", because: "only a range rule reads one")
      return .within(metres: try section["metres"].map(metres) ?? service.defaultWithinMetres)
    case .inside:
      try section.refuse("field", because: "only a range rule reads one")
      try section.refuse("metres", because: "an inside rule has no distance; a within rule has")
      return .inside
    case .range:
      let field = try section["field"]?.text(expected: "a property's name")
      let metres = try section["metres"].map(metres)
      if field == nil && metres == nil {
        throw ProjectFileError.missingKey(
          file: file, line: section.line, key: "field", section: "range rule without \"metres\"")
      }
      return .range(field: field, metres: metres)
    }
  }

  private func metres(_ item: YAMLItem) throws -> Double {
    let expected = "a number of metres above 0"
    let metres = try item.number(expected: expected)
    guard metres > 0 else { throw item.wrong(expected) }
    return metres
  }

  /// What one property must satisfy: a value, a list of values, or a mapping of `Keys.condition`.
  private func conditions(_ entry: Section.Entry) throws -> [AttributeFilter.Condition] {
    guard entry.item.isMapping else {
      let expected = "a value, a list of values, or a mapping of min, max, not, exists"
      if entry.item.isNull { throw entry.item.wrong("\(expected); {exists: false} passes what has no value") }
      return [.anyOf(try values(entry.item, expected: expected))]
    }
    let section = try Section(
      entry.item, name: "condition on \(Quotation.quoted(entry.key))", keys: Keys.condition, line: entry.line,
      expected: "a mapping of min, max, not, exists")
    let min = try section["min"]?.number(expected: "a number")
    let max = try section["max"]?.number(expected: "a number")
    if let min, let max, min > max, let item = section["max"] { throw item.wrong("at least the min, \(min)") }
    var conditions = [AttributeFilter.Condition]()
    if min != nil || max != nil { conditions.append(.range(min: min, max: max)) }
    if let item = section["not"] {
      conditions.append(.noneOf(try values(item, expected: "a value or a list of values")))
    }
    if let item = section["exists"] { conditions.append(.exists(try item.boolean())) }
    if conditions.isEmpty { throw entry.item.wrong("at least one of: " + Keys.condition.joined(separator: ", ")) }
    return conditions
  }

  private func values(_ item: YAMLItem, expected: String) throws -> [AttributeValue] {
    let items = item.isList ? try item.list(expected: expected) : [item]
    if items.isEmpty { throw item.wrong(expected + "; the list is empty") }
    return try items.map { item in
      guard let value = item.scalar, value != .null else { throw item.wrong("text, a number, true or false") }
      return value
    }
  }
}
